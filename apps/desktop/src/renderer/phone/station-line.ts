import type { StationCredentials } from '@ringside/shared/protocol/down';
import { backoff } from '../waiting/backoff.ts';
import type { Timers } from '../waiting/timers.ts';
import type { Leg } from './leg.ts';
import type { PhoneState } from './phone.ts';
import type { OpenSipLine, SipLine } from './sip-line.ts';

export interface StationOutfit {
  readonly openLine: OpenSipLine;
  readonly timers: Timers;
  readonly random: () => number;
  /** absolute form of the credentials' webSocketUrl */
  readonly absolute: (webSocketUrl: string) => string;
  /** gateway clock, for the credentials' end */
  readonly now: () => number;
  readonly track: () => MediaStreamTrack | null;
}

export interface StationListener {
  registration(state: PhoneState['registration']): void;
  leg(leg: Leg): void;
}

export interface StationLine {
  /** Is the registration still there? Registers anew where it is gone, without waiting for the next attempt. */
  check(): void;
  /** The media broke while the signalling lives: a new connection makes the gateway put the leg up anew. */
  renew(): void;
  close(): Promise<void>;
}

/** Credentials are renewed when this much of their time is left. */
const renewBeforeMs = 60_000;

/** Keeps this station registered: a new line whenever one is lost, with new credentials each time. */
export function keepRegistered(
  outfit: StationOutfit,
  credentials: () => Promise<StationCredentials | null>,
  listener: StationListener,
): StationLine {
  const { timers, random } = outfit;
  let line: SipLine | null = null;
  let closed = false;
  let failures = 0;
  let attempt = 0;
  let cancelRetry = (): void => {};
  let cancelRenewal = (): void => {};

  async function connect(): Promise<void> {
    const mine = ++attempt;
    cancelRetry();
    listener.registration('connecting');
    const given = await credentials().catch(() => null);
    if (closed || mine !== attempt) return;
    if (given === null) return tryAgain('connecting');
    open(given);
  }

  function open(given: StationCredentials): void {
    const mine = attempt;
    const current = (act: () => void) => () => void (mine === attempt && !closed && act());
    try {
      line = outfit.openLine(given, outfit.absolute(given.webSocketUrl), outfit.track, {
        registered: current(() => {
          failures = 0;
          listener.registration('registered');
        }),
        lost: (why) => current(() => drop(why === 'denied' ? 'failed' : 'connecting'))(),
        leg: (leg) => current(() => listener.leg(leg))(),
      });
    } catch {
      return tryAgain('failed');
    }
    planRenewal(given);
  }

  function drop(state: PhoneState['registration']): void {
    void line?.close(false);
    line = null;
    cancelRenewal();
    tryAgain(state);
  }

  function tryAgain(state: PhoneState['registration']): void {
    listener.registration(state);
    cancelRetry();
    cancelRetry = timers.after(Math.max(100, backoff(failures++, random())), () => void connect());
  }

  function planRenewal({ expiresAt }: StationCredentials): void {
    cancelRenewal();
    const wait = Math.max(10_000, expiresAt - outfit.now() - renewBeforeMs);
    cancelRenewal = timers.after(wait, () => void renewCredentials());
  }

  async function renewCredentials(): Promise<void> {
    const mine = attempt;
    const given = await credentials().catch(() => null);
    if (closed || mine !== attempt || !line) return;
    if (given === null) {
      cancelRenewal = timers.after(10_000, () => void renewCredentials());
      return;
    }
    line.renew(given);
    planRenewal(given);
  }

  void connect();
  return {
    check() {
      if (line) return line.check();
      failures = 0;
      void connect();
    },
    renew() {
      failures = 0;
      drop('connecting');
    },
    async close() {
      closed = true;
      cancelRetry();
      cancelRenewal();
      listener.registration('off');
      await line?.close(true);
    },
  };
}
