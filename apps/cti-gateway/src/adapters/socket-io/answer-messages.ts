import type { Socket } from 'socket.io';
import type { Result } from '@ringside/shared/model/result';
import type { Reply } from '@ringside/shared/protocol/down';
import type { Problem } from '@ringside/shared/protocol/problem';
import { commandMessage, query } from '@ringside/shared/protocol/up';
import type { Clock } from '../../ports/clock.ts';
import type { DeskConnection } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import { allowance } from './allowance.ts';
import { badMessage } from './bad-message.ts';
import type { DeskSocketSettings } from './desk-socket-settings.ts';

interface Around {
  readonly settings: Pick<DeskSocketSettings, 'perSecond' | 'burst'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Commands and queries that one desk may have under way; a page that waits for answers never has as many. */
const MOST_AT_ONCE = 64;

/** Answers `command` and `query`. Each gets one Reply; a message without an ack asks for nothing and gets nothing. */
export function answerMessages(
  socket: Socket,
  connection: DeskConnection,
  { settings, clock, log }: Around,
): void {
  const mayAsk = allowance(settings.perSecond, settings.burst);
  let underWay = 0;
  const answer = (
    name: string,
    ask: (message: unknown) => Promise<Result<unknown, Problem>> | Problem,
  ): void => {
    socket.on(name, async (message: unknown, ack: unknown) => {
      if (!isAck(ack)) return;
      if (underWay >= MOST_AT_ONCE || !mayAsk(clock.now()))
        return ack(refused({ problem: 'tooManyAttempts' }));
      underWay += 1;
      ack(await replied(name, () => ask(message), log));
      underWay -= 1;
    });
  };
  answer('command', (message) => {
    const read = commandMessage.safeParse(message);
    return read.success ? connection.command(read.data.id, read.data.command) : badMessage(read.error);
  });
  answer('query', (message) => {
    const read = query.safeParse(message);
    return read.success ? connection.query(read.data) : badMessage(read.error);
  });
}

async function replied(
  name: string,
  ask: () => Promise<Result<unknown, Problem>> | Problem,
  log: Log,
): Promise<Reply<unknown>> {
  try {
    const result = await ask();
    if ('problem' in result) return refused(result);
    return result.ok ? { ok: true, value: result.value ?? null } : refused(result.refusal);
  } catch (cause) {
    log.error(`a ${name} failed`, {
      why: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    });
    return refused({ problem: 'internal' });
  }
}

const refused = (problem: Problem): Reply<unknown> => ({ ok: false, problem });

function isAck(value: unknown): value is (reply: Reply<unknown>) => void {
  return typeof value === 'function';
}
