import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Case } from './case.ts';
import type { Workflow } from './workflow.ts';

/** STAGE-7: until when a closed case may be reopened; null: it is open, or cases of its type are not reopened. */
export function reopenUntil({
  one,
  workflow,
}: {
  readonly one: Pick<Case, 'closedAt'>;
  readonly workflow: Pick<Workflow, 'reopen'> | null;
}): Instant | null {
  if (one.closedAt === null || workflow === null || workflow.reopen === null) return null;
  return one.closedAt + days(workflow.reopen.withinDays);
}
