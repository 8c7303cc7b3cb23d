import { Dialog } from '@ringside/ui/Dialog';
import type { Subject } from '../../subject.ts';
import { useText } from '../../i18n/text.ts';
import { TaskForm } from './TaskForm.tsx';

const nobody: Subject = { callId: null, customerId: null, caseId: null, customer: null, number: null };

/** A task made away from a call; of a case where that is named. */
export function NewTask({ onClose, of = nobody }: { readonly onClose: () => void; readonly of?: Subject }) {
  const t = useText();
  return (
    <Dialog isOpen onClose={onClose} closeLabel={t({ id: 'common.close' })} title={t({ id: 'tasks.new' })}>
      <TaskForm subject={of} onMade={onClose} />
    </Dialog>
  );
}
