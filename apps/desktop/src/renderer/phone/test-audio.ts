import type { Microphone } from './microphone.ts';
import type { AudioTest } from './phone.ts';

/** What the test needs of an AudioContext. */
export interface Playing {
  readonly state: string;
  readonly currentTime: number;
  resume(): Promise<void>;
}

/** How long each of the two has to show that it lives. */
const withinMs = 2_000;
const lookEveryMs = 50;

/**
 * PRES-12, pain 4: after sleep a device may look open and be dead. Sound works when the clock of its device runs; the
 * microphone works when something is heard, since a live one is never exactly silent. A dead one is opened anew once.
 */
export async function testAudio(
  playing: Playing,
  mouth: Pick<Microphone, 'open' | 'state' | 'level' | 'change'>,
  deviceId: string | null,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<AudioTest> {
  // Without a gesture of the user it stays suspended, and its promise open: look, don't wait for it.
  void playing.resume().catch(() => undefined);
  const began = playing.currentTime;
  if (!(await comesTrue(() => playing.currentTime > began, wait))) return 'noSound';
  if ((await mouth.open(deviceId)) !== 'open') return 'noMicrophone';
  if (await comesTrue(() => mouth.level() > 0, wait)) return 'passed';
  const outcome = await mouth.change(deviceId, withinMs);
  if (outcome === 'changed') return 'passed';
  return outcome === 'silent' ? 'silent' : 'noMicrophone';
}

async function comesTrue(isTrue: () => boolean, wait: typeof pause): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += lookEveryMs) {
    if (isTrue()) return true;
    await wait(lookEveryMs);
  }
  return isTrue();
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
