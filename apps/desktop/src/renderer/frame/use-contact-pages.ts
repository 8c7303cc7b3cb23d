import type { ContactView } from '@ringside/shared/protocol/contact';
import { startTransition, useEffect, useState } from 'react';
import { isOffered } from '../contacts.ts';
import { useDesk } from '../desk.ts';
import { afterPaint } from './after-paint.ts';

const none: readonly ContactView[] = [];

/**
 * The contacts whose pages stand in the middle. A page with its forms takes many times as long to build as the card, so
 * a call that begins to ring has its card painted first; its page is built after that, in pieces between which a key
 * or a click is heard. Every other contact has its page at once.
 */
export function useContactPages(): readonly ContactView[] {
  const contacts = useDesk((s) => s.desk?.contacts) ?? none;
  const [built, setBuilt] = useState<ReadonlySet<string>>(
    () => new Set(contacts.map(({ callId }) => callId)),
  );
  const wanted = contacts.map(({ callId }) => callId).join(' ');
  useEffect(() => afterPaint(() => startTransition(() => setBuilt(new Set(wanted.split(' '))))), [wanted]);
  return contacts.filter((contact) => !isOffered(contact) || built.has(contact.callId));
}
