import type { WaitingCompensation } from '@ringside/shared/protocol/compensation';
import { waitingList } from '@ringside/shared/protocol/compensation';
import { TierBadge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { CircleCheck, FileWarning } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { compensationKindWords, tierWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { amountText } from '../../wording/compensation-wording.ts';
import { CompensationActions } from './CompensationActions.tsx';
import { notApproveWords } from './compensation-words.ts';
import { TimeToDecide } from './TimeToDecide.tsx';

/** COMP-8: what waits for a decision, the soonest due first. */
export function WaitingList() {
  const { t } = useWords();
  const answer = useAnswer({ ask: 'compensation.waiting' }, waitingList, 'compensation');
  if (answer.value === null) {
    if (answer.problem === null) return <Loading label={t({ id: 'common.loading' })} />;
    return (
      <EmptyState
        icon={<FileWarning size={28} aria-hidden />}
        title={t(problemWords[answer.problem])}
        action={<Button onPress={answer.again}>{t({ id: 'common.tryAgain' })}</Button>}
      />
    );
  }
  if (answer.value.length === 0) {
    return (
      <EmptyState icon={<CircleCheck size={28} aria-hidden />} title={t({ id: 'approvals.none' })}>
        {t({ id: 'approvals.noneWhy' })}
      </EmptyState>
    );
  }
  return (
    <ul className="approvals" aria-label={t({ id: 'approvals.title' })}>
      {answer.value.map((one) => (
        <Waiting key={one.compensationId} of={one} />
      ))}
    </ul>
  );
}

function Waiting({ of }: { readonly of: WaitingCompensation }) {
  const words = useWords();
  const { t, language } = words;
  const { currency, categories } = useReference();
  const go = useGo();
  const { kind, amount, may, tier, category } = of;
  const money = (minor: number) => amountText(kind, minor, currency, words);
  const facts: readonly [string, string][] = [
    [t({ id: 'compensation.reason' }), of.reason],
    [t({ id: 'compensation.evidence' }), of.evidence],
    [
      t({ id: 'case.category' }),
      nameOf(categories, (item) => item.category === category, category, language),
    ],
    [t({ id: 'approvals.given' }), money(of.given)],
    [t({ id: 'approvals.room' }), money(of.room)],
  ];
  return (
    <li className="approval rs-card">
      <div className="approval-head">
        <div>
          <h2>
            {t(compensationKindWords[kind])} {money(amount)}
          </h2>
          <p>
            <button type="button" className="link" onClick={() => go.case(of.caseId)}>
              <strong>{of.caseReference}</strong> {of.caseTitle}
            </button>
          </p>
          <p className="approval-who">
            {of.customerName !== '' && <span>{of.customerName}</span>}
            {tier !== null && tier !== 'standard' && <TierBadge tier={tier}>{t(tierWords[tier])}</TierBadge>}
            <span className="rs-muted">{t({ id: 'approvals.askedBy' }, { name: of.askedByName })}</span>
          </p>
        </div>
        <TimeToDecide until={of.decideBy} />
      </div>
      <dl className="approval-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {of.endorsedByName !== null && (
        <p>{t({ id: 'compensation.endorsedBy' }, { name: of.endorsedByName })}</p>
      )}
      {may.endorse && <p className="rs-muted">{t({ id: 'approvals.takesTwo' })}</p>}
      {may.notApprove !== null && <p className="rs-muted">{t(notApproveWords[may.notApprove])}</p>}
      <CompensationActions of={of} />
    </li>
  );
}
