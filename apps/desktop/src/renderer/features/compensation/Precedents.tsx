import type { CompensationKind } from '@ringside/shared/model/compensation';
import { unitOfKind } from '@ringside/shared/model/compensation';
import type { CaseId } from '@ringside/shared/model/ids';
import type { GivenRow } from '@ringside/shared/protocol/compensation';
import { precedentsView } from '@ringside/shared/protocol/compensation';
import { Checkbox } from '@ringside/ui/Field';
import { serverNow } from '@ringside/ui/ticker';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { date, dayText } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { amountText } from '../../wording/compensation-wording.ts';

/** COMP-11: what was given in like cases, so that alike is treated alike. */
export function Precedents({ caseId, kind }: { readonly caseId: CaseId; readonly kind: CompensationKind }) {
  const words = useWords();
  const { t } = words;
  const { currency } = useReference();
  const [sameTier, setSameTier] = useState(true);
  const answer = useAnswer({ ask: 'compensation.precedents', caseId, kind, sameTier }, precedentsView);
  const found = answer.value;
  const money = (minor: number | null) => (minor === null ? '' : amountText(kind, minor, currency, words));
  return (
    <section className="precedents" aria-label={t({ id: 'precedents.title' })}>
      <h3>{t({ id: 'precedents.title' })}</h3>
      <Checkbox isOn={sameTier} onChange={setSameTier}>
        {t({ id: 'precedents.sameTier' })}
      </Checkbox>
      {answer.problem !== null && <p className="rs-muted">{t(problemWords[answer.problem])}</p>}
      {found !== null && found.count === 0 && (
        <p className="rs-muted">{t({ id: 'precedents.none' }, { since: date(found.since, words) })}</p>
      )}
      {found !== null && found.count > 0 && (
        <>
          <p>
            {unitOfKind[kind] === 'none'
              ? t({ id: 'precedents.count' }, { count: found.count })
              : t(
                  { id: 'precedents.figures' },
                  {
                    count: found.count,
                    median: money(found.median),
                    smallest: money(found.smallest),
                    largest: money(found.largest),
                  },
                )}
          </p>
          <details>
            <summary>{t({ id: 'precedents.last' }, { count: found.last.length })}</summary>
            <ul>
              {found.last.map((row) => (
                <Precedent key={row.compensationId} row={row} />
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function Precedent({ row }: { readonly row: GivenRow }) {
  const words = useWords();
  const { currency } = useReference();
  const go = useGo();
  return (
    <li>
      <button type="button" className="link" onClick={() => go.case(row.caseId)}>
        <strong>{row.caseReference}</strong>
      </button>
      <span>{amountText(row.kind, row.amount, currency, words)}</span>
      <span className="rs-muted">{dayText(row.at, serverNow(), words)}</span>
      <span className="rs-clip rs-muted" title={row.reason}>
        {row.reason}
      </span>
    </li>
  );
}
