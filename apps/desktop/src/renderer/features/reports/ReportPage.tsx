import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { ServiceLevelFormula } from '@ringside/shared/model/service-level';
import { serviceLevel, serviceLevelFormulas, shareOf } from '@ringside/shared/model/service-level';
import type { AgentReport, IntervalMinutes, QueueReport } from '@ringside/shared/protocol/report';
import { agentReport, queueReport } from '@ringside/shared/protocol/report';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { TextField } from '@ringside/ui/Field';
import { Filter } from '@ringside/ui/Filter';
import { Select } from '@ringside/ui/Select';
import { serverNow } from '@ringside/ui/ticker';
import { Download, RefreshCw } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { queueName, useReference } from '../../reference.ts';
import type { AgentFacts, Figure } from '../../wording/figure-wording.ts';
import { agentFigure, agentFigures, queueFigure, queueFigures } from '../../wording/figure-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { clockTime, dayOf } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import type { BehindFigure } from './CallsBehind.tsx';
import { CallsBehind } from './CallsBehind.tsx';
import { csvOf, saveCsv } from '../../csv.ts';
import { DayTrend } from './DayTrend.tsx';
import type { FigureRow } from './FigureGrid.tsx';
import { FigureGrid } from './FigureGrid.tsx';
import { behindAgentFigure, behindQueueFigure } from './report-words.ts';
import './Report.css';

const lengths = ['15', '30', '60'] as const;

/** What the reader chose to read. */
interface Chosen {
  readonly date: string;
  readonly minutes: IntervalMinutes;
  readonly of: 'queues' | 'agents';
  readonly formula: ServiceLevelFormula | null;
}

/** A day in figures: every queue and every agent, in intervals, down to the calls. */
export function ReportPage() {
  const words = useWords();
  const { t, timeZone } = words;
  const [chosen, setChosen] = useState<Chosen>(() => ({
    date: dayOf(serverNow(), timeZone),
    minutes: 30,
    of: 'queues',
    formula: null,
  }));
  return (
    <div className="page report">
      <h1>{t({ id: 'report.title' })}</h1>
      <Choices chosen={chosen} onChoose={(change) => setChosen((old) => ({ ...old, ...change }))} />
      {chosen.of === 'queues' ? (
        <QueueDays key={chosen.date} chosen={chosen} />
      ) : (
        <AgentDays key={chosen.date} chosen={chosen} />
      )}
    </div>
  );
}

function Choices({
  chosen,
  onChoose,
}: {
  readonly chosen: Chosen;
  readonly onChoose: (change: Partial<Chosen>) => void;
}) {
  const { t, timeZone } = useWords();
  const [date, setDate] = useState(chosen.date);
  return (
    <div className="report-choices">
      <Filter
        label={t({ id: 'report.of' })}
        choices={[
          { value: 'queues', name: t({ id: 'board.queues' }) },
          { value: 'agents', name: t({ id: 'board.agents' }) },
        ]}
        chosen={chosen.of}
        onChoose={(of) => onChoose({ of })}
      />
      <TextField
        label={t({ id: 'report.day' })}
        type="date"
        value={date}
        onChange={(day) => {
          setDate(day);
          if (/^\d{4}-\d{2}-\d{2}$/.test(day) && day <= dayOf(serverNow(), timeZone)) onChoose({ date: day });
        }}
        note={date > dayOf(serverNow(), timeZone) ? t({ id: 'report.future' }) : undefined}
      />
      <Select
        label={t({ id: 'report.interval' })}
        placeholder=""
        choices={lengths.map((id) => ({ id, name: t({ id: 'time.minutes' }, { minutes: Number(id) }) }))}
        chosen={String(chosen.minutes)}
        onChoose={(id) => onChoose({ minutes: Number(id) as IntervalMinutes })}
      />
      <Select
        label={t({ id: 'board.formula' })}
        placeholder=""
        chosen={chosen.formula ?? ''}
        choices={[
          { id: '', name: t({ id: 'board.ofQueue' }) },
          ...serviceLevelFormulas.map((id) => ({ id, name: id })),
        ]}
        onChoose={(id) => onChoose({ formula: serviceLevelFormulas.find((one) => one === id) ?? null })}
      />
    </div>
  );
}

