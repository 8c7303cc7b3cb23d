import type { ContactView } from '@ringside/shared/protocol/contact';
import { useEffect, useRef, useState } from 'react';
import { customerOf, isLive } from '../contacts.ts';
import { CallerWay } from '../features/contacts/CallerWay.tsx';
import { WhyMe } from '../features/call-path/WhyMe.tsx';
import { CustomerPage } from '../features/customer/CustomerPage.tsx';
import { WhoIsIt } from '../features/customer/WhoIsIt.tsx';
import { NoteAfterCall } from '../features/manager/NoteAfterCall.tsx';
import { PassedOn } from '../features/manager-call/PassedOn.tsx';
import type { Subject } from '../subject.ts';
import { WorkPage } from './WorkPage.tsx';
import type { PanelTab } from './WorkPage.tsx';

/** One open contact: who it is in the middle, what is written down about it on the right. */
export function ContactWork({
  contact,
  isShown,
}: {
  readonly contact: ContactView;
  readonly isShown: boolean;
}) {
  const customer = customerOf(contact);
  const [tab, setTab] = useState<PanelTab>(contact.state.is === 'wrapUp' ? 'wrapUp' : 'case');
  const panel = useRef<HTMLElement>(null);
  useShowWrapUp(contact, panel, setTab);
  const subject: Subject = {
    callId: contact.callId,
    customerId: customer?.customerId ?? null,
    caseId: null,
    customer,
    number: contact.caller.kind === 'number' ? contact.caller.number : null,
  };
  return (
    <WorkPage subject={subject} contact={contact} tab={tab} onTab={setTab} isShown={isShown} panelRef={panel}>
      <PassedOn contact={contact} />
      <NoteAfterCall contact={contact} />
      <CallerWay contact={contact} />
      <WhyMe contact={contact} />
      {customer ? (
        <CustomerPage customerId={customer.customerId} onNewTask={() => setTab('task')} />
      ) : (
        <WhoIsIt contact={contact} />
      )}
    </WorkPage>
  );
}

/** When the call ends the wrap-up comes forward, unless somebody is typing in the panel at that moment. */
function useShowWrapUp(
  contact: ContactView,
  panel: React.RefObject<HTMLElement | null>,
  show: (tab: PanelTab) => void,
): void {
  const wasLive = useRef(isLive(contact));
  const isOver = contact.state.is === 'wrapUp';
  useEffect(() => {
    const isTyping = panel.current?.contains(document.activeElement) ?? false;
    if (isOver && wasLive.current && !isTyping) show('wrapUp');
    wasLive.current = isLive(contact);
  }, [contact, isOver, panel, show]);
}
