import type { AgentCounts, StateTimes } from '@ringside/shared/model/agent-counts';
import {
  handleTime,
  missedOffers,
  nonResponse,
  nonResponseOfStayers,
  occupancy,
  utilisation,
} from '@ringside/shared/model/agent-counts';
import type { QueueCounts, ServiceLevelFormula, Share } from '@ringside/shared/model/service-level';
import {
  abandonment,
  abandonmentWithoutShort,
  serviceLevel,
  shareOf,
  speedOfAnswer,
} from '@ringside/shared/model/service-level';
import type { ServiceLevelRuleView } from '@ringside/shared/protocol/board';
import { clockText } from '@ringside/ui/CallTimer';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';
import { duration } from './time-wording.ts';
import type { Words } from './words.ts';

/** A figure as every screen and every export tells it: its name, its value, its formula, and what it was counted from. */
export interface Figure {
  readonly name: string;
  /** as it is shown; "–" where there is nothing to count */
  readonly value: string;
  /** the figure itself, for sorting and for spreadsheets; null where there is none */
  readonly exact: number | null;
  readonly formula: string;
  /** numerator and denominator, or "" for a plain count */
  readonly from: string;
}

/** Name, formula and numbers, as hover and focus show them. */
export const explained = ({ name, formula, from, value }: Figure): string =>
  from === '' ? `${name}: ${value}\n${formula}` : `${name}: ${value}\n${formula}\n= ${from}`;

export const formulaWords: Record<ServiceLevelFormula, Message> = defineMessages({
  'SL-1': { id: 'formula.sl1' },
  'SL-2': { id: 'formula.sl2' },
  'SL-3': { id: 'formula.sl3' },
  'SL-4': { id: 'formula.sl4' },
  'SL-5': { id: 'formula.sl5' },
  'SL-6': { id: 'formula.sl6' },
  'SL-7': { id: 'formula.sl7' },
});