function QueueDays({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords();
  const reference = useReference();
  const { date, minutes, formula } = chosen;
  const answer = useAnswer({ ask: 'report.queues', date, minutes }, queueReport);
  const [open, setOpen] = useState<QueueId | null>(null);
  const [behind, setBehind] = useState<BehindFigure | null>(null);
  const report = answer.value;
  const rows = useMemo(
    () => (report ? queueRows(report, formula, reference, words) : []),
    [report, formula, reference, words],
  );
  const one = report?.queues.find(({ queueId }) => queueId === open) ?? null;
  const parts = useMemo(() => (one ? intervalRows(one, formula, words) : []), [one, formula, words]);
  const title = useCallback((queueId: string) => rows.find(({ id }) => id === queueId)?.name ?? '', [rows]);
  const behindDay = useCallback(
    (id: string, nth: number) => () => {
      const figure = queueFigures[nth];
      if (report && figure)
        setBehind({ ...ofQueue(id), ...period(report), title: title(id), behind: behindQueueFigure[figure] });
    },
    [report, title],
  );
  const behindPart = useCallback(
    (id: string, nth: number) => () => {
      const figure = queueFigures[nth];
      const part = one?.intervals.find(({ from }) => String(from) === id);
      if (one && part && figure)
        setBehind({
          ...ofQueue(one.queueId),
          ...period(part),
          title: `${title(one.queueId)}, ${clockTime(part.from, words)}`,
          behind: behindQueueFigure[figure],
        });
    },
    [one, words, title],
  );
  return (
    <Days
      answer={answer}
      rows={rows}
      fileName={`queues-${date}`}
      nameTitle={words.t({ id: 'board.queue' })}
      onRow={(id) => setOpen(asId<'queue'>(id))}
      onFigure={behindDay}
      part={
        one && {
          name: title(one.queueId),
          rows: parts,
          onFigure: behindPart,
          trend: one.intervals.map(({ counts }) =>
            shareOf(serviceLevel(formula ?? one.rule.formula, counts)),
          ),
          target: one.rule.target,
        }
      }
      behind={behind}
      onBehindClose={() => setBehind(null)}
    />
  );
}

const period = ({ from, until }: { from: number; until: number }) => ({ from, until });
const ofQueue = (id: string) => ({ queueId: asId<'queue'>(id), agentId: null });
const ofAgent = (id: string) => ({ queueId: null, agentId: asId<'agent'>(id) });

function queueRows(
  { queues }: QueueReport,
  formula: ServiceLevelFormula | null,
  reference: ReturnType<typeof useReference>,
  words: Words,
): FigureRow[] {
  return queues.map(({ queueId, rule, day }) => ({
    id: queueId,
    name: queueName(queueId, reference, words) ?? queueId,
    figures: queueFigures.map((figure) => queueFigure(figure, day, rule, formula, words)),
  }));
}

function intervalRows(
  { intervals, rule }: QueueReport['queues'][number],
  formula: ServiceLevelFormula | null,
  words: Words,
): FigureRow[] {
  return intervals.map(({ from, until, counts }) => ({
    id: String(from),
    name: `${clockTime(from, words)}–${clockTime(until, words)}`,
    figures: queueFigures.map((figure) => queueFigure(figure, counts, rule, formula, words)),
  }));
}

function AgentDays({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords();
  const { date, minutes } = chosen;
  const answer = useAnswer({ ask: 'report.agents', date, minutes, agentId: null }, agentReport);
  const [open, setOpen] = useState<AgentId | null>(null);
  const [behind, setBehind] = useState<BehindFigure | null>(null);
  const report = answer.value;
  const rows = useMemo(() => (report ? agentRows(report, words) : []), [report, words]);
  const one = report?.agents.find(({ agentId }) => agentId === open) ?? null;
  const parts = useMemo(() => (one ? agentIntervals(one, words) : []), [one, words]);
  const behindDay = useCallback(
    (id: string, nth: number) => {
      const what = behindOf(nth);
      const name = rows.find((row) => row.id === id)?.name ?? '';
      return report && what
        ? () => setBehind({ ...ofAgent(id), ...period(report), title: name, behind: what })
        : null;
    },
    [report, rows],
  );
  const behindPart = useCallback(
    (id: string, nth: number) => {
      const what = behindOf(nth);
      const part = one?.intervals.find(({ from }) => String(from) === id);
      if (!one || !part || !what) return null;
      const title = `${one.name}, ${clockTime(part.from, words)}`;
      return () => setBehind({ ...ofAgent(one.agentId), ...period(part), title, behind: what });
    },
    [one, words],
  );
  return (
    <Days
      answer={answer}
      rows={rows}
      fileName={`agents-${date}`}
      nameTitle={words.t({ id: 'board.agent' })}
      onRow={(id) => setOpen(asId<'agent'>(id))}
      onFigure={behindDay}
      part={one && { name: one.name, rows: parts, onFigure: behindPart, trend: null, target: 0 }}
      behind={behind}
      onBehindClose={() => setBehind(null)}
    />
  );
}

function behindOf(nth: number) {
  const figure = agentFigures[nth];
  return figure ? behindAgentFigure[figure] : null;
}

const figuresOf = (facts: AgentFacts, words: Words): readonly Figure[] =>
  agentFigures.map((figure) => agentFigure(figure, facts, words));

/** Those who did something that day, by name. */
function agentRows({ agents }: AgentReport, words: Words): FigureRow[] {
  return agents
    .filter(
      ({ day, times, promisesDue }) =>
        day.handled + day.offered + promisesDue + times.readyMs + times.handlingMs > 0,
    )
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ agentId, name, day: counts, times, promisesKept, promisesDue }) => ({
      id: agentId,
      name,
      figures: figuresOf({ counts, times, promisesKept, promisesDue }, words),
    }));
}

