import type { AgentId } from '@ringside/shared/model/ids';
import { create } from 'zustand';

/** The window for a message to the floor, and who it was opened for; null: everybody. */
export interface Telling {
  readonly person: { readonly id: AgentId; readonly name: string } | null;
}

export const useTelling = create<{ readonly telling: Telling | null }>(() => ({ telling: null }));
export const tellFloor = (person: Telling['person']): void => useTelling.setState({ telling: { person } });
export const doneTelling = (): void => useTelling.setState({ telling: null });
