import type { ManagerFigure } from '@ringside/shared/model/rota';
import type { ManagerReport } from '@ringside/shared/protocol/manager';
import type { Figure } from '../../wording/figure-wording.ts';
import { percent } from '../../wording/figure-wording.ts';
import type { Words } from '../../wording/words.ts';

/** A figure with the requests it leads to; null: it is counted from something else. */
export interface ReportFigure extends Figure {
  readonly id: string;
  readonly behind: ManagerFigure | null;
}

const hour = 3_600_000;
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** MREP-1 to MREP-6, each with its formula in words and what it was divided by. */
export function reportFigures(
  { counts, neededMs, coveredMs, fairness }: ManagerReport,
  { t }: Words,
): readonly ReportFigure[] {
  const callers = counts.reached + counts.promised + counts.missed;
  const due = counts.inTime + counts.late;
  const answered = counts.satisfied + counts.notSatisfied;
  const share = (
    id: string,
    name: string,
    [part, whole]: readonly [number, number],
    formula: string,
    behind: ManagerFigure | null,
  ): ReportFigure => {
    const exact = whole === 0 ? null : part / whole;
    return { id, name, exact, formula, behind, value: percent(exact), from: `${part} ÷ ${whole}` };
  };
  const count = (figure: ManagerFigure, name: string, formula: string): ReportFigure => ({
    ...{ id: figure, name, formula, behind: figure, exact: counts[figure], from: '' },
    value: String(counts[figure]),
  });
  const within = (figure: 'within20' | 'within60' | 'within120', seconds: number): ReportFigure =>
    share(
      figure,
      t({ id: 'managerReport.within' }, { seconds }),
      [counts[figure], callers],
      t({ id: 'managerReport.withinFormula' }, { seconds }),
      figure,
    );
  return [
    share(
      'coverage',
      t({ id: 'managerReport.coverage' }),
      [Number(oneDecimal(coveredMs / hour)), Number(oneDecimal(neededMs / hour))],
      t({ id: 'managerReport.coverageFormula' }),
      null,
    ),
    count('asked', t({ id: 'managerReport.asked' }), t({ id: 'managerReport.askedFormula' })),
    share(
      'reached',
      t({ id: 'managerReport.reached' }),
      [counts.reached, callers],
      t({ id: 'managerReport.reachedFormula' }),
      'reached',
    ),
    within('within20', 20),
    within('within60', 60),
    within('within120', 120),
    count('missed', t({ id: 'managerReport.missed' }), t({ id: 'managerReport.missedFormula' })),
    count('promised', t({ id: 'managerReport.promised' }), t({ id: 'managerReport.promisedFormula' })),
    share(
      'inTime',
      t({ id: 'managerReport.inTime' }),
      [counts.inTime, due],
      t({ id: 'managerReport.inTimeFormula' }),
      'inTime',
    ),
    count('late', t({ id: 'managerReport.late' }), t({ id: 'managerReport.lateFormula' })),
    share(
      'satisfied',
      t({ id: 'managerReport.satisfied' }),
      [counts.satisfied, answered],
      t({ id: 'managerReport.satisfiedFormula' }),
      'satisfied',
    ),
    {
      ...{ id: 'fairness', name: t({ id: 'managerReport.fairness' }), behind: null, from: '' },
      value: fairness === null ? '–' : fairness.toFixed(2),
      exact: fairness,
      formula: t({ id: 'managerReport.fairnessFormula' }),
    },
  ];
}

/** What each person carried, in the order of the table's columns. */
export function personFigures(
  person: ManagerReport['people'][number],
  { t }: Words,
): readonly ReportFigure[] {
  const plain = (id: string, name: string, exact: number | null, formula: string): ReportFigure => ({
    ...{ id, name, exact, formula, from: '', behind: null },
    value: exact === null ? '–' : oneDecimal(exact),
  });
  return [
    plain('hours', t({ id: 'managerReport.hours' }), person.hours, t({ id: 'managerReport.hoursFormula' })),
    plain(
      'weekends',
      t({ id: 'managerReport.weekends' }),
      person.weekends,
      t({ id: 'managerReport.weekendsFormula' }),
    ),
    plain('calls', t({ id: 'managerReport.calls' }), person.calls, t({ id: 'managerReport.callsFormula' })),
    plain(
      'letPass',
      t({ id: 'managerReport.letPass' }),
      person.letPass,
      t({ id: 'managerReport.letPassFormula' }),
    ),
    plain(
      'toAnswer',
      t({ id: 'managerReport.toAnswer' }),
      person.medianSecondsToAnswer,
      t({ id: 'managerReport.toAnswerFormula' }),
    ),
    plain(
      'burden',
      t({ id: 'managerReport.burden' }),
      person.burden,
      t({ id: 'managerReport.burdenFormula' }),
    ),
  ];
}
