import type { Ask, Tell } from './channels.ts';
import type { Message, ReplyTo, Request } from './contract.ts';

/** What the preload puts on `window.ringside`: a function for each channel and nothing else. */
export type Bridge = {
  readonly [Name in Ask]: (request: Request<Name>) => Promise<ReplyTo<Name>>;
} & {
  /** Gives back what stops the listening. */
  readonly [Name in Tell as `on${Capitalize<Name>}`]: (hear: (message: Message<Name>) => void) => () => void;
};
