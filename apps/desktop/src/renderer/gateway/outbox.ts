import type { Timers } from '../waiting/timers.ts';

/** One message that waits for its answer. */
interface Waiting<Answer> {
  readonly send: (answered: (answer: unknown) => void) => void;
  readonly settle: (answer: Answer) => void;
  readonly cancel: () => void;
}

export interface Outbox<Answer> {
  /** Sends when the line is up, and again with each new line, until it is answered or the time is over. */
  post(send: (answered: (answer: unknown) => void) => void): Promise<Answer>;
  lineIsUp(): void;
  lineIsDown(): void;
  /** Nobody will answer any more. */
  giveUp(): void;
}

/**
 * Keeps what was asked until it is answered. The same message goes out again after a reconnect, which is safe since it
 * bears its id; an answer that comes twice or late is dropped.
 */
export function outbox<Answer>(
  timers: Timers,
  patienceMs: number,
  read: (answer: unknown) => Answer,
  unanswered: Answer,
): Outbox<Answer> {
  const waiting = new Set<Waiting<Answer>>();
  let up = false;

  const post = (send: Waiting<Answer>['send']): Promise<Answer> =>
    new Promise((resolve) => {
      const cancel = timers.after(patienceMs, () => message.settle(unanswered));
      const message: Waiting<Answer> = {
        send,
        cancel,
        settle(answer) {
          if (!waiting.delete(message)) return;
          cancel();
          resolve(answer);
        },
      };
      waiting.add(message);
      if (up) transmit(message);
    });

  const transmit = (message: Waiting<Answer>): void => message.send((answer) => message.settle(read(answer)));

  return {
    post,
    lineIsUp() {
      up = true;
      for (const message of waiting) transmit(message);
    },
    lineIsDown() {
      up = false;
    },
    giveUp() {
      up = false;
      for (const message of waiting) message.settle(unanswered);
    },
  };
}
