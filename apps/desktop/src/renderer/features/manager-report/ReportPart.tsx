import type { RotaId } from '@ringside/shared/model/ids';
import type { ManagerReport } from '@ringside/shared/protocol/manager';
import { managerReport } from '@ringside/shared/protocol/manager';
import { Button } from '@ringside/ui/Button';
import { Card, Facts } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { Explained } from '@ringside/ui/Hint';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { Download, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { csvOf, saveCsv } from '../../csv.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import type { Period } from './period.ts';
import type { Behind } from './RequestsBehind.tsx';
import { RequestsBehind } from './RequestsBehind.tsx';
import type { ReportFigure } from './report-figures.ts';
import { personFigures, reportFigures } from './report-figures.ts';

const everything = { category: null, takenBy: null, figure: null } as const;

/** How well a rota's managers could be reached, who carried how much, and the requests behind every figure. */
export function ReportPart({ rotaId, period }: { readonly rotaId: RotaId; readonly period: Period }) {
  const words = useWords();
  const { t } = words;
  const { value, problem, isAsking, again } = useAnswer(
    { ask: 'manager.report', rotaId, ...period },
    managerReport,
  );
  const [behind, setBehind] = useState<Behind | null>(null);
  const open = (title: string, narrowed: Partial<Behind['query']>) =>
    setBehind({ title, query: { rotaId, ...period, ...everything, ...narrowed } });
  const fileName = `managers-${dayOf(period.from, words.timeZone)}.csv`;
  return (
    <div className="managers-part">
      <div className="managers-tools">
        <Button small look="quiet" icon={<RefreshCw size={16} aria-hidden />} onPress={again}>
          {t({ id: 'report.again' })}
        </Button>
        <Button
          small
          icon={<Download size={16} aria-hidden />}
          isDisabled={!value}
          onPress={() => value && saveCsv(fileName, csvOfReport(value, words))}
        >
          {t({ id: 'report.csv' })}
        </Button>
      </div>
      {problem && <p className="card-none">{t(problemWords[problem])}</p>}
      {isAsking && !value && !problem && <Loading label={t({ id: 'common.loading' })} lines={8} />}
      {value && (
        <>
          <Facts facts={reportFigures(value, words).map((figure) => factOf(figure, open))} />
          <Card title={t({ id: 'managerReport.people' })}>
            <PeopleTable report={value} open={open} />
          </Card>
        </>
      )}
      {behind && (
        <RequestsBehind key={JSON.stringify(behind)} behind={behind} onClose={() => setBehind(null)} />
      )}
    </div>
  );
}

type Open = (title: string, narrowed: Partial<Behind['query']>) => void;

function factOf({ id, name, value, formula, from, behind }: ReportFigure, open: Open) {
  const of = from === '' ? formula : `${formula} ${from}`;
  if (behind === null) return { id, name, value, formula: of };
  const link = (
    <button type="button" className="link" onClick={() => open(name, { figure: behind })}>
      {value}
    </button>
  );
  return { id, name, value: link, formula: of };
}

type Person = ManagerReport['people'][number];

function PeopleTable({ report, open }: { readonly report: ManagerReport; readonly open: Open }) {
  const words = useWords();
  const { t } = words;
  const [first] = report.people;
  if (first === undefined) return <p className="card-none">{t({ id: 'managerReport.nobody' })}</p>;
  return (
    <Table
      label={t({ id: 'managerReport.people' })}
      rows={report.people}
      rowId={({ agentId }) => agentId}
      columns={peopleColumns(first, words, open)}
    />
  );
}

function peopleColumns(first: Person, words: Words, open: Open): Column<Person>[] {
  const { t } = words;
  return [
    { id: 'name', title: t({ id: 'managerReport.person' }), cell: ({ agentName }) => agentName },
    ...personFigures(first, words).map(({ id, name, formula }, nth): Column<Person> => ({
      id,
      title: <Explained text={formula}>{name}</Explained>,
      isNumber: true,
      cell: (person) => {
        const text = personFigures(person, words)[nth]?.value ?? '';
        return id === 'calls' && person.calls > 0 ? callsOf(person, words, open) : text;
      },
    })),
  ];
}

const callsOf = ({ agentId, agentName, calls }: Person, { t }: Words, open: Open) => (
  <button
    type="button"
    className="link"
    aria-label={t({ id: 'managerReport.callsOf' }, { name: agentName, count: calls })}
    onClick={() => open(agentName, { takenBy: agentId })}
  >
    {calls}
  </button>
);

/** REP-5: the figures of all in a row of their own, then each person in theirs, with formulas and what each was divided by. */
function csvOfReport(report: ManagerReport, words: Words): string {
  const { t } = words;
  const all = reportFigures(report, words);
  const [first] = report.people;
  const whole = csvOf({
    names: [t({ id: 'managerReport.person' })],
    rows: [{ names: [t({ id: 'managerReport.everybody' })], figures: all }],
  });
  if (first === undefined) return whole;
  const people = csvOf({
    names: [t({ id: 'managerReport.person' })],
    rows: report.people.map((person) => ({
      names: [person.agentName],
      figures: personFigures(person, words),
    })),
  });
  // one file has one mark of its encoding
  return `${whole}\r\n${people.slice(1)}`;
}
