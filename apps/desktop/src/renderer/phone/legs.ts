import type { Timers } from '../waiting/timers.ts';
import type { PeerState } from './answering-peer.ts';
import type { Leg } from './leg.ts';

export interface Legs {
  add(leg: Leg): void;
  /** The leg that is heard and spoken on: the newest. */
  readonly current: Leg | null;
  /** Legs of a lost line play on until the gateway has put up new ones, and no longer than this. */
  lineIsNew(): void;
  speak(track: MediaStreamTrack | null): void;
  endAll(): void;
}

/** After a re-registration the gateway puts living calls up anew within two seconds; what is old then is dead. */
const orphanMs = 5_000;
/** Wireless handovers heal by themselves within this time. */
const interruptionMs = 3_000;

/** The legs that are up, which one counts, and what becomes of those whose connection broke. */
export function keepLegs(
  timers: Timers,
  owner: { changed(current: Leg | null): void; broken(): void },
): Legs {
  let legs: readonly Leg[] = [];
  let voice: MediaStreamTrack | null = null;

  function remove(leg: Leg): void {
    if (!legs.includes(leg)) return;
    legs = legs.filter((other) => other !== leg);
    leg.peer.close();
    owner.changed(current());
  }

  const current = (): Leg | null => legs.at(-1) ?? null;

  function watch(leg: Leg, state: PeerState): void {
    if (state === 'closed') return remove(leg);
    if (leg === current()) owner.changed(leg);
    if (state !== 'interrupted') return;
    timers.after(interruptionMs, () => {
      if (leg === current() && leg.peer.state === 'interrupted') owner.broken();
    });
  }

  return {
    get current() {
      return current();
    },
    add(leg) {
      const replaced = legs.filter((other) => other.callId === leg.callId);
      for (const other of legs) void other.peer.send(null);
      legs = [...legs.filter((other) => !replaced.includes(other)), leg];
      for (const old of replaced) old.peer.close();
      void leg.peer.send(voice);
      leg.peer.onState((state) => watch(leg, state));
      leg.onEnded(() => remove(leg));
      if (legs.includes(leg)) owner.changed(leg);
    },
    lineIsNew() {
      const old = legs;
      timers.after(orphanMs, () => {
        for (const leg of old) remove(leg);
      });
    },
    speak(track) {
      voice = track;
      void current()?.peer.send(track);
    },
    endAll() {
      for (const leg of legs) remove(leg);
    },
  };
}
