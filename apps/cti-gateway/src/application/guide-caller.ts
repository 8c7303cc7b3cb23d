import type { QueueId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call, CallIn } from '../domain/call/call.ts';
import type { CallCommand } from '../domain/call/call-command.ts';
import { decideAll } from '../domain/call/decide-all.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import type { Destination } from '../domain/centre/queue.ts';
import type { GuideNext } from '../domain/flow/guide.ts';
import { again, begin, sendOn, whenClosed } from '../domain/flow/guide.ts';
import type { Entry } from '../domain/flow/overflow.ts';
import { enter } from '../domain/flow/overflow.ts';
import type { ClosedWhy } from '../domain/flow/way.ts';
import { soundOf } from '../domain/waiting/sound-of.ts';
import type { LiveCall } from './floor.ts';
import { queuesNow } from './look-at-queues.ts';
import { lineClosed } from './opening.ts';
import type { Parts } from './parts.ts';
import { record } from './record-events.ts';
import type { Pop } from './views/screen-pop.ts';

/** No prompt is longer: the end of one that was never reported is taken to have come. */
const longestSaid = minutes(3);
/** How long a key is waited for where the menu that said so is gone. */
const waitWithoutMenu = seconds(5);
/** What a caller hears who is let go though they had been taken on: a queue was full that they chose. */
const fullPrompt = 'all-agents-busy';

/** A caller as guidance needs to know them. */
export interface Guest {
  readonly hotline: Hotline | null;
  readonly language: Language;
  /** they have been told that it is closed: no second time */
  readonly toldClosed: boolean;
  /** null: not in the gateway's books yet */
  readonly live: LiveCall | null;
}

export function guestOf(parts: Parts, live: LiveCall): Guest {
  const { call } = live;
  if (call.state === 'none') throw new Error('Nobody calls');
  const hotline = parts.centre.hotlines.find(({ hotlineId }) => hotlineId === call.hotlineId) ?? null;
  const language = call.way.language ?? hotline?.language ?? 'en';
  return { hotline, language, toldClosed: call.way.closed !== null, live };
}

/**
 * FLOW-1, FLOW-2: what a line begins with: closed, a menu, or its queue. CALL-1: 'busy' where the line has no menu and its
 * queue is full and sends nobody on, so that the caller hears it before they pay.
 */
export function arrivalCommands(
  parts: Parts,
  guest: Guest & { hotline: Hotline },
): readonly CallCommand[] | 'busy' {
  const { hotline } = guest;
  const why = lineClosed(parts, hotline);
  if (why !== null) return closedCommands(parts, guest, why);
  if (hotline.menu !== null) return commandsFor(parts, guest, begin(hotline));
  const entry = enter(hotline.queueId, queuesNow(parts).for(null));
  if (entry === null) return entryCommands(parts, guest, hotline.queueId);
  return entry.into === 'full' ? 'busy' : commandsOfEntry(parts, guest, entry);
}

/** What is wanted of a call so that this comes next. */
export function commandsFor(parts: Parts, guest: Guest, next: GuideNext): readonly CallCommand[] {
  switch (next.next) {
    case 'say': {
      const { step, stems, stopAtKey } = next;
      const until = parts.clock.now() + longestSaid;
      return [{ do: 'guide', step, sounds: soundsOf(parts, stems, guest.language), stopAtKey, until }];
    }
    case 'listen':
      return [
        { do: 'awaitKey', until: parts.clock.now() + (guest.hotline?.menu?.waitFor ?? waitWithoutMenu) },
      ];
    case 'go':
      return goCommands(parts, guest, next.to, next);
    case 'stay':
    case 'lookUp':
      return [];
    default:
      return unreachable(next);
  }
}

/** Into a queue or out of the house. */
export function goCommands(
  parts: Parts,
  guest: Guest,
  to: Destination,
  { queueId, as }: { readonly queueId: QueueId; readonly as: 'closed' | 'overflowed' },
): readonly CallCommand[] {
  switch (to.to) {
    case 'queue':
      return entryCommands(parts, guest, to.queueId);
    case 'voicemail':
      return [{ do: 'sendToVoicemail', queueId, recordingId: parts.ids.next<'recording'>() }];
    case 'callback':
      return [{ do: 'sendToCallback', queueId }];
    case 'goodbye':
      return [{ do: 'dismiss', as }];
    default:
      return unreachable(to);
  }
}

