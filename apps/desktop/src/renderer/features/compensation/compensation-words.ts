import type { CompensationNews, CompensationState, Grade } from '@ringside/shared/model/compensation';
import type { CompensationView, CostHeading } from '@ringside/shared/protocol/compensation';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const compensationStateWords: Record<CompensationState, Message> = defineMessages({
  asked: { id: 'compensationState.asked' },
  granted: { id: 'compensationState.granted' },
  done: { id: 'compensationState.done' },
  refused: { id: 'compensationState.refused' },
  cancelled: { id: 'compensationState.cancelled' },
});

/** Who has to approve it. */
export const graderWords: Record<Grade, Message> = defineMessages({
  agent: { id: 'grade.agent' },
  supervisor: { id: 'grade.supervisor' },
  manager: { id: 'grade.manager' },
});

export const newsWords: Record<CompensationNews, Message> = defineMessages({
  asked: { id: 'compensationNews.asked' },
  reminder: { id: 'compensationNews.reminder' },
  overdue: { id: 'compensationNews.overdue' },
  endorsed: { id: 'compensationNews.endorsed' },
  granted: { id: 'compensationNews.granted' },
  refused: { id: 'compensationNews.refused' },
});

/** Why whoever looks can't approve it. */
export const notApproveWords: Record<
  NonNullable<CompensationView['may']['notApprove']>,
  Message
> = defineMessages({
  ownRequest: { id: 'approvals.own' },
  aboveAuthority: { id: 'approvals.above' },
  notAllowed: { id: 'approvals.notAllowed' },
});

export const headingWords: Record<CostHeading, Message> = defineMessages({
  cause: { id: 'cost.cause' },
  kind: { id: 'cost.kind' },
  tier: { id: 'cost.tier' },
  month: { id: 'cost.month' },
});
