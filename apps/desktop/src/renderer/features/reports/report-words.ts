import type { CallsBehind, ReportCall } from '@ringside/shared/protocol/report';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import type { AgentFigure, QueueFigure } from '../../wording/figure-wording.ts';
import { offerOutcomeWords } from '../../wording/words-of-the-model.ts';

export const howWords: Record<ReportCall['how'], Message> = {
  ...offerOutcomeWords,
  ...defineMessages({
    waiting: { id: 'callState.waiting' },
    answered: { id: 'figure.answered' },
    abandoned: { id: 'figure.abandoned' },
    flowedOut: { id: 'figure.flowedOut' },
    calledBack: { id: 'figure.calledBack' },
    lost: { id: 'figure.lost' },
  }),
};

export const behindWords: Record<CallsBehind, Message> = defineMessages({
  offered: { id: 'figure.offered' },
  answered: { id: 'figure.answered' },
  answeredWithin: { id: 'behind.answeredWithin' },
  answeredLate: { id: 'behind.answeredLate' },
  abandoned: { id: 'figure.abandoned' },
  shortAbandons: { id: 'figure.short' },
  flowedOut: { id: 'figure.flowedOut' },
  calledBack: { id: 'figure.calledBack' },
  lost: { id: 'figure.lost' },
  handled: { id: 'figure.handled' },
  resolved: { id: 'figure.resolved' },
  notResolved: { id: 'behind.notResolved' },
  felt: { id: 'figure.pleased' },
  missed: { id: 'figure.missed' },
});

/** The calls that a figure leads to: for a service level those that failed it. */
export const behindQueueFigure: Record<QueueFigure, CallsBehind> = {
  offered: 'offered',
  answered: 'answered',
  level: 'answeredLate',
  abandoned: 'abandoned',
  abandonment: 'abandoned',
  abandonmentLong: 'abandoned',
  short: 'shortAbandons',
  flowedOut: 'flowedOut',
  calledBack: 'calledBack',
  lost: 'lost',
  asa: 'answered',
  longest: 'offered',
};

export const behindAgentFigure: Record<AgentFigure, CallsBehind | null> = {
  handled: 'handled',
  resolved: 'resolved',
  promises: null,
  pleased: 'felt',
  handleTime: 'handled',
  missed: 'missed',
  nonResponse: 'missed',
  nonResponseStayers: 'missed',
  occupancy: null,
  utilisation: null,
};
