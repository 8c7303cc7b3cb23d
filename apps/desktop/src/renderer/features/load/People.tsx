import type { PersonLoad } from '@ringside/shared/protocol/work-list';
import { peopleLoad } from '@ringside/shared/protocol/work-list';
import { Card } from '@ringside/ui/Card';
import { Explained } from '@ringside/ui/Hint';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { askForWork } from '../../asked-work.ts';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';
import { Listed } from './Listed.tsx';
import { useLive } from './use-live.ts';

/** What lies on whose desk, the most loaded first; a name leads to their cases. */
export function People() {
  const t = useText();
  const loads = useLive(useAnswer({ ask: 'work.load' }, peopleLoad));
  const columns = usePeopleColumns();
  return (
    <Card title={t({ id: 'load.people' })}>
      <Listed
        answer={loads}
        isEmpty={({ length }) => length === 0}
        empty={{ icon: <Users size={28} aria-hidden />, title: t({ id: 'load.nobody' }), why: '' }}
      >
        {(rows) => (
          <Table
            label={t({ id: 'load.people' })}
            columns={columns}
            rows={rows}
            rowId={({ agentId }) => agentId}
          />
        )}
      </Listed>
    </Card>
  );
}

function usePeopleColumns() {
  const t = useText();
  const go = useGo();
  return useMemo((): Column<PersonLoad>[] => {
    const theirs = (ownerId: PersonLoad['agentId'], name: string) => {
      askForWork({ name, filter: { ownerId }, sort: 'priority' });
      go.page('/cases');
    };
    const number = (id: string, title: string, value: (load: PersonLoad) => number): Column<PersonLoad> => ({
      id,
      title,
      isNumber: true,
      cell: value,
    });
    return [
      {
        id: 'name',
        title: t({ id: 'load.person' }),
        cell: ({ agentId, name, atWork }) => (
          <button type="button" className="link" onClick={() => theirs(agentId, name)}>
            {atWork ? name : `${name} (${t({ id: 'load.away' })})`}
          </button>
        ),
      },
      {
        id: 'weight',
        title: t({ id: 'load.weight' }),
        isNumber: true,
        cell: ({ weight, open }) => <Explained text={t({ id: 'load.weightWhy' }, open)}>{weight}</Explained>,
      },
      number('open', t({ id: 'load.open' }), ({ open }) => Object.values(open).reduce((a, b) => a + b, 0)),
      {
        ...number('overdue', t({ id: 'load.overdue' }), ({ overdue }) => overdue),
        cell: ({ overdue }) => <Bad count={overdue} />,
      },
      number('tasks', t({ id: 'load.tasksDue' }), ({ tasksDue }) => tasksDue),
      {
        ...number('promises', t({ id: 'load.promisesAtRisk' }), ({ promisesAtRisk }) => promisesAtRisk),
        cell: ({ promisesAtRisk }) => <Bad count={promisesAtRisk} />,
      },
    ];
  }, [t, go]);
}

const Bad = ({ count }: { readonly count: number }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <span className="late">
      <span aria-hidden>▲ </span>
      {count}
    </span>
  );
