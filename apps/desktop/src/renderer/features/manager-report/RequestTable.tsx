import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { managerReasonWords } from '../../wording/manager-reason-wording.ts';
import {
  managerOutcomeWords,
  managerStateWords,
  managerWayWords,
} from '../../wording/manager-request-wording.ts';
import { dayAndTime, duration } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf, useWords } from '../../wording/words.ts';

/** Requests with who, what came of each, and the way to its call and case. */
export function RequestTable({
  label,
  requests,
  withCategory = true,
}: {
  readonly label: string;
  readonly requests: readonly ManagerRequestView[];
  /** false: they are all of one */
  readonly withCategory?: boolean;
}) {
  const columns = useColumns(withCategory);
  return <Table label={label} rows={requests} rowId={({ requestId }) => requestId} columns={columns} />;
}

function useColumns(withCategory: boolean): Column<ManagerRequestView>[] {
  const words = useWords();
  const { t, language } = words;
  const go = useGo();
  const { seeCustomers, watchFloor } = useMay();
  const { categories } = useReference();
  return [
    {
      id: 'asked',
      title: t({ id: 'managerReport.when' }),
      cell: ({ askedAt }) => dayAndTime(askedAt, serverNow(), words),
    },
    { id: 'who', title: t({ id: 'calls.who' }), cell: (one) => one.customerName || (one.number ?? '–') },
    {
      id: 'why',
      title: t({ id: 'managerReport.why' }),
      cell: ({ way, reason }) => (
        <span className="managers-why">
          {t(managerWayWords[way])}
          {reason !== null && <small>{t(managerReasonWords[reason])}</small>}
        </span>
      ),
    },
    {
      id: 'about',
      title: withCategory ? t({ id: 'case.category' }) : t({ id: 'managerReport.noted' }),
      cell: ({ category, outcomeNote, note }) => (
        <span className="managers-about">
          {withCategory &&
            (category === null
              ? t({ id: 'managerReport.unsaid' })
              : nameOf(categories, (one) => one.category === category, category, language))}
          <small>{outcomeNote || note}</small>
        </span>
      ),
    },
    { id: 'taken', title: t({ id: 'managerReport.takenBy' }), cell: (one) => takenText(one, words) },
    {
      id: 'outcome',
      title: t({ id: 'managerReport.outcome' }),
      cell: (one) => (
        <span className="managers-about">
          {one.outcome === null ? t(managerStateWords[one.state]) : t(managerOutcomeWords[one.outcome])}
          {one.promise !== null && <small>{promiseText(one.promise, words)}</small>}
        </span>
      ),
    },
    {
      id: 'behind',
      title: t({ id: 'managerReport.callAndCase' }),
      cell: ({ callId, caseId, caseReference }) => (
        <span className="managers-links">
          {callId !== null && watchFloor && (
            <button type="button" className="link" onClick={() => go.callPath(callId)}>
              {t({ id: 'managerReport.call' })}
            </button>
          )}
          {caseId !== null && seeCustomers && (
            <button type="button" className="link" onClick={() => go.case(caseId)}>
              {caseReference}
            </button>
          )}
        </span>
      ),
    },
  ];
}

const takenText = ({ takenByName, takenAt, askedAt }: ManagerRequestView, words: Words): string =>
  takenAt === null ? '–' : `${takenByName} · ${duration(takenAt - askedAt, words)}`;

const promiseText = ({ what, keptAt }: NonNullable<ManagerRequestView['promise']>, { t }: Words): string =>
  `${what} (${keptAt === null ? t({ id: 'managerReport.open' }) : t({ id: 'managerReport.kept' })})`;
