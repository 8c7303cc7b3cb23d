import type { CostHeading, CostView, GivenRow, GivenRows } from '@ringside/shared/protocol/compensation';
import { givenRows } from '@ringside/shared/protocol/compensation';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { compensationKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { amountText } from '../../wording/compensation-wording.ts';
import type { Period } from './CostPart.tsx';
import { costName } from './cost-name.ts';

type Place = NonNullable<GivenRows['next']>;

interface CostsBehindProps {
  readonly heading: CostHeading;
  readonly of: CostView;
  readonly period: Period;
  readonly onClose: () => void;
}

/** The cases behind a sum, newest first. */
export function CostsBehind({ heading, of, period, onClose }: CostsBehindProps) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const answer = useAnswer(
    { ask: 'compensation.behind', ...period, heading, key: of.key, before: places.at(-1) ?? null },
    givenRows,
    'compensation',
  );
  const next = answer.value?.next ?? null;
  const columns = useGivenColumns();
  const name = costName(heading, of.key, reference, words);
  return (
    <Card
      title={t({ id: 'cost.behind' }, { name })}
      aside={
        <Button small onPress={onClose}>
          {t({ id: 'common.close' })}
        </Button>
      }
    >
      {answer.problem !== null && <Notice tone="bad" role="alert" title={t(problemWords[answer.problem])} />}
      {answer.value === null && answer.problem === null && <Loading label={t({ id: 'common.loading' })} />}
      {answer.value !== null && (
        <>
          <Table
            label={t({ id: 'cost.behind' }, { name })}
            columns={columns}
            rows={answer.value.rows}
            rowId={({ compensationId }) => compensationId}
          />
          <div className="cost-pages">
            {places.length > 0 && (
              <Button small onPress={() => setPlaces((old) => old.slice(0, -1))}>
                {t({ id: 'cost.newer' })}
              </Button>
            )}
            {next !== null && (
              <Button small onPress={() => setPlaces((old) => [...old, next])}>
                {t({ id: 'cost.older' })}
              </Button>
            )}
          </div>
        </>
      )}
    </Card>
  );
}

function useGivenColumns(): Column<GivenRow>[] {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const go = useGo();
  return [
    {
      id: 'case',
      title: t({ id: 'cost.case' }),
      cell: ({ caseId, caseReference }) => (
        <button type="button" className="link" onClick={() => go.case(caseId)}>
          <strong>{caseReference}</strong>
        </button>
      ),
    },
    { id: 'kind', title: t({ id: 'compensation.kind' }), cell: ({ kind }) => t(compensationKindWords[kind]) },
    {
      id: 'amount',
      title: t({ id: 'cost.amount' }),
      cell: ({ kind, amount }) => amountText(kind, amount, reference.currency, words),
      isNumber: true,
    },
    { id: 'reason', title: t({ id: 'compensation.reason' }), cell: ({ reason }) => reason, isText: true },
    { id: 'by', title: t({ id: 'cost.grantedBy' }), cell: ({ byName }) => byName },
    { id: 'at', title: t({ id: 'cost.when' }), cell: ({ at }) => dayAndTime(at, serverNow(), words) },
  ];
}
