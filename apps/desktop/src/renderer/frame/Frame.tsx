import { Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { CallBar } from '../features/calling/CallBar.tsx';
import { DialDialog } from '../features/calling/DialDialog.tsx';
import { LineNotices } from '../features/calling/LineNotices.tsx';
import { OpenContacts } from '../features/contacts/OpenContacts.tsx';
import { DemoCaller } from '../features/demo/DemoCaller.tsx';
import { MyDay } from '../features/my-day/MyDay.tsx';
import { Incoming } from '../features/offers/Incoming.tsx';
import { OfferAnnouncer } from '../features/offers/OfferAnnouncer.tsx';
import { PresenceMenu } from '../features/presence/PresenceMenu.tsx';
import { CommandPalette } from '../features/search/CommandPalette.tsx';
import { signOut } from '../features/session/session.ts';
import { CheatSheet } from '../features/settings/CheatSheet.tsx';
import { DueToday } from '../features/tasks/DueToday.tsx';
import { isOffered } from '../contacts.ts';
import { useText } from '../i18n/text.ts';
import { useDesk } from '../desk.ts';
import { useMay } from '../may.ts';
import { Notices } from '../notices/Notices.tsx';
import { useServices } from '../services.tsx';
import { ContactWork } from './ContactWork.tsx';
import { NavRail } from './NavRail.tsx';
import { useFollowContacts } from './use-follow-contacts.ts';
import { useVoice } from './use-voice.ts';
import './Frame.css';

const contactPath = /^[/]contact[/](.+)$/;

/** The window: the bar, the rail, the contacts, and the page in the middle. */
export function Frame() {
  const t = useText();
  const services = useServices();
  const { pathname } = useLocation();
  const contacts = useDesk((s) => s.desk?.contacts) ?? none;
  const opened = contactPath.exec(pathname)?.[1] ?? null;
  // Whoever looks at nothing else sees who calls before they answer.
  const shown = opened ?? (pathname === '/' ? (contacts.find(isOffered)?.callId ?? null) : null);
  const [isDemoOpen, setDemoOpen] = useState(false);
  const may = useMay();
  useFollowContacts(opened);
  useVoice();

  return (
    <div className="frame">
      <a className="skip" href="#page" onClick={(event) => skipTo(event, 'page')}>
        {t({ id: 'frame.skip' })}
      </a>
      <CallBar presence={<PresenceMenu onSignOut={() => void signOut(services)} />} />
      <div className="frame-notices">
        <LineNotices />
      </div>
      <NavRail onDemo={() => setDemoOpen(true)} />
      <aside className="frame-list" hidden={!may.seeCustomers} aria-label={t({ id: 'frame.list' })}>
        {may.takeCalls && <Incoming />}
        {may.takeCalls && <OpenContacts shown={shown} />}
        {may.seeCustomers && <DueToday />}
        {may.takeCalls && <MyDay />}
      </aside>
      <main className="frame-page" id="page" tabIndex={-1}>
        {contacts.map((contact) => (
          <div key={contact.callId} className="frame-work" hidden={contact.callId !== shown}>
            <ContactWork contact={contact} isShown={contact.callId === shown} />
          </div>
        ))}
        {shown === null && (
          <div className="frame-work">
            <Outlet />
          </div>
        )}
      </main>
      <OfferAnnouncer />
      {may.takeCalls && <DialDialog />}
      <CommandPalette />
      <CheatSheet />
      <DemoCaller isOpen={isDemoOpen} onClose={() => setDemoOpen(false)} />
      <Notices />
    </div>
  );
}

const none = [] as const;

/** The address is the router's: the skip link moves the focus and leaves it alone. */
function skipTo(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
