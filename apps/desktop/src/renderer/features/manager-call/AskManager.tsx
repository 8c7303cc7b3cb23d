import type { CallId } from '@ringside/shared/model/ids';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import { useKey, useShownKeys } from '../../keys/keys.ts';
import { AskManagerForm } from './AskManagerForm.tsx';
import './manager-call.css';

/** DUTY-8: one button by which the caller goes to whoever is on duty. Nothing where the centre has no rota. */
export function AskManager() {
  const t = useText();
  const contact = useDesk(({ desk }) => (desk?.contacts ?? []).find(hasCaller) ?? null);
  const hasRotas = useDesk(({ desk }) => (desk?.duty.length ?? 0) > 0);
  // the next caller is not passed on by what was opened for this one
  const [openFor, setOpenFor] = useState<CallId | null>(null);
  const keys = useShownKeys('askManager');
  const open = () => setOpenFor(contact?.callId ?? null);
  useKey('askManager', open, hasRotas && contact !== null);
  if (!hasRotas) return null;
  const close = () => setOpenFor(null);
  return (
    <span className="ask-manager">
      <Button
        icon={<UserRoundCheck size={16} aria-hidden />}
        keys={keys}
        isDisabled={contact === null}
        onPress={open}
      >
        {t({ id: 'askManager.button' })}
      </Button>
      <Dialog
        title={t({ id: 'askManager.title' })}
        closeLabel={t({ id: 'common.close' })}
        isOpen={contact !== null && contact.callId === openFor}
        onClose={close}
      >
        {contact && <AskManagerForm key={contact.callId} contact={contact} onDone={close} />}
      </Dialog>
    </span>
  );
}

/** Who reconnects has nobody to pass on yet. */
const hasCaller = ({ state: { is } }: ContactView): boolean => is === 'talking' || is === 'held';
