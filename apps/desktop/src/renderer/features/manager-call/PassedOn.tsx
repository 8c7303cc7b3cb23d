import type { ContactView } from '@ringside/shared/protocol/contact';
import { UserRoundCheck } from 'lucide-react';
import { managerReasonWords } from '../../wording/manager-reason-wording.ts';
import { useWords } from '../../wording/words.ts';
import './manager-call.css';

/** DUTY-8: who passed the caller on, why, and what they wrote to go along. */
export function PassedOn({ contact }: { readonly contact: ContactView }) {
  const { t } = useWords();
  if (contact.manager === null) return null;
  const { askedByName, reason, note, caseId } = contact.manager;
  const about = contact.pop.openCases.find((one) => one.caseId === caseId);
  return (
    <section className="passed-on" aria-label={t({ id: 'askManager.passedOnLabel' })}>
      <UserRoundCheck size={16} aria-hidden />
      <div>
        <strong>
          {t({ id: 'askManager.passedOn' }, { name: askedByName, reason: t(managerReasonWords[reason]) })}
        </strong>
        {about && (
          <p>
            {about.reference} · {about.title}
          </p>
        )}
        {note !== '' && <p>{note}</p>}
      </div>
    </section>
  );
}