export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)}\u00a0%`;

const shareFigure = (name: string, formula: string, share: Share): Figure => ({
  name,
  value: percent(shareOf(share)),
  exact: shareOf(share),
  formula,
  from: `${share.part} ÷ ${share.whole}`,
});

function meanValue(share: Share): string {
  const mean = shareOf(share);
  return mean === null ? '–' : clockText(mean);
}

const meanFigure = (name: string, formula: string, share: Share): Figure => {
  const mean = shareOf(share);
  return {
    name,
    value: meanValue(share),
    exact: mean === null ? null : Math.round(mean / 1_000),
    formula,
    from: `${clockText(share.part)} ÷ ${share.whole}`,
  };
};

const countFigure = (name: string, formula: string, count: number): Figure => ({
  name,
  value: String(count),
  exact: count,
  formula,
  from: '',
});

/** The seven ways to count a service level, with this queue's times in them. */
export function serviceLevelFigure(
  counts: QueueCounts,
  rule: ServiceLevelRuleView,
  chosen: ServiceLevelFormula | null,
  words: Words,
): Figure {
  const { t } = words;
  const formula = chosen ?? rule.formula;
  const times = { within: duration(rule.withinMs, words), short: duration(rule.shortAbandonMs, words) };
  return shareFigure(
    t({ id: 'figure.level' }, { formula, within: times.within }),
    t(formulaWords[formula], times),
    serviceLevel(formula, counts),
  );
}

export type QueueFigure =
  | 'offered'
  | 'answered'
  | 'level'
  | 'abandoned'
  | 'abandonment'
  | 'abandonmentLong'
  | 'short'
  | 'flowedOut'
  | 'calledBack'
  | 'lost'
  | 'asa'
  | 'longest';
export const queueFigures: readonly QueueFigure[] = [
  'offered',
  'answered',
  'level',
  'abandoned',
  'abandonment',
  'abandonmentLong',
  'short',
  'flowedOut',
  'calledBack',
  'lost',
  'asa',
  'longest',
];

export function queueFigure(
  figure: QueueFigure,
  counts: QueueCounts,
  rule: ServiceLevelRuleView,
  chosen: ServiceLevelFormula | null,
  words: Words,
): Figure {
  const { t } = words;
  const short = { short: duration(rule.shortAbandonMs, words) };
  switch (figure) {
    case 'offered':
      return countFigure(t({ id: 'figure.offered' }), t({ id: 'formula.offered' }), counts.offered);
    case 'answered':
      return countFigure(t({ id: 'figure.answered' }), t({ id: 'formula.answered' }), counts.answered);
    case 'level':
      return serviceLevelFigure(counts, rule, chosen, words);
    case 'abandoned':
      return countFigure(t({ id: 'figure.abandoned' }), t({ id: 'formula.abandoned' }), counts.abandoned);
    case 'abandonment':
      return shareFigure(
        t({ id: 'figure.abandonment' }),
        t({ id: 'formula.abandonment' }),
        abandonment(counts),
      );
    case 'abandonmentLong':
      return shareFigure(
        t({ id: 'figure.abandonmentLong' }),
        t({ id: 'formula.abandonmentLong' }, short),
        abandonmentWithoutShort(counts),
      );
    case 'short':
      return countFigure(t({ id: 'figure.short' }), t({ id: 'formula.short' }, short), counts.shortAbandons);
    case 'flowedOut':
      return countFigure(t({ id: 'figure.flowedOut' }), t({ id: 'formula.flowedOut' }), counts.flowedOut);
    case 'calledBack':
      return countFigure(t({ id: 'figure.calledBack' }), t({ id: 'formula.calledBack' }), counts.calledBack);
    case 'lost':
      return countFigure(t({ id: 'figure.lost' }), t({ id: 'formula.lost' }), counts.lost);
    case 'asa':
      return meanFigure(t({ id: 'figure.asa' }), t({ id: 'formula.asa' }), speedOfAnswer(counts));
    case 'longest': {
      const exact = Math.round(counts.longestWaitMs / 1_000);
      return {
        name: t({ id: 'figure.longest' }),
        value: clockText(counts.longestWaitMs),
        exact,
        formula: t({ id: 'formula.longest' }),
        from: '',
      };
    }
  }
}

/** The value alone, without the words: for cells that are drawn anew every second. */
export function queueValue(
  figure: QueueFigure,
  counts: QueueCounts,
  rule: ServiceLevelRuleView,
  chosen: ServiceLevelFormula | null,
): string {
  switch (figure) {
    case 'offered':
    case 'answered':
    case 'abandoned':
    case 'flowedOut':
    case 'calledBack':
    case 'lost':
      return String(counts[figure]);
    case 'short':
      return String(counts.shortAbandons);
    case 'level':
      return percent(shareOf(serviceLevel(chosen ?? rule.formula, counts)));
    case 'abandonment':
      return percent(shareOf(abandonment(counts)));
    case 'abandonmentLong':
      return percent(shareOf(abandonmentWithoutShort(counts)));
    case 'asa':
      return meanValue(speedOfAnswer(counts));
    case 'longest':
      return clockText(counts.longestWaitMs);
  }
}

export type AgentFigure =
  | 'handled'
  | 'resolved'
  | 'promises'
  | 'pleased'
  | 'handleTime'
  | 'missed'
  | 'nonResponse'
  | 'nonResponseStayers'
  | 'occupancy'
  | 'utilisation';
/** What was achieved stands before how long it took. */
export const agentFigures: readonly AgentFigure[] = [
  'handled',
  'resolved',
  'promises',
  'pleased',
  'missed',
  'nonResponse',
  'nonResponseStayers',
  'occupancy',
  'utilisation',
  'handleTime',
];

export interface AgentFacts {
  readonly counts: AgentCounts;
  readonly times: StateTimes;
  readonly promisesKept: number;
  readonly promisesDue: number;
}

export function agentFigure(figure: AgentFigure, facts: AgentFacts, { t }: Words): Figure {
  const { counts, times, promisesKept, promisesDue } = facts;
  switch (figure) {
    case 'handled':
      return countFigure(t({ id: 'figure.handled' }), t({ id: 'formula.handled' }), counts.handled);
    case 'resolved':
      return shareFigure(t({ id: 'figure.resolved' }), t({ id: 'formula.resolved' }), {
        part: counts.resolved,
        whole: counts.resolvedAsked,
      });
    case 'promises':
      return shareFigure(t({ id: 'figure.promises' }), t({ id: 'formula.promises' }), {
        part: promisesKept,
        whole: promisesDue,
      });
    case 'pleased':
      return shareFigure(t({ id: 'figure.pleased' }), t({ id: 'formula.pleased' }), {
        part: counts.pleased,
        whole: counts.felt,
      });
    case 'handleTime':
      return meanFigure(t({ id: 'figure.handleTime' }), t({ id: 'formula.handleTime' }), handleTime(counts));
    case 'missed':
      return countFigure(t({ id: 'figure.missed' }), t({ id: 'formula.missed' }), missedOffers(counts));
    case 'nonResponse':
      return shareFigure(
        t({ id: 'figure.nonResponse' }),
        t({ id: 'formula.nonResponse' }),
        nonResponse(counts),
      );
    case 'nonResponseStayers':
      return shareFigure(
        t({ id: 'figure.nonResponseStayers' }),
        t({ id: 'formula.nonResponseStayers' }),
        nonResponseOfStayers(counts),
      );
    case 'occupancy':
      return timeShare(t({ id: 'figure.occupancy' }), t({ id: 'formula.occupancy' }), occupancy(times));
    case 'utilisation':
      return timeShare(t({ id: 'figure.utilisation' }), t({ id: 'formula.utilisation' }), utilisation(times));
  }
}

const timeShare = (name: string, formula: string, share: Share): Figure => ({
  ...shareFigure(name, formula, share),
  from: `${clockText(share.part)} ÷ ${clockText(share.whole)}`,
});
