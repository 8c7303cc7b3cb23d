import type { App } from 'electron';
import { dialArgument, dialNumber } from './dial-link.ts';

export interface DialLinks {
  /** Links clicked before this, such as the one that started the program, are heard first. */
  listen(dial: (number: string) => void, startedAgain: () => void): void;
}

/** tel:, sip: and callto: links from other programs, by argument, by a second start or by macOS's own event. */
export function hearDialLinks(app: App, args: readonly string[]): DialLinks {
  let dial: ((number: string) => void) | null = null;
  let startedAgain = (): void => {};
  let waiting = dialArgument(args);
  const clicked = (number: string | null): void => {
    if (number === null) return;
    if (dial) dial(number);
    else waiting = number;
  };
  // A development run would take the links away from the installed program.
  if (app.isPackaged) for (const scheme of ['tel', 'sip', 'callto']) app.setAsDefaultProtocolClient(scheme);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    clicked(dialNumber(url));
  });
  app.on('second-instance', (_event, secondArgs) => {
    startedAgain();
    clicked(dialArgument(secondArgs.slice(1)));
  });
  return {
    listen(hear, again) {
      dial = hear;
      startedAgain = again;
      clicked(waiting);
      waiting = null;
    },
  };
}
