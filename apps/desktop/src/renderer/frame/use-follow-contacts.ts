import type { ContactView } from '@ringside/shared/protocol/contact';
import { useEffect, useRef } from 'react';
import { isLive } from '../contacts.ts';
import { useDesk } from '../desk.ts';
import { useGo } from '../navigation.ts';

/** In wrap-up too: a caller who hangs up at once may never have been seen talking. */
const isOpen = (contact: ContactView): boolean => isLive(contact) || contact.state.is === 'wrapUp';

/** Shows a contact when its call begins here, and leaves its page when it is gone. Neither moves the focus. */
export function useFollowContacts(shown: string | null): void {
  const go = useGo();
  const contacts = useDesk((s) => s.desk?.contacts);
  const before = useRef<readonly ContactView[] | null>(null);
  useEffect(() => {
    if (!contacts) return;
    const wasOpen = new Set(before.current?.filter(isOpen).map((contact) => contact.callId));
    const isFirstLook = before.current === null;
    const begun = contacts.find((contact) => isOpen(contact) && !wasOpen.has(contact.callId));
    before.current = contacts;
    if (begun && (!isFirstLook || shown === null)) return go.contact(begun.callId);
    const isGone = shown !== null && !contacts.some((contact) => contact.callId === shown);
    if (isGone) go.page('/');
  }, [contacts, go, shown]);
}
