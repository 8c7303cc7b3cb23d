import type { CallIn } from '../domain/call/call.ts';
import { chosen, keyedAfter, pressed, said, silence } from '../domain/flow/guide.ts';
import type { GuideNext } from '../domain/flow/guide.ts';
import { guidanceId } from './consequences.ts';
import type { LiveCall } from './floor.ts';
import { goOn, guestOf, isGuided } from './guide-caller.ts';
import { lookUpKeyed } from './look-up-keyed.ts';
import type { Parts } from './parts.ts';

/** An announcement is over: the caller is listened to, or goes where they were told. */
export async function guidanceSaid(parts: Parts, live: LiveCall, announcementId: string): Promise<void> {
  const { call } = live;
  if (!isGuided(call) || call.listening || announcementId !== guidanceId(call.since)) return;
  await next(parts, live, call, said(call.step));
}

/** FLOW-3, FLOW-6: a key of a caller who is being led. It is written nowhere (CALL-7). */
export async function guidedKey(parts: Parts, live: LiveCall, key: string): Promise<void> {
  const { call } = live;
  if (!isGuided(call)) return;
  const { hotline } = guestOf(parts, live);
  const menu = hotline?.menu ?? null;
  const choice = chosen(call.step, key, menu, call.way.choices.length);
  if (choice !== null) {
    const { language } = choice;
    live.keyed = '';
    return goOn(parts, live, choice.leadsTo, {
      by: [{ do: 'chooseInMenu', choice: choice.choice, language }],
      language,
    });
  }
  live.keyed = keyedAfter(live.keyed, key);
  await next(parts, live, call, pressed(call.step, key, live.keyed, menu));
}

/** FLOW-4: no key came in time; or the end of a prompt was never reported. After what the switch has reported before. */
export function guidedIsDue(parts: Parts, live: LiveCall): void {
  const { callId } = live;
  parts
    .inTurn(`hear ${callId}`, () => guidedSilence(parts, live))
    .catch((cause: unknown) =>
      parts.log.error('a caller could not be led on', { callId, cause: String(cause) }),
    );
}

async function guidedSilence(parts: Parts, live: LiveCall): Promise<void> {
  const { call } = live;
  // a key that came at the last moment was heard first, and the wait began anew
  if (!isGuided(call) || call.until > parts.clock.now()) return;
  const menu = guestOf(parts, live).hotline?.menu ?? null;
  const then = call.listening ? silence(call.step, live.keyed, menu) : said(call.step);
  await next(parts, live, call, then);
}

async function next(
  parts: Parts,
  live: LiveCall,
  { step }: CallIn<'guided'>,
  then: GuideNext,
): Promise<void> {
  if (then.next !== 'lookUp') return goOn(parts, live, then);
  const entered = live.keyed;
  live.keyed = '';
  const { keyedIn, pop, standing } = await lookUpKeyed(parts, live, then.what, entered);
  // hung up, or sent on, while it was looked up
  if (!isGuided(live.call) || live.call.step !== step) return;
  const queue: GuideNext = {
    next: 'go',
    to: { to: 'queue', queueId: then.queueId },
    queueId: then.queueId,
    as: 'overflowed',
  };
  await goOn(parts, live, queue, {
    by: [{ do: 'keyIn', keyedIn }, ...(standing === null ? [] : [{ do: 'weigh', standing } as const])],
    pop,
  });
}
