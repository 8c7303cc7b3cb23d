import { create } from 'zustand';
import type { AudioTest } from './phone/phone.ts';

/**
 * How far the test after sleep is (PRES-12): nothing to test, waiting until the telephone is registered, testing, or what
 * is wrong; it is then tried again by itself.
 */
export type SelfTest = 'none' | 'line' | 'testing' | Exclude<AudioTest, 'passed'>;

export const useSelfTest = create<{ readonly test: SelfTest; readonly again: () => void }>(() => ({
  test: 'none',
  again: () => undefined,
}));
