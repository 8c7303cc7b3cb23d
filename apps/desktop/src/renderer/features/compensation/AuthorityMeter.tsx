import type { CompensationKind } from '@ringside/shared/model/compensation';
import { unitOfKind } from '@ringside/shared/model/compensation';
import type { AuthorityView } from '@ringside/shared/protocol/compensation';
import { Check, UserCheck } from 'lucide-react';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { amountText } from '../../wording/compensation-wording.ts';
import { gradeWords, graderWords } from './compensation-words.ts';
import type { Decider, Rung } from './who-decides.ts';
import { deciderOf, ladderOf } from './who-decides.ts';

interface AuthorityMeterProps {
  readonly authority: AuthorityView;
  readonly kind: CompensationKind;
  /** null: nothing typed that is an amount */
  readonly amount: number | null;
}

/** COMP-2: who may give how much to this customer, and where the amount being typed stands. */
export function AuthorityMeter({ authority, kind, amount }: AuthorityMeterProps) {
  const words = useWords();
  const { t, language } = words;
  const { currency } = useReference();
  const money = (minor: number) => amountText(kind, minor, currency, words);
  const decider = amount === null ? null : deciderOf(authority, amount);
  const { rule, given, left } = authority;
  const hasAmount = unitOfKind[kind] !== 'none';
  return (
    <div className="authority">
      <ol className="authority-ladder" aria-label={t({ id: 'authority.ladder' })}>
        {ladderOf(authority).map((rung) => (
          <li
            key={rung.decider}
            aria-current={rung.decider === decider ? 'step' : undefined}
            data-own={rung.decider === 'self'}
          >
            <RungWords rung={rung} limit={hasAmount && rung.upTo !== null ? money(rung.upTo) : null} />
          </li>
        ))}
      </ol>
      {decider !== null && <Verdict decider={decider} />}
      {hasAmount && rule !== null && (
        <p className="authority-rule">
          {t(
            { id: 'authority.left' },
            { left: money(left), given: money(given), days: rule.days, rule: rule.name[language] },
          )}
        </p>
      )}
    </div>
  );
}

function RungWords({ rung, limit }: { readonly rung: Rung; readonly limit: string | null }) {
  const { t } = useWords();
  return (
    <>
      <span>{useDeciderWord()(rung.decider)}</span>
      {limit !== null && <strong>{t({ id: 'authority.upTo' }, { limit })}</strong>}
    </>
  );
}

function Verdict({ decider }: { readonly decider: Decider }) {
  const { t } = useWords();
  const wordOf = useApproverWord();
  const isOwn = decider === 'self';
  return (
    <p className="authority-verdict" data-own={isOwn} role="status">
      {isOwn ? <Check size={14} aria-hidden /> : <UserCheck size={14} aria-hidden />}
      {isOwn ? t({ id: 'authority.within' }) : t({ id: 'authority.above' }, { who: wordOf(decider) })}
    </p>
  );
}

function useDeciderWord(): (decider: Decider) => string {
  const { t } = useWords();
  return (decider) => {
    if (decider === 'self') return t({ id: 'authority.you' });
    return decider === 'twoManagers' ? t({ id: 'authority.twoManagers' }) : t(gradeWords[decider]);
  };
}

/** The same within a sentence. */
function useApproverWord(): (decider: Decider) => string {
  const { t } = useWords();
  const wordOf = useDeciderWord();
  return (decider) => {
    if (decider === 'self') return wordOf(decider);
    return decider === 'twoManagers' ? t({ id: 'grade.twoManagers' }) : t(graderWords[decider]);
  };
}
