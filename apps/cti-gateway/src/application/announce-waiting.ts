import type { CallId, QueueId } from '@ringside/shared/model/ids';
import type { CallIn } from '../domain/call/call.ts';
import { isOffLine } from '../domain/call/call.ts';
import type { CallbackRule, Queue } from '../domain/centre/queue.ts';
import { announcementFor, tellAt } from '../domain/waiting/announcement.ts';
import { soundOf } from '../domain/waiting/sound-of.ts';
import { languageOf } from './consequences.ts';
import { openWaits } from './expected-wait.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';

/** When a waiting caller is to be told something. In mind only: it follows from the call. */
export interface TellDeadline {
  readonly look: 'tell';
  readonly callId: CallId;
}

type Queued = CallIn<'queued'>;

/** WAIT-2: on the line and in a queue, and answered: who hears ringing can't be told anything. */
export function hearsAnnouncements({ centre }: Parts, { call }: LiveCall): boolean {
  if (call.state !== 'queued' || isOffLine(call)) return false;
  const hotline = centre.hotlines.find(({ hotlineId }) => hotlineId === call.hotlineId);
  return hotline?.answer !== 'withAgent' || call.way.choices.length > 0 || call.answeredAt !== null;
}

export function tellLater(parts: Parts, live: LiveCall): void {
  const { call, callId } = live;
  const queue = call.state === 'queued' ? queueOf(parts, call.queueId) : null;
  if (call.state !== 'queued' || queue === null) return;
  const { told, queuedAt } = call;
  const at = tellAt({ rules: queue.waiting, callback: callbackFor(parts, call, queue), told }, queuedAt);
  if (at !== null) watch(parts, callId, at);
}

const watch = ({ deadlines }: Parts, callId: CallId, at: number): void =>
  deadlines.watch({ key: `tell ${callId}`, at, body: { look: 'tell', callId } satisfies TellDeadline });

/** WAIT-2 to WAIT-5: the time has come to say something, if there is something to say. */
export function tellCaller(parts: Parts, callId: CallId): void {
  const live = parts.floor.calls.get(callId);
  if (live?.call.state !== 'queued' || !hearsAnnouncements(parts, live)) return;
  const { call } = live;
  const queue = queueOf(parts, call.queueId);
  if (queue === null) return;
  const callback = callbackFor(parts, call, queue);
  const { position, wait } = openWaits(parts).ofCaller(call);
  const { told } = call;
  const rules = queue.waiting;
  const language = languageOf(call, parts.centre);
  // who is keying in their number is not talked over
  const isBusy = parts.whileWaiting.dialogs.has(callId);
  const exists = (sound: string): boolean =>
    parts.sounds.has(sound) || parts.centre.prompts.some(({ promptId }) => promptId === sound);
  const inLanguage = (stem: string): string | null => soundOf(stem, language, exists);
  const telling = { rules, callback, told, position, wait, language, soundOf: inLanguage };
  const said = isBusy ? null : announcementFor(telling);
  if (said !== null) return follow(parts, live, { do: 'tell', ...said });
  const now = parts.clock.now();
  const next = tellAt({ rules, callback, told: { ...nothing, ...told, at: now } }, now);
  if (next !== null) watch(parts, callId, next);
}

const nothing = { position: null, callbackOffered: false, callbackDeclined: false } as const;

const queueOf = ({ centre }: Parts, queueId: QueueId): Queue | null =>
  centre.queues.find((queue) => queue.queueId === queueId) ?? null;

/** A callback itself is not offered another one, nor anything where nobody can be called. */
function callbackFor({ settings }: Parts, call: Queued, queue: Queue): CallbackRule | null {
  const { trunkId, allowedPrefixes } = settings.dialling;
  if (call.callback !== null || call.answeredAt !== null) return null;
  return trunkId === null || allowedPrefixes.length === 0 ? null : queue.callback;
}
