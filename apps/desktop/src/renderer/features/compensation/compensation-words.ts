import type { CompensationNews, Grade } from '@ringside/shared/model/compensation';
import type { CompensationView, CostHeading } from '@ringside/shared/protocol/compensation';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

/** Steps of the ladder above who asks. */
export const gradeWords: Record<Grade, Message> = defineMessages({
  agent: { id: 'authority.agent' },
  supervisor: { id: 'authority.supervisor' },
  manager: { id: 'authority.manager' },
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

/** One of them, as the head of a column. */
export const columnWords: Record<CostHeading, Message> = defineMessages({
  cause: { id: 'cost.columnCause' },
  kind: { id: 'compensation.kind' },
  tier: { id: 'cost.columnTier' },
  month: { id: 'cost.columnMonth' },
});

export const headingWords: Record<CostHeading, Message> = defineMessages({
  cause: { id: 'cost.cause' },
  kind: { id: 'cost.kind' },
  tier: { id: 'cost.tier' },
  month: { id: 'cost.month' },
});
