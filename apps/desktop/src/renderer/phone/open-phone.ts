import type { StationCredentials } from '@ringside/shared/protocol/down';
import type { Timers } from '../waiting/timers.ts';
import { wakeWithGesture } from './audio-context.ts';
import type { Totals } from './call-statistics.ts';
import { qualityBetween, readTotals } from './call-statistics.ts';
import { keepChoice, readChoice } from './device-choice.ts';
import { earpiece } from './earpiece.ts';
import type { Leg } from './leg.ts';
import { keepLegs } from './legs.ts';
import type { LevelMeter } from './level-meter.ts';
import { levelMeter } from './level-meter.ts';
import { microphone } from './microphone.ts';
import { testAudio } from './test-audio.ts';
import type { DeviceChoice, Phone, PhoneState } from './phone.ts';
import { listDevices } from './list-devices.ts';
import { ringer } from './ringer.ts';
import type { OpenSipLine } from './sip-line.ts';
import type { StationLine } from './station-line.ts';
import { keepRegistered } from './station-line.ts';

export interface PhoneOutfit {
  readonly openLine: OpenSipLine;
  readonly timers: Timers;
  readonly random: () => number;
  readonly now: () => number;
  readonly absolute: (webSocketUrl: string) => string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** A change of microphone has to be heard within this time, else the old one stays (pains 9). */
const proveMicrophoneMs = 2_000;
/** How long the registrar has to answer, a new connection included. */
const confirmLineMs = 10_000;
/** Between two repairs of broken media, so that a bad network doesn't end in a storm of registrations. */
const repairPauseMs = 15_000;

export function openPhone(outfit: PhoneOutfit): Phone {
  const { timers } = outfit;
  const context = new AudioContext({ latencyHint: 'interactive' });
  wakeWithGesture(context);
  const bell = ringer(new AudioContext());
  const ear = earpiece();
  const listeners = new Set<() => void>();
  const confirmations: (() => void)[] = [];
  let station: StationLine | null = null;
  let callerMeter: LevelMeter | null = null;
  let playing: Leg | null = null;
  let totals: Totals | null = null;
  let repairedAt = -Infinity;
  let state: PhoneState = {
    registration: 'off',
    microphone: 'closed',
    muted: true,
    leg: 'none',
    chosen: readChoice(outfit.storage),
    quality: null,
  };

  function set(part: Partial<PhoneState>): void {
    if (Object.entries(part).every(([name, value]) => state[name as keyof PhoneState] === value)) return;
    state = { ...state, ...part };
    for (const changed of listeners) changed();
  }

  const mouth = microphone(
    () => context,
    (voice) => {
      if (voice) voice.enabled = !state.muted;
      legs.speak(voice);
      set({ microphone: mouth.state });
    },
  );
  const legs = keepLegs(timers, { changed: hear, broken: repair });

  function hear(leg: Leg | null): void {
    if (leg !== playing) {
      playing = leg;
      totals = null;
      callerMeter?.stop();
      callerMeter = null;
      if (leg) ear.play(leg.peer.remote);
      else ear.stop();
      set({ quality: null });
    }
    // The caller's sound may come after the leg; a stream without a track can't be metered.
    if (leg && leg.peer.remote.getAudioTracks().length > 0)
      callerMeter ??= levelMeter(context, leg.peer.remote);
    set({ leg: leg === null ? 'none' : leg.peer.state === 'up' ? 'up' : 'connecting' });
  }

  function repair(): void {
    if (outfit.now() - repairedAt < repairPauseMs) return;
    repairedAt = outfit.now();
    station?.renew();
  }

  async function sample(): Promise<void> {
    const leg = playing;
    if (!leg || leg.peer.state !== 'up') return;
    const next = readTotals(await leg.peer.statistics());
    if (!next || leg !== playing) return;
    const quality = qualityBetween(totals, next);
    totals = next;
    set({ quality });
  }

  async function changeMicrophone(microphoneId: string | null): Promise<void> {
    if (mouth.state !== 'open') {
      set({ chosen: { ...state.chosen, microphoneId } });
      if (mouth.state !== 'closed') await mouth.open(microphoneId);
      return;
    }
    const outcome = await mouth.change(microphoneId, proveMicrophoneMs);
    if (outcome !== 'changed') throw new Error(`The microphone was not changed: ${outcome}`);
    set({ chosen: { ...state.chosen, microphoneId } });
  }

  async function direct(part: 'headsetId' | 'ringerId', deviceId: string | null): Promise<void> {
    await (part === 'headsetId' ? ear : bell).direct(deviceId);
    set({ chosen: { ...state.chosen, [part]: deviceId } });
  }

  /** A device came or went: what was chosen is taken up again as soon as it is there. */
  async function devicesChanged(): Promise<void> {
    const { microphoneId, headsetId, ringerId } = state.chosen;
    if (mouth.state === 'missing') await mouth.open(microphoneId);
    await Promise.allSettled([ear.direct(headsetId), bell.direct(ringerId)]);
  }

  navigator.mediaDevices?.addEventListener('devicechange', () => void devicesChanged());
  void devicesChanged();
  setInterval(() => void sample().catch(() => undefined), 1_000);

  return {
    get state() {
      return state;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    start(credentials: () => Promise<StationCredentials | null>) {
      if (station) return;
      station = keepRegistered({ ...outfit, track: () => mouth.voice }, credentials, {
        registration(registration) {
          if (registration === 'registered' && state.registration !== 'registered') legs.lineIsNew();
          set({ registration });
          if (registration === 'registered') for (const tell of confirmations.splice(0)) tell();
        },
        leg: (leg) => legs.add(leg),
      });
    },
    checkNow() {
      void context.resume();
      station?.check();
    },
    async stop() {
      const ending = station;
      station = null;
      bell.ring(false);
      await ending?.close();
      legs.endAll();
      mouth.close();
    },
    async openMicrophone() {
      const opened = await mouth.open(state.chosen.microphoneId);
      // Chosen speakers can be named only once the microphone is allowed.
      if (opened === 'open') void devicesChanged();
      return opened;
    },
    setMuted(muted) {
      if (mouth.voice) mouth.voice.enabled = !muted;
      set({ muted });
    },
    setRinging: (ringing) => bell.ring(ringing),
    testRing: () => bell.test(),
    confirmLine: () =>
      new Promise((resolve) => {
        const cancel = timers.after(confirmLineMs, () => resolve(false));
        confirmations.push(() => {
          cancel();
          resolve(true);
        });
        station?.check();
      }),
    testAudio: () => testAudio(context, mouth, state.chosen.microphoneId),
    async choose(devices: Partial<DeviceChoice>) {
      try {
        if (devices.microphoneId !== undefined) await changeMicrophone(devices.microphoneId);
        if (devices.headsetId !== undefined) await direct('headsetId', devices.headsetId);
        if (devices.ringerId !== undefined) await direct('ringerId', devices.ringerId);
      } finally {
        keepChoice(outfit.storage, state.chosen);
      }
    },
    devices: listDevices,
    levels: () => ({ microphone: mouth.level(), caller: callerMeter?.level() ?? 0 }),
  };
}
