import { Dialog } from '@ringside/ui/Dialog';
import { whoText } from '../../wording/phone-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import type { Acting } from './acting.ts';
import { doneActing, useActing } from './acting.ts';
import { ConfirmAct } from './ConfirmAct.tsx';
import { MoveForm } from './MoveForm.tsx';
import { PresenceForm } from './PresenceForm.tsx';
import { PriorityForm } from './PriorityForm.tsx';
import { SendToForm } from './SendToForm.tsx';

/** What is asked before somebody in charge acts on a caller or an agent. */
export function ActingDialog() {
  const words = useWords();
  const { t } = words;
  const acting = useActing((s) => s.acting);
  if (acting === null) return null;
  return (
    <Dialog title={titleOf(acting, words)} closeLabel={t({ id: 'common.close' })} isOpen onClose={doneActing}>
      <Question acting={acting} />
    </Dialog>
  );
}

function Question({ acting }: { readonly acting: Acting }) {
  switch (acting.act) {
    case 'barge':
    case 'takeOver':
    case 'signOut':
      return <ConfirmAct acting={acting} />;
    case 'move':
      return <MoveForm callId={acting.callId} />;
    case 'prioritise':
      return <PriorityForm callId={acting.callId} />;
    case 'sendTo':
      return <SendToForm callId={acting.callId} people={acting.people} />;
    case 'setPresence':
      return <PresenceForm agentId={acting.agentId} name={acting.name} />;
  }
}

function titleOf(acting: Acting, words: Words): string {
  const { t } = words;
  const who =
    'who' in acting && acting.who !== '' ? whoText(acting.who, words) : t({ id: 'supervision.aCaller' });
  switch (acting.act) {
    case 'barge':
      return t({ id: 'supervision.bargeTitle' });
    case 'takeOver':
      return t({ id: 'supervision.takeOverTitle' });
    case 'move':
      return t({ id: 'act.moveTitle' }, { who });
    case 'prioritise':
      return t({ id: 'act.prioritiseTitle' }, { who });
    case 'sendTo':
      return t({ id: 'act.sendToTitle' }, { who });
    case 'setPresence':
      return t({ id: 'act.stateTitle' }, { name: acting.name });
    case 'signOut':
      return t({ id: 'act.signOutTitle' }, { name: acting.name });
  }
}
