import type { MyDay as Figures } from '@ringside/shared/protocol/reference';
import { clockText } from '@ringside/ui/CallTimer';
import { Explained } from '@ringside/ui/Hint';
import { useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import './MyDay.css';

/** The agent's own results of today, each with its formula: for the agent, before anybody else. What was achieved stands before how long it took. */
export function MyDay() {
  const words = useWords();
  const go = useGo();
  const myDay = useDesk((s) => s.desk?.myDay ?? null);
  if (!myDay) return null;
  return (
    <section aria-label={words.t({ id: 'myDay.title' })}>
      <h2>{words.t({ id: 'myDay.title' })}</h2>
      <dl className="my-day">
        {figuresOfDay(myDay, words).map((line) => (
          <div key={line.name}>
            <dt>
              <Explained text={line.formula}>{line.name}</Explained>
            </dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="link my-day-more" onClick={() => go.page('/day')}>
        {words.t({ id: 'day.todo' })}
      </button>
      <button type="button" className="link my-day-more" onClick={() => go.page('/my-day')}>
        {words.t({ id: 'myDay.calls' })}
      </button>
    </section>
  );
}

export function figuresOfDay(day: Figures, { t }: Words) {
  return [
    {
      name: t({ id: 'myDay.resolved' }),
      value: of(day.resolved, day.resolvedAsked),
      formula: t({ id: 'myDay.resolvedFormula' }, { part: day.resolved, whole: day.resolvedAsked }),
    },
    {
      name: t({ id: 'myDay.promises' }),
      value: of(day.promisesKept, day.promisesDue),
      formula: t({ id: 'myDay.promisesFormula' }, { part: day.promisesKept, whole: day.promisesDue }),
    },
    {
      name: t({ id: 'myDay.pleased' }),
      value: of(day.pleased, day.felt),
      formula: t({ id: 'myDay.pleasedFormula' }, { part: day.pleased, whole: day.felt }),
    },
    { name: t({ id: 'myDay.handled' }), value: day.handled, formula: t({ id: 'myDay.handledFormula' }) },
    {
      name: t({ id: 'figure.handleTime' }),
      value: day.handled === 0 ? '–' : clockText(day.handleMs / day.handled),
      formula: t({ id: 'formula.handleTime' }),
    },
  ];
}

const of = (part: number, whole: number): string => `${part} / ${whole}`;
