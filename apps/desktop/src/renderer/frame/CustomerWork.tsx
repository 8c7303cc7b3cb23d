import type { CustomerId } from '@ringside/shared/model/ids';
import { customerFile } from '@ringside/shared/protocol/customer';
import { useState } from 'react';
import { useAnswer } from '../asking.ts';
import { openDial } from '../features/calling/current-call.ts';
import { CustomerPage } from '../features/customer/CustomerPage.tsx';
import { useMay } from '../may.ts';
import type { Subject } from '../subject.ts';
import { WorkPage } from './WorkPage.tsx';
import type { PanelTab } from './WorkPage.tsx';

/** A customer's page without a call. */
export function CustomerWork({ customerId }: { readonly customerId: CustomerId }) {
  const [tab, setTab] = useState<PanelTab>('task');
  const file = useAnswer({ ask: 'customer.file', customerId }, customerFile, customerId);
  const { takeCalls } = useMay();
  const onCall = takeCalls ? openDial : undefined;
  const page = <CustomerPage customerId={customerId} onNewTask={() => setTab('task')} onCall={onCall} />;
  // The forms begin with what the file says, so they wait for it.
  if (!file.value) return <div className="page">{page}</div>;
  const { card, numbers } = file.value;
  const subject: Subject = {
    callId: null,
    customerId,
    caseId: null,
    customer: card,
    number: numbers[0]?.number ?? null,
  };
  return (
    <WorkPage subject={subject} contact={null} tab={tab} onTab={setTab} isShown panelRef={null}>
      {page}
    </WorkPage>
  );
}
