import type { Reply } from '@ringside/shared/protocol/down';
import { problem } from '@ringside/shared/protocol/problem';
import type { Problem } from '@ringside/shared/protocol/problem';
import { z } from 'zod';

const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem }),
]);

export const refused = (word: Problem['problem']): Reply<never> => ({
  ok: false,
  problem: { problem: word },
});

/** The ack of a command or a query; anything that is none becomes a problem, never an exception. */
export function readReply(answer: unknown): Reply<unknown> {
  const parsed = reply.safeParse(answer);
  if (!parsed.success) return refused('badMessage');
  return parsed.data.ok
    ? { ok: true, value: parsed.data.value }
    : { ok: false, problem: parsed.data.problem };
}

/** The value in its own shape. */
export function readValue<Value>(
  answer: Reply<unknown>,
  schema: { parse(value: unknown): Value },
): Reply<Value> {
  if (!answer.ok) return answer;
  try {
    return { ok: true, value: schema.parse(answer.value) };
  } catch {
    return refused('badMessage');
  }
}
