import type { ContactView } from '@ringside/shared/protocol/contact';
import { create } from 'zustand';
import { isLive } from '../../contacts.ts';
import { useDesk } from '../../desk.ts';

/** The one contact the bar is about: the live call, else the one in wrap-up. */
export function useBarContact(): ContactView | null {
  return useDesk(({ desk }) => {
    const contacts = desk?.contacts ?? [];
    return contacts.find(isLive) ?? contacts.find((contact) => contact.state.is === 'wrapUp') ?? null;
  });
}

/** The window for a number to call, with what is already known of it. */
export interface Dialling {
  readonly number: string;
}
export const useDialling = create<{ readonly dialling: Dialling | null }>(() => ({ dialling: null }));
export const openDial = (number = ''): void => useDialling.setState({ dialling: { number } });
export const closeDial = (): void => useDialling.setState({ dialling: null });
