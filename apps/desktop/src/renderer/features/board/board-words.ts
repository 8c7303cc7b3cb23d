import type { PresenceState } from '@ringside/shared/model/presence';
import type { BoardAgent, BoardCall, BoardCallState } from '@ringside/shared/protocol/board';
import type { ShownState } from '@ringside/ui/StateShape';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import type { Level } from './levels.ts';
import type { agentColumns, queueColumns, Section } from './settings.ts';

export const stateShapes: Record<PresenceState, ShownState> = {
  signedOut: 'offline',
  notReady: 'notReady',
  ready: 'ready',
  reserved: 'ringing',
  onCall: 'onCall',
  wrapUp: 'wrapUp',
};

export const callShapes: Record<BoardCallState, ShownState> = {
  guided: 'offline',
  waiting: 'ringing',
  ringing: 'ringing',
  dialling: 'ringing',
  talking: 'onCall',
  held: 'notReady',
  reconnecting: 'breach',
  callback: 'offline',
  wrapUp: 'wrapUp',
};

export const callStateWords: Record<BoardCallState, Message> = defineMessages({
  guided: { id: 'callState.guided' },
  waiting: { id: 'callState.waiting' },
  ringing: { id: 'callState.ringing' },
  dialling: { id: 'callState.dialling' },
  talking: { id: 'callState.talking' },
  held: { id: 'callState.held' },
  reconnecting: { id: 'callState.reconnecting' },
  callback: { id: 'callState.callback' },
  wrapUp: { id: 'callState.wrapUp' },
});

export const levelShapes: Record<Level, ShownState> = { good: 'ready', amber: 'ringing', red: 'breach' };
export const levelWords: Record<Level, Message> = defineMessages({
  good: { id: 'board.onTarget' },
  amber: { id: 'board.atRisk' },
  red: { id: 'board.belowTarget' },
});

export const sectionWords: Record<Section, Message> = defineMessages({
  alarms: { id: 'board.alarms' },
  queues: { id: 'board.queues' },
  agents: { id: 'board.agents' },
  waiting: { id: 'board.waitingCalls' },
  calls: { id: 'board.calls' },
});

export const topicWords: Record<NonNullable<BoardCall['topic']>['kind'], Message> = defineMessages({
  promise: { id: 'topic.promise' },
  openCase: { id: 'topic.openCase' },
  payment: { id: 'topic.payment' },
  recentOrder: { id: 'topic.recentOrder' },
  calledBefore: { id: 'topic.calledBefore' },
});

export const queueColumnWords: Record<(typeof queueColumns)[number], Message> = defineMessages({
  waiting: { id: 'board.waiting' },
  longest: { id: 'board.longest' },
  expected: { id: 'board.expected' },
  level: { id: 'board.level' },
  offered: { id: 'figure.offered' },
  answered: { id: 'figure.answered' },
  abandoned: { id: 'figure.abandoned' },
  short: { id: 'figure.short' },
  flowedOut: { id: 'figure.flowedOut' },
  asa: { id: 'figure.asa' },
  callbacks: { id: 'board.callbacks' },
  inProgress: { id: 'board.inProgress' },
  ready: { id: 'presence.ready' },
  onCall: { id: 'presence.onCall' },
  wrapUp: { id: 'presence.wrapUp' },
  notReady: { id: 'presence.notReady' },
});

export const agentColumnWords: Record<(typeof agentColumns)[number], Message> = defineMessages({
  state: { id: 'board.state' },
  since: { id: 'board.since' },
  with: { id: 'board.with' },
  queues: { id: 'board.queues' },
  handled: { id: 'figure.handled' },
  handleTime: { id: 'figure.handleTime' },
  resolved: { id: 'figure.resolved' },
  promises: { id: 'figure.promises' },
  missed: { id: 'figure.missed' },
});

/** The order in which states stand when a list is sorted by them: who needs somebody first. */
export const stateRank: Record<BoardAgent['state'], number> = {
  onCall: 0,
  reserved: 1,
  wrapUp: 2,
  ready: 3,
  notReady: 4,
  signedOut: 5,
};
