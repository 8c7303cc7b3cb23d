import { inDayOrder } from '@ringside/shared/model/day-order';
import type { CaseId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';
import { actBy } from '../../due.ts';
import type { DayMatterView } from '@ringside/shared/protocol/task-work';

/** One line of the day: what it is, when, for whom, and how it is begun. */
export interface DayLine {
  readonly id: string;
  readonly title: string;
  readonly dueAt: number | null;
  readonly priority: number;
  readonly tier: Tier | null;
  readonly customerId: CustomerId | null;
  readonly customerName: string;
  readonly caseId: CaseId | null;
  /** what is dialled to begin it */
  readonly call: {
    readonly number: string;
    readonly customerId: CustomerId | null;
    readonly taskId: TaskId;
  } | null;
  readonly matter: DayMatterView;
}

export const dayLines = (matters: readonly DayMatterView[], now: number): readonly DayLine[] =>
  inDayOrder(matters.map(lineOf), now);

function lineOf(matter: DayMatterView): DayLine {
  const { priority, tier } = matter;
  switch (matter.is) {
    case 'task': {
      const { taskId, title, customerId, customerName, caseId, number } = matter.task;
      return {
        ...{ id: taskId, title, priority, tier, customerId, customerName, caseId, matter },
        dueAt: actBy(matter.task),
        call: number === null ? null : { number, customerId, taskId },
      };
    }
    case 'promise': {
      const { promiseId, what, dueAt, customerId, caseId } = matter.promise;
      const { customerName } = matter;
      return {
        ...{ id: promiseId, title: what, dueAt, priority, tier, customerId, customerName, caseId, matter },
        call: null,
      };
    }
    case 'case': {
      const { caseId, title, customerId, customerName } = matter.case;
      const { dueAt } = matter;
      return {
        ...{ id: caseId, title, dueAt, priority, tier, customerId, customerName, caseId, matter },
        call: null,
      };
    }
  }
}
