import type { DirectedContext } from './audio-context.ts';
import { wakeWithGesture } from './audio-context.ts';
import { peak } from './level-meter.ts';

export interface Ringer {
  ring(ringing: boolean): void;
  /** Rings for two seconds; true when sound really left for the device. */
  test(): Promise<boolean>;
  /** Rejects when the device is gone; the ringer then stays where it was. */
  direct(deviceId: string | null): Promise<void>;
}

/** Two tones of the ring, and how it goes on and off: twice 0.4 s, then a pause, within three seconds. */
const tones = [480, 620] as const;
const pattern = { everySeconds: 3, bursts: [0, 0.6], burstSeconds: 0.4 } as const;
/** Written this far ahead: timers of a hidden page may come a minute late, a ring must not. */
const aheadSeconds = 60;

/** Rings by Web Audio on a device of its own: no file that could be missing, and what sounds can be measured. */
export function ringer(context: DirectedContext): Ringer {
  const loudness = context.createGain();
  loudness.gain.value = 0;
  const analyser = context.createAnalyser();
  for (const hertz of tones) {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(loudness);
    tone.start();
  }
  loudness.connect(analyser).connect(context.destination);
  wakeWithGesture(context);

  let ahead: ReturnType<typeof setInterval> | null = null;
  let writtenUntil = 0;

  function write(): void {
    // A suspended context keeps its time: what is written then would sound late and in a heap.
    if (context.state !== 'running') return void context.resume();
    writtenUntil = Math.max(writtenUntil, context.currentTime);
    while (writtenUntil < context.currentTime + aheadSeconds) {
      for (const at of pattern.bursts) burst(loudness.gain, writtenUntil + at);
      writtenUntil += pattern.everySeconds;
    }
  }

  function ring(ringing: boolean): void {
    if (ringing === (ahead !== null)) return;
    if (ringing) {
      ahead = setInterval(write, 250);
      write();
    } else {
      if (ahead !== null) clearInterval(ahead);
      ahead = null;
      writtenUntil = 0;
      loudness.gain.cancelScheduledValues(0);
      loudness.gain.value = 0;
    }
  }

  async function test(): Promise<boolean> {
    const rangAlready = ahead !== null;
    ring(true);
    const from = context.currentTime;
    let loudest = 0;
    const samples = new Float32Array(analyser.fftSize);
    for (let waited = 0; waited < 2_000; waited += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      analyser.getFloatTimeDomainData(samples);
      loudest = Math.max(loudest, peak(samples));
    }
    if (!rangAlready) ring(false);
    // A context whose clock stands still plays nothing, whatever its graph holds.
    return loudest > 0.05 && context.currentTime - from > 1;
  }

  return {
    ring,
    test,
    async direct(deviceId) {
      await context.setSinkId?.(deviceId ?? '');
    },
  };
}

function burst(gain: AudioParam, at: number): void {
  gain.setValueAtTime(0, at);
  gain.linearRampToValueAtTime(0.25, at + 0.02);
  gain.setValueAtTime(0.25, at + pattern.burstSeconds - 0.02);
  gain.linearRampToValueAtTime(0, at + pattern.burstSeconds);
}
