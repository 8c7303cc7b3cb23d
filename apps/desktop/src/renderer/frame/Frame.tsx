import { useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { CallBar } from '../features/calling/CallBar.tsx';
import { CallbackDialog } from '../features/callback/CallbackDialog.tsx';
import { DialDialog } from '../features/calling/DialDialog.tsx';
import { LineNotices } from '../features/calling/LineNotices.tsx';
import { CompensationNews } from '../features/compensation/CompensationNews.tsx';
import { ClockAlerts } from '../features/clocks/ClockAlerts.tsx';
import { OpenContacts } from '../features/contacts/OpenContacts.tsx';
import { DemoCaller } from '../features/demo/DemoCaller.tsx';
import { AskManager } from '../features/manager-call/AskManager.tsx';
import { MyDay } from '../features/my-day/MyDay.tsx';
import { RaiseHand } from '../features/help/RaiseHand.tsx';
import { GivenCases } from '../features/workflow/GivenCases.tsx';
import { UnreadMessages } from '../features/messages/UnreadMessages.tsx';
import { Incoming } from '../features/offers/Incoming.tsx';
import { OfferAnnouncer } from '../features/offers/OfferAnnouncer.tsx';
import { PresenceMenu } from '../features/presence/PresenceMenu.tsx';
import { ResumingNotice } from '../features/presence/ResumingNotice.tsx';
import { CommandPalette } from '../features/search/CommandPalette.tsx';
import { NotSatisfied } from '../features/satisfaction/NotSatisfied.tsx';
import { signOut } from '../features/session/session.ts';
import { CheatSheet } from '../features/settings/CheatSheet.tsx';
import { InYourCall } from '../features/supervision/InYourCall.tsx';
import { RotaNotices } from '../features/swaps/RotaNotices.tsx';
import { TaskNotices } from '../features/tasks/TaskNotices.tsx';
import { DueToday } from '../features/tasks/DueToday.tsx';
import { DutyLine } from '../DutyLine.tsx';
import { useText } from '../i18n/text.ts';
import { useMay } from '../may.ts';
import { Notices } from '../notices/Notices.tsx';
import { useServices } from '../services.tsx';
import { idle } from '../waiting/idle.ts';
import { NavRail } from './NavRail.tsx';
import { OpenWork } from './OpenWork.tsx';
import { InCharge, preloadPages } from './pages.ts';
import { useVoice } from './use-voice.ts';
import './Frame.css';

const contactPath = /^[/]contact[/](.+)$/;

/** The window: the bar, the rail, the contacts, and the page in the middle. It follows no event: its parts do. */
export function Frame() {
  const t = useText();
  const services = useServices();
  const { pathname } = useLocation();
  const opened = contactPath.exec(pathname)?.[1] ?? null;
  const [isDemoOpen, setDemoOpen] = useState(false);
  const may = useMay();
  useEffect(() => void preloadPages(idle), []);

  return (
    <div className="frame">
      <a className="skip" href="#page" onClick={(event) => skipTo(event, 'page')}>
        {t({ id: 'frame.skip' })}
      </a>
      <CallBar presence={<PresenceMenu onSignOut={() => void signOut(services)} />} help={<Help />} />
      <div className="frame-notices">
        <div className="frame-duty">
          <DutyLine />
        </div>
        <LineNotices />
        <ResumingNotice />
        <InYourCall />
        <ClockAlerts />
        <UnreadMessages />
        <NotSatisfied />
        {may.seeCustomers && <TaskNotices />}
        <RotaNotices />
        {may.listen && (
          <Suspense fallback={null}>
            <InCharge />
          </Suspense>
        )}
      </div>
      <NavRail onDemo={() => setDemoOpen(true)} />
      <aside className="frame-list" hidden={!may.seeCustomers} aria-label={t({ id: 'frame.list' })}>
        {may.takeCalls && <Incoming />}
        {may.takeCalls && <OpenContacts shown={opened} />}
        {may.seeCustomers && <DueToday />}
        {may.takeCalls && <MyDay />}
      </aside>
      <OpenWork opened={opened} isHome={pathname === '/'} />
      <GivenCases />
      <CompensationNews />
      <OfferAnnouncer />
      <Voice />
      {may.takeCalls && <DialDialog />}
      {may.takeCalls && <CallbackDialog />}
      <CommandPalette />
      <CheatSheet />
      <DemoCaller isOpen={isDemoOpen} onClose={() => setDemoOpen(false)} />
      <Notices />
    </div>
  );
}

/** Who helps an agent in a call: a supervisor, or a manager who takes the caller. */
const Help = () => (
  <>
    <RaiseHand />
    <AskManager />
  </>
);

/** On its own, so that a call that changes draws nothing but what shows it. */
function Voice() {
  useVoice();
  return null;
}

/** The address is the router's: the skip link moves the focus and leaves it alone. */
function skipTo(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
