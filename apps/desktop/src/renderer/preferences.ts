import type { Language } from '@ringside/shared/model/language';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['compact', 'cosy', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** What this person chose for this computer. None of it is the gateway's business. */
export interface Preferences {
  /** null: the one the gateway knows for the person, or the browser's */
  readonly language: Language | null;
  readonly theme: Theme;
  readonly density: Density;
  /** pixels */
  readonly panelWidth: number;
  /** keys that differ from the product's own, by action */
  readonly keys: Readonly<Record<string, string>>;
  /** the devices were looked at once on this computer */
  readonly devicesSeen: boolean;
  /** whether the help for a complaint's category lies open */
  readonly playbookOpen: boolean;
  /** how often a disposition was chosen here, so that the likeliest come first */
  readonly dispositionsUsed: Readonly<Record<string, number>>;
}

const initial: Preferences = {
  language: null,
  theme: 'system',
  density: 'cosy',
  panelWidth: 400,
  keys: {},
  devicesSeen: false,
  playbookOpen: true,
  dispositionsUsed: {},
};

export const usePreferences = create<Preferences>()(
  persist(() => initial, { name: 'ringside.preferences', version: 1 }),
);

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

export function countDisposition(disposition: string): void {
  const { dispositionsUsed } = usePreferences.getState();
  prefer({
    dispositionsUsed: { ...dispositionsUsed, [disposition]: (dispositionsUsed[disposition] ?? 0) + 1 },
  });
}
