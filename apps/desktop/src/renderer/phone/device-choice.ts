import { z } from 'zod';
import type { DeviceChoice } from './phone.ts';

const kept = z.object({
  microphoneId: z.string().nullable(),
  headsetId: z.string().nullable(),
  ringerId: z.string().nullable(),
});
const key = 'ringside.devices';
const systemDefaults: DeviceChoice = { microphoneId: null, headsetId: null, ringerId: null };

/** What this machine's agent chose before; the system's defaults when nothing readable is kept. */
export function readChoice(storage: Pick<Storage, 'getItem'>): DeviceChoice {
  try {
    return kept.parse(JSON.parse(storage.getItem(key) ?? 'null'));
  } catch {
    return systemDefaults;
  }
}

export function keepChoice(storage: Pick<Storage, 'setItem'>, choice: DeviceChoice): void {
  storage.setItem(key, JSON.stringify(choice));
}