function agentIntervals({ intervals }: AgentReport['agents'][number], words: Words): FigureRow[] {
  return intervals.map(({ from, until, counts, times }) => ({
    id: String(from),
    name: `${clockTime(from, words)}–${clockTime(until, words)}`,
    figures: figuresOf({ counts, times, promisesKept: 0, promisesDue: 0 }, words),
  }));
}

interface Part {
  readonly name: string;
  readonly rows: readonly FigureRow[];
  readonly onFigure: (id: string, nth: number) => (() => void) | null;
  readonly trend: readonly (number | null)[] | null;
  readonly target: number;
}

interface DaysProps {
  readonly answer: Pick<ReturnType<typeof useAnswer<unknown>>, 'problem' | 'isAsking' | 'again' | 'value'>;
  readonly rows: readonly FigureRow[];
  readonly fileName: string;
  readonly nameTitle: string;
  readonly onRow: (id: string) => void;
  readonly onFigure: (id: string, nth: number) => (() => void) | null;
  readonly part: Part | null;
  readonly behind: BehindFigure | null;
  readonly onBehindClose: () => void;
}

/** The day's table, the intervals of the row that was opened, the calls behind the figure that was pressed. */
function Days({
  answer,
  rows,
  fileName,
  nameTitle,
  onRow,
  onFigure,
  part,
  behind,
  onBehindClose,
}: DaysProps) {
  const { t } = useWords();
  const names = [nameTitle, t({ id: 'report.interval' })];
  const save = () => {
    const whole = rows.map((row) => ({
      names: [row.name, t({ id: 'report.wholeDay' })],
      figures: row.figures,
    }));
    const parts = part?.rows.map((row) => ({ names: [part.name, row.name], figures: row.figures })) ?? [];
    saveCsv(`${fileName}.csv`, csvOf({ names, rows: [...whole, ...parts] }));
  };
  return (
    <>
      <Card
        title={t({ id: 'report.wholeDay' })}
        aside={
          <span className="report-tools">
            <Button small look="quiet" icon={<RefreshCw size={16} aria-hidden />} onPress={answer.again}>
              {t({ id: 'report.again' })}
            </Button>
            <Button
              small
              icon={<Download size={16} aria-hidden />}
              isDisabled={rows.length === 0}
              onPress={save}
            >
              {t({ id: 'report.csv' })}
            </Button>
          </span>
        }
      >
        {answer.problem && <p className="card-none">{t(problemWords[answer.problem])}</p>}
        {answer.isAsking && <Loading label={t({ id: 'common.loading' })} />}
        {answer.value !== null && rows.length === 0 && (
          <p className="card-none">{t({ id: 'report.none' })}</p>
        )}
        {rows.length > 0 && (
          <FigureGrid label={t({ id: 'report.wholeDay' })} {...{ nameTitle, rows, onRow, onFigure }} />
        )}
      </Card>
      {behind && <CallsBehind key={JSON.stringify(behind)} figure={behind} onClose={onBehindClose} />}
      {part && (
        <Card title={t({ id: 'report.intervalsOf' }, { name: part.name })}>
          {part.trend && <DayTrend points={part.trend} target={part.target} />}
          <FigureGrid
            label={t({ id: 'report.intervalsOf' }, { name: part.name })}
            nameTitle={t({ id: 'report.interval' })}
            rows={part.rows}
            onFigure={part.onFigure}
          />
        </Card>
      )}
      <p className="report-note">{t({ id: 'report.note' })}</p>
    </>
  );
}
