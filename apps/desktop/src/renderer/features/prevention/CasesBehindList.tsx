import type { CasesBehind } from '@ringside/shared/protocol/prevention';
import { casesBehind } from '@ringside/shared/protocol/prevention';
import { Button, IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { stageName, useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { Behind } from './FiguresPart.tsx';
import { causeName } from './prevention-words.ts';

type Row = CasesBehind['cases'][number];
type Place = NonNullable<CasesBehind['next']>;

/** The very cases that a figure was counted from, newest first, page after page. */
export function CasesBehindList({
  behind,
  onClose,
}: {
  readonly behind: Behind;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [places, setPlaces] = useState<readonly (Place | null)[]>([null]);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // newer browsers give a promise, which would be taken for the end of the effect
    head.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={head}>
      <Card
        title={t({ id: 'prevention.behind' }, { name: behind.title })}
        aside={
          <IconButton
            small
            label={t({ id: 'common.close' })}
            icon={<X size={16} aria-hidden />}
            onPress={onClose}
          />
        }
      >
        {places.map((place, nth) => (
          <Page
            key={place?.caseId ?? 'first'}
            behind={behind}
            place={place}
            isLast={nth === places.length - 1}
            onMore={(next) => setPlaces((old) => [...old, next])}
          />
        ))}
      </Card>
    </div>
  );
}

function Page({
  behind,
  place,
  isLast,
  onMore,
}: {
  readonly behind: Behind;
  readonly place: Place | null;
  readonly isLast: boolean;
  readonly onMore: (next: Place) => void;
}) {
  const { t } = useWords();
  const columns = useColumns();
  const { from, until, filter, title } = behind;
  const { value, problem } = useAnswer(
    { ask: 'prevention.cases', from, until, filter, after: place },
    casesBehind,
  );
  if (problem) return <p className="card-none">{t(problemWords[problem])}</p>;
  if (!value) return <Loading label={t({ id: 'common.loading' })} lines={3} />;
  const { next } = value;
  return (
    <>
      <Table
        label={t({ id: 'prevention.behind' }, { name: title })}
        rows={value.cases}
        rowId={({ caseId }) => caseId}
        columns={columns}
      />
      {isLast && next && (
        <div className="figures-more">
          <Button small onPress={() => onMore(next)}>
            {t({ id: 'prevention.more' })}
          </Button>
        </div>
      )}
    </>
  );
}

function useColumns(): Column<Row>[] {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const { seeCustomers } = useMay();
  const reference = useReference();
  return [
    {
      id: 'reference',
      title: t({ id: 'prevention.case' }),
      cell: ({ caseId, reference: called }) =>
        seeCustomers ? (
          <button type="button" className="link" onClick={() => go.case(caseId)}>
            {called}
          </button>
        ) : (
          called
        ),
    },
    {
      id: 'opened',
      title: t({ id: 'case.opened' }),
      cell: ({ openedAt }) => dayAndTime(openedAt, serverNow(), words),
    },
    { id: 'title', title: t({ id: 'case.whatHappened' }), cell: (row) => row.title },
    { id: 'customer', title: t({ id: 'calls.who' }), cell: (row) => row.customerName },
    { id: 'product', title: t({ id: 'prevention.product' }), cell: (row) => row.product ?? '' },
    {
      id: 'cause',
      title: t({ id: 'prevention.cause' }),
      cell: ({ causeId }) => causeName(causeId, reference, words),
    },
    { id: 'stage', title: t({ id: 'case.stage' }), cell: (row) => stageName(row, reference, words) },
  ];
}
