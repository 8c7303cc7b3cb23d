import type { LevelMeter } from './level-meter.ts';
import { levelMeter } from './level-meter.ts';
import type { MicrophoneState } from './phone.ts';

export interface Microphone {
  open(deviceId: string | null): Promise<MicrophoneState>;
  close(): void;
  readonly state: MicrophoneState;
  /** What is sent; null while closed. `enabled` on it is the mute. */
  readonly voice: MediaStreamTrack | null;
  level(): number;
  /** Opens another device. The old one stays in use until the new one has proved that it hears something. */
  change(
    deviceId: string | null,
    withinMs: number,
  ): Promise<'changed' | 'silent' | Exclude<MicrophoneState, 'open'>>;
}

interface OpenDevice {
  readonly stream: MediaStream;
  readonly voice: MediaStreamTrack;
  readonly meter: LevelMeter;
}

/** The agent's microphone. Metering runs on a copy of the track, so that a muted agent who talks still sees it. */
export function microphone(
  context: () => AudioContext,
  changed: (voice: MediaStreamTrack | null) => void,
): Microphone {
  let device: OpenDevice | null = null;
  let state: MicrophoneState = 'closed';
  let asking: Promise<MicrophoneState> | null = null;

  function use(next: OpenDevice | null, nextState: MicrophoneState): void {
    const before = device;
    device = next;
    state = nextState;
    if (next) next.voice.addEventListener('ended', () => device === next && use(null, 'missing'));
    changed(next?.voice ?? null);
    if (before && before !== next) release(before);
  }

  async function take(deviceId: string | null): Promise<OpenDevice> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: wanted(deviceId), video: false });
    const heard = stream.getAudioTracks()[0];
    if (!heard) throw new DOMException('The microphone gave no sound.', 'NotFoundError');
    const voice = heard.clone();
    return { stream, voice, meter: levelMeter(context(), stream) };
  }

  async function ask(deviceId: string | null): Promise<MicrophoneState> {
    state = 'asking';
    changed(null);
    try {
      use(await take(deviceId).catch((fault) => elsewhere(fault, deviceId, take)), 'open');
    } catch (fault) {
      use(null, stateAfter(fault));
    }
    return state;
  }

  return {
    get state() {
      return state;
    },
    get voice() {
      return device?.voice ?? null;
    },
    level: () => device?.meter.level() ?? 0,
    async open(deviceId) {
      if (device) return state;
      asking ??= ask(deviceId).finally(() => {
        asking = null;
      });
      return asking;
    },
    close: () => use(null, 'closed'),
    async change(deviceId, withinMs) {
      let next: OpenDevice;
      try {
        next = await take(deviceId);
      } catch (fault) {
        return stateAfter(fault);
      }
      // Nothing can be measured before the page's first gesture.
      if (context().state === 'running' && !(await isHeard(next.meter, withinMs))) {
        release(next);
        return 'silent';
      }
      use(next, 'open');
      return 'changed';
    },
  };
}

function wanted(deviceId: string | null): MediaTrackConstraints {
  return {
    ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: 1,
  };
}

/** The chosen headset is not plugged in: the system's own microphone is better than none. */
async function elsewhere(
  fault: unknown,
  deviceId: string | null,
  take: (deviceId: string | null) => Promise<OpenDevice>,
): Promise<OpenDevice> {
  if (deviceId !== null && stateAfter(fault) === 'missing') return take(null);
  throw fault;
}

/** The names are getUserMedia's (W3C Media Capture and Streams, section 10.2). */
function stateAfter(fault: unknown): 'denied' | 'missing' | 'inUse' {
  const name = fault instanceof DOMException ? fault.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'inUse';
  return 'missing';
}

function release({ stream, voice, meter }: OpenDevice): void {
  meter.stop();
  voice.stop();
  for (const track of stream.getTracks()) track.stop();
}

/** A live microphone is never exactly silent; one that is switched off or dead is (pains 9). */
async function isHeard(meter: LevelMeter, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (meter.level() > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
