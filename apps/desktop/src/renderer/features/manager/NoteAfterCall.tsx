import type { ContactView } from '@ringside/shared/protocol/contact';
import { managerPage } from '@ringside/shared/protocol/manager';
import { useAnswer } from '../../asking.ts';
import { managerWork, useDesk } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { useText } from '../../i18n/text.ts';
import { NoteForm } from './NoteForm.tsx';
import './manager.css';

/** NOTE-3: a call that a manager took has ended at their desk: what came of it is asked there and then. */
export function NoteAfterCall({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const hasRotas = useDesk(({ desk }) => (desk?.duty.length ?? 0) > 0);
  const { listen } = useMay();
  const isAsked = hasRotas && listen && contact.state.is === 'wrapUp';
  const { value } = useAnswer(isAsked ? { ask: 'manager.page' } : null, managerPage, managerWork);
  const request = value?.open.find(({ callId, state }) => callId === contact.callId && state === 'taken');
  if (request === undefined) return null;
  return (
    <section className="manager-after" aria-label={t({ id: 'manager.note' })}>
      <h2>{t({ id: 'manager.note' })}</h2>
      <NoteForm request={request} />
    </section>
  );
}
