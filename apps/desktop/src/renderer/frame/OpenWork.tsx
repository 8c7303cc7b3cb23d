import { Outlet } from '@tanstack/react-router';
import { Loading } from '@ringside/ui/EmptyState';
import { Suspense } from 'react';
import { isOffered } from '../contacts.ts';
import { useText } from '../i18n/text.ts';
import { ContactWork } from './pages.ts';
import { useContactPages } from './use-contact-pages.ts';
import { useFollowContacts } from './use-follow-contacts.ts';

/** The middle of the window: the open contacts, each as it was left, or the page that was chosen. */
export function OpenWork({ opened, isHome }: { readonly opened: string | null; readonly isHome: boolean }) {
  const t = useText();
  const contacts = useContactPages();
  useFollowContacts(opened);
  // Whoever looks at nothing else sees who calls before they answer.
  const shown = opened ?? (isHome ? (contacts.find(isOffered)?.callId ?? null) : null);
  const loading = <Loading label={t({ id: 'common.loading' })} lines={8} />;
  return (
    <main className="frame-page" id="page" tabIndex={-1}>
      {contacts.map((contact) => (
        <div key={contact.callId} className="frame-work" hidden={contact.callId !== shown}>
          <Suspense fallback={loading}>
            <ContactWork contact={contact} isShown={contact.callId === shown} />
          </Suspense>
        </div>
      ))}
      {shown === null && (
        <div className="frame-work">
          <Suspense fallback={loading}>
            <Outlet />
          </Suspense>
        </div>
      )}
    </main>
  );
}
