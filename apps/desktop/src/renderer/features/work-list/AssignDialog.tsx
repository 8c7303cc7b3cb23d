import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import { suggestions } from '@ringside/shared/protocol/work-list';
import type { BulkAct, Suggestion } from '@ringside/shared/protocol/work-list';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { UserX } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import type { Text } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { suggestionWords } from './work-words.ts';

interface AssignDialogProps {
  /** [] closed */
  readonly caseIds: readonly CaseId[];
  readonly onClose: () => void;
  readonly onAct: (act: BulkAct) => void;
}

/** WORK-6: to whom, best first, with what speaks for each. */
export function AssignDialog({ caseIds, onClose, onAct }: AssignDialogProps) {
  const t = useText();
  const [first] = caseIds;
  return (
    <Dialog
      title={t({ id: 'work.assignTitle' }, { count: caseIds.length })}
      closeLabel={t({ id: 'common.close' })}
      isOpen={first !== undefined}
      onClose={onClose}
    >
      {first !== undefined && <People caseId={first} count={caseIds.length} onAct={onAct} />}
    </Dialog>
  );
}

interface PeopleProps {
  readonly caseId: CaseId;
  readonly count: number;
  readonly onAct: (act: BulkAct) => void;
}

function People({ caseId, count, onAct }: PeopleProps) {
  const t = useText();
  const people = useAnswer({ ask: 'work.suggest', caseId }, suggestions);
  if (people.problem) return <p className="card-none">{t(problemWords[people.problem])}</p>;
  if (!people.value) return <Loading label={t({ id: 'common.loading' })} />;
  if (people.value.length === 0) {
    return (
      <EmptyState icon={<UserX size={28} aria-hidden />} title={t({ id: 'work.nobodyFits' })}>
        {t({ id: 'work.nobodyFitsWhy' })}
      </EmptyState>
    );
  }
  return (
    <>
      {count > 1 && (
        <div className="work-spread">
          <Button look="primary" onPress={() => onAct({ act: 'assignAll' })}>
            {t({ id: 'work.assignAll' })}
          </Button>
          <p className="rs-muted">{t({ id: 'work.assignAllWhy' })}</p>
        </div>
      )}
      <ul className="work-people">
        {people.value.map((person) => (
          <li key={person.agentId}>
            <Person person={person} onChoose={(to) => onAct({ act: 'assign', to })} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Person({
  person,
  onChoose,
}: {
  readonly person: Suggestion;
  readonly onChoose: (agentId: AgentId) => void;
}) {
  const t = useText();
  return (
    <Button onPress={() => onChoose(person.agentId)}>
      {person.name} <small>{whyOf(person, t)}</small>
    </Button>
  );
}

const whyOf = ({ terms }: Suggestion, t: Text): string =>
  terms.map(({ term, points }) => t(suggestionWords[term], { points: Math.abs(points) })).join(' · ');
