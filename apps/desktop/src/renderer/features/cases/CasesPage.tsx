import type { CaseView } from '@ringside/shared/protocol/case';
import { caseView } from '@ringside/shared/protocol/case';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Filter } from '@ringside/ui/Filter';
import { Explained } from '@ringside/ui/Hint';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { FolderOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { stageName, useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { severityWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { priorityExplained } from './priority-wording.ts';
import './CasePage.css';

const caseViews = z.array(caseView);

export function CasesPage() {
  const { t } = useWords();
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const cases = useAnswer({ ask: 'case.list', whose }, caseViews);
  const columns = useColumns(whose);
  return (
    <div className="page">
      <h1>{t({ id: 'cases.title' })}</h1>
      <Card
        title={t({ id: 'cases.byPriority' })}
        aside={
          <Filter
            label={t({ id: 'cases.whose' })}
            choices={[
              { value: 'mine', name: t({ id: 'cases.mine' }) },
              { value: 'all', name: t({ id: 'cases.all' }) },
            ]}
            chosen={whose}
            onChoose={setWhose}
          />
        }
      >
        {cases.problem && <p className="card-none">{t(problemWords[cases.problem])}</p>}
        {cases.isAsking && <Loading label={t({ id: 'common.loading' })} />}
        {cases.value?.length === 0 && (
          <EmptyState icon={<FolderOpen size={28} aria-hidden />} title={t({ id: 'cases.none' })}>
            {t({ id: 'cases.noneWhy' })}
          </EmptyState>
        )}
        {cases.value && cases.value.length > 0 && (
          <Table
            label={t({ id: 'cases.title' })}
            columns={columns}
            rows={cases.value}
            rowId={(open) => open.caseId}
          />
        )}
      </Card>
    </div>
  );
}

function useColumns(whose: 'mine' | 'all'): Column<CaseView>[] {
  const words = useWords();
  const reference = useReference();
  const go = useGo();
  return useMemo(() => {
    const { t } = words;
    const columns: Column<CaseView>[] = [
      {
        id: 'priority',
        title: t({ id: 'cases.priority' }),
        isNumber: true,
        cell: (open) => (
          <Explained text={priorityExplained(open.priority, words)}>{open.priority.score}</Explained>
        ),
      },
      {
        id: 'case',
        title: t({ id: 'cases.case' }),
        cell: (open) => (
          <button type="button" className="link" onClick={() => go.case(open.caseId)}>
            <strong>{open.reference}</strong> {open.title}
          </button>
        ),
      },
      { id: 'customer', title: t({ id: 'cases.customer' }), cell: (open) => open.customerName },
      { id: 'severity', title: t({ id: 'cases.severity' }), cell: (open) => t(severityWords[open.severity]) },
      { id: 'stage', title: t({ id: 'cases.stage' }), cell: (open) => stageName(open, reference, words) },
      {
        id: 'promise',
        title: t({ id: 'cases.promise' }),
        cell: ({ promise }) => promise && <Due at={promise.dueAt} />,
      },
    ];
    return whose === 'mine'
      ? columns
      : [...columns, { id: 'owner', title: t({ id: 'cases.owner' }), cell: (open) => open.ownerName }];
  }, [reference, words, go, whose]);
}

function Due({ at }: { readonly at: number }) {
  const words = useWords();
  const isLate = at < serverNow();
  return (
    <span className={isLate ? 'late' : undefined}>
      {isLate && '▲ '}
      {dayAndTime(at, serverNow(), words)}
    </span>
  );
}
