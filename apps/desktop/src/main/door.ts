import type { Ask, Tell } from '../ipc/channels.ts';
import { asks } from '../ipc/channels.ts';
import type { Message, ReplyTo, Request, Window } from '../ipc/contract.ts';
import { askContract, tellContract } from '../ipc/contract.ts';
import { pageOrigin } from './page-origin.ts';

/** The part of Electron's ipcMain that the door stands in. */
export interface IpcListener {
  handle(channel: string, answer: (event: SenderEvent, request: unknown) => Promise<unknown>): void;
}

export interface SenderEvent {
  readonly sender: { readonly id: number };
  /** null once the frame has gone away */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

export type Answers = {
  readonly [Name in Ask]: (request: Request<Name>) => ReplyTo<Name> | Promise<ReplyTo<Name>>;
};

/**
 * The only door between pages and the main process. A request comes in when its window made it, from its top frame, on
 * our own origin, in the shape the contract names; the reply goes out in its shape too.
 */
export function openDoor(
  ipc: IpcListener,
  windowOf: (webContentsId: number) => Window | null,
  answers: Answers,
): void {
  for (const name of asks) {
    ipc.handle(name, async (event, request) => {
      const { by, request: requestSchema, reply } = askContract[name];
      if (!isOwnPage(event) || windowOf(event.sender.id) !== by) {
        throw new Error(`${name} was asked by a page that may not ask it`);
      }
      const parsed = requestSchema.safeParse(request);
      if (!parsed.success)
        throw new Error(`${name} was asked with a request that its contract does not name`);
      const answer = answers[name] as (request: unknown) => unknown;
      return reply.parse(await answer(parsed.data));
    });
  }
}

function isOwnPage({ senderFrame }: SenderEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${pageOrigin}/`);
}

/** Checks a message against the contract before it leaves; a bug here throws in the main process, not in a page. */
export function message<Name extends Tell>(name: Name, value: Message<Name>): readonly [Name, Message<Name>] {
  return [name, tellContract[name].message.parse(value) as Message<Name>];
}
