import type { ManagerOutcome, ManagerRequestState, ManagerRequestWay } from '@ringside/shared/model/rota';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

/** By which way somebody asked for a manager. */
export const managerWayWords: Record<ManagerRequestWay, Message> = defineMessages({
  agent: { id: 'managerWay.agent' },
  menu: { id: 'managerWay.menu' },
  hotline: { id: 'managerWay.hotline' },
  case: { id: 'managerWay.case' },
});

export const managerOutcomeWords: Record<ManagerOutcome, Message> = defineMessages({
  solved: { id: 'managerOutcome.solved' },
  promised: { id: 'managerOutcome.promised' },
  passedOn: { id: 'managerOutcome.passedOn' },
  noSolution: { id: 'managerOutcome.noSolution' },
  notReached: { id: 'managerOutcome.notReached' },
});

export const managerStateWords: Record<ManagerRequestState, Message> = defineMessages({
  asked: { id: 'managerState.asked' },
  taken: { id: 'managerState.taken' },
  promised: { id: 'managerState.promised' },
  missed: { id: 'managerState.missed' },
  closed: { id: 'managerState.closed' },
});
