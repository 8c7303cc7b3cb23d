import type { LegId, RecordingId } from '@ringside/shared/model/ids';
import { ok, refuse, type Result } from '@ringside/shared/model/result';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { EndpointKind, MediaEngine, MediaEvent } from '../../ports/media-engine.ts';
import { lengthLeft, recordingFolder, recordingPath } from './sound/recording-file.ts';
import { OfferPool } from './offer-pool.ts';
import type { EngineSettings, WorkerEvent } from './worker-calls.ts';
import { WorkerLink } from './worker-link.ts';

export interface MediaEngineOptions extends EngineSettings {
  /** for the moments in events; the system's by default */
  readonly clock?: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** The embedded media engine: a thread of its own for sockets and audio, and this side of it. */
export const createMediaEngine = (options: MediaEngineOptions): MediaEngine => {
  const { log, clock = { now: () => Date.now() }, ...settings } = options;
  const legs = new Set<LegId>();
  /** what is being taken down, also from legs that have just been closed */
  const dictations = new Map<RecordingId, LegId>();
  let hear: (event: MediaEvent) => void = () => {};

  const stamp = (event: WorkerEvent): MediaEvent =>
    event.type === 'health' ? { ...event, at: clock.now() } : event;

  const loseAll = (why: string): void => {
    pool.empty();
    const lost = [...legs];
    legs.clear();
    for (const legId of lost) hear({ type: 'failed', legId, why });
    for (const [recordingId, legId] of dictations) void tellDictated(recordingId, legId);
  };

  /** The worker died before it could: what it had written is there, and the next worker completes the file. */
  const tellDictated = async (recordingId: RecordingId, legId: LegId): Promise<void> => {
    const folder = recordingFolder(settings.dataFolder ?? '');
    const length = await lengthLeft(recordingPath(folder, recordingId));
    if (dictations.delete(recordingId)) hear({ type: 'dictated', legId, recordingId, length });
  };

  const worth = (event: WorkerEvent): boolean =>
    event.type === 'dictated' ? dictations.delete(event.recordingId) : legs.has(event.legId);

  const link = new WorkerLink(settings, log, {
    started: () => pool.fill(),
    lost: loseAll,
    event: (event) => worth(event) && hear(stamp(event)),
    ready: (key, offer) => pool.add(key, offer),
  });
  const pool = new OfferPool(link);

  const opened = <Value, Refusal>(legId: LegId, result: Result<Value, Refusal>): Result<Value, Refusal> => {
    if (!result.ok) legs.delete(legId);
    return result;
  };

  /** Offers made in advance must not keep a port from a call. */
  const withSparePort = async <Value, Refusal>(
    attempt: () => Promise<Result<Value, Refusal | 'noPorts'>>,
  ): Promise<Result<Value, Refusal | 'noPorts'>> => {
    const result = await attempt();
    return !result.ok && result.refusal === 'noPorts' && pool.giveUpOne() ? attempt() : result;
  };

  const offer = async (legId: LegId, kind: EndpointKind): Promise<Result<string, 'noPorts'>> => {
    legs.add(legId);
    const ready = kind === 'webrtc' ? pool.take(legId) : null;
    if (ready !== null) return ok(ready);
    return opened(legId, await withSparePort(() => link.ask('offer', [legId, kind], refuse('noPorts'))));
  };

  return {
    listen: (ear) => {
      hear = ear;
    },
    offer,
    answer: async (legId, kind, text) => {
      legs.add(legId);
      return opened(
        legId,
        await withSparePort(() => link.ask('answer', [legId, kind, text], refuse('noPorts'))),
      );
    },
    accept: (legId, text) => link.ask('accept', [legId, text], refuse('gone')),
    reoffer: (legId, direction) => link.ask('reoffer', [legId, direction], refuse('gone')),
    reanswer: (legId, text) => link.ask('reanswer', [legId, text], refuse('gone')),
    close: (legId) => {
      legs.delete(legId);
      link.tell('close', [legId]);
    },
    join: (legId, bridge, role) => link.ask('join', [legId, bridge, role], refuse('gone')),
    leave: (legId) => link.ask('leave', [legId], refuse('gone')),
    play: (legId, sound, how) => link.ask('play', [legId, sound, how], refuse('gone')),
    stop: (legId) => link.ask('stop', [legId], refuse('gone')),
    mute: (legId, muted) => link.ask('mute', [legId, muted], refuse('gone')),
    sendDigits: (legId, digits) => link.ask('sendDigits', [legId, digits], refuse('gone')),
    dictate: async (legId, recordingId, limits) => {
      dictations.set(recordingId, legId);
      const taken = await link.ask('dictate', [legId, recordingId, limits], refuse('gone'));
      if (!taken.ok) dictations.delete(recordingId);
      return taken;
    },
    endDictation: (legId) => link.ask('endDictation', [legId], refuse('gone')),
    record: (legId) => link.ask('record', [legId], null),
    resume: async (legId, record) => {
      legs.add(legId);
      return opened(legId, await link.ask('resume', [legId, record], refuse('noPorts')));
    },
    measure: (legId) => link.ask('measure', [legId], null),
    status: () => link.figures(),
    shutDown: () => link.shutDown(),
  };
};
