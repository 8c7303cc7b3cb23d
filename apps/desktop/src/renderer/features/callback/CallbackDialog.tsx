import { Dialog } from '@ringside/ui/Dialog';
import { closeCallbackWindow, useCallbackWindow } from '../../planned-callback.ts';
import { useWords } from '../../wording/words.ts';
import { CallbackForm } from './CallbackForm.tsx';

/** Planning a call back for a contact that is over, from wherever its row stands. */
export function CallbackDialog() {
  const { t } = useWords();
  const contact = useCallbackWindow((s) => s.contact);
  return (
    <Dialog
      isOpen={contact !== null}
      onClose={closeCallbackWindow}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'callback.plan' })}
    >
      {contact && <CallbackForm {...contact} onPlanned={closeCallbackWindow} />}
    </Dialog>
  );
}