/** OVER-1: into the queue, or where it sends the caller. A queue that is no more leads to the line's own, then to any. */
export function entryCommands(parts: Parts, guest: Guest, queueId: QueueId): readonly CallCommand[] {
  const { centre } = parts;
  const known = [queueId, guest.hotline?.queueId, ...centre.queues.map((queue) => queue.queueId)].find(
    (one) => centre.queues.some((queue) => queue.queueId === one),
  );
  const entry = known === undefined ? null : enter(known, queuesNow(parts).for(guest.live));
  return entry === null ? [{ do: 'dismiss', as: 'overflowed' }] : commandsOfEntry(parts, guest, entry);
}

function commandsOfEntry(parts: Parts, guest: Guest, entry: Entry): readonly CallCommand[] {
  const { queueId } = entry;
  switch (entry.into) {
    case 'queue':
      return [{ do: 'enterQueue', queueId, overflows: entry.overflows }];
    case 'away': {
      const { overflows, last } = entry;
      return [{ do: 'enterQueue', queueId, overflows }, ...awayCommands(parts, guest, last.to, last.from)];
    }
    case 'closed':
      return closedCommands(parts, guest, entry.why);
    case 'full': {
      const to = { to: 'goodbye', prompt: fullPrompt } as const;
      return commandsFor(parts, guest, sendOn({ to, queueId, as: 'overflowed', first: null }));
    }
    default:
      return unreachable(entry);
  }
}

/** OVER-5: out of a queue; a goodbye is said first. */
export const awayCommands = (
  parts: Parts,
  guest: Guest,
  to: Destination,
  from: QueueId,
): readonly CallCommand[] =>
  commandsFor(parts, guest, sendOn({ to, queueId: from, as: 'overflowed', first: null }));

/** FLOW-2. Who was told already and comes to another closed queue has nowhere left to go. */
function closedCommands(parts: Parts, guest: Guest, why: ClosedWhy): readonly CallCommand[] {
  const { hotline } = guest;
  if (hotline === null || guest.toldClosed) return [{ do: 'dismiss', as: 'closed' }];
  const told: Guest = { ...guest, toldClosed: true };
  return [{ do: 'tellClosed', why }, ...commandsFor(parts, told, whenClosed(hotline, why))];
}

function soundsOf({ sounds, centre, log }: Parts, stems: readonly string[], language: Language): string[] {
  const exists = (sound: string): boolean =>
    sounds.has(sound) || centre.prompts.some(({ promptId }) => promptId === sound);
  return stems.flatMap((stem) => {
    const sound = soundOf(stem, language, exists);
    if (sound === null) log.warn('a prompt is missing, callers hear nothing', { stem, language });
    return sound ?? [];
  });
}

/** Lets it come next, after what led to it, in one stroke. Who has hung up meanwhile is let be. */
export async function goOn(
  parts: Parts,
  live: LiveCall,
  next: GuideNext,
  led: {
    readonly by?: readonly CallCommand[];
    readonly language?: Language | null;
    readonly pop?: Pop | null;
  } = {},
): Promise<void> {
  const guest = guestOf(parts, live);
  const language = led.language ?? guest.language;
  const commands = [...(led.by ?? []), ...commandsFor(parts, { ...guest, language }, next)];
  const decision = decideAll(live.call, commands, parts.clock.now());
  if (decision.ok) await record(parts, live, decision.value, led.pop ?? null);
  else parts.log.warn('a caller could not be led on', { callId: live.callId, refusal: decision.refusal });
}

export const isGuided = (call: Call): call is CallIn<'guided'> => call.state === 'guided';

/** FLOW-9: a caller who was being spoken to before the restart is spoken to again. */
export async function sayAgain(parts: Parts, live: LiveCall): Promise<void> {
  const { call } = live;
  if (isGuided(call))
    await goOn(parts, live, again(call.step, guestOf(parts, live).hotline, call.way.closed));
}
