import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { Case, CustomerPromise } from '../../../domain/case/case.ts';
import { rankOf } from '../../../domain/case/case-priority.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import type { Task } from '../../../domain/task/task.ts';
import { newTask } from '../../../domain/task/new-task.ts';
import type { DemoCustomer } from './demo-company.ts';
import { agentIdOf, callIdOf, caseIdOf, customerIdOf, partIdOf } from './demo-ids.ts';

export interface DemoWork {
  readonly cases: readonly Case[];
  readonly promises: readonly CustomerPromise[];
  readonly tasks: readonly Task[];
}

/** What is open or was for a customer. `references` gives the next case reference. */
export function workOf(customer: DemoCustomer, tier: Tier, now: Instant, references: () => string): DemoWork {
  const promises = customer.cases.map((_, index) => promiseOf(customer, index, now));
  return {
    cases: customer.cases.map((_, index) => caseOf(customer, index, { tier, now, reference: references() })),
    promises: promises.filter((promise) => promise !== null),
    tasks: customer.tasks.map((_, index) => taskOf(customer, index, now)),
  };
}

function promiseOf(customer: DemoCustomer, index: number, now: Instant): CustomerPromise | null {
  const past = customer.cases[index];
  if (past === undefined || past.promise === null) return null;
  return {
    promiseId: partIdOf(customer.id, 'promise', index),
    caseId: caseIdOf(customer.id, index),
    customerId: customerIdOf(customer.id),
    what: past.promise.what,
    ownerId: agentIdOf(past.promise.owner),
    madeAt: now - days(past.openedDays),
    dueAt: now + hours(past.promise.dueHours),
    keptAt: null,
  };
}

function caseOf(
  customer: DemoCustomer,
  index: number,
  { tier, now, reference }: { tier: Tier; now: Instant; reference: string },
): Case {
  const past = customer.cases[index];
  if (past === undefined) throw new Error(`${customer.id} has no case ${index}`);
  const { openedDays, closedDays, calls, product, cause, whys } = past;
  const openedAt = now - days(openedDays);
  const { type, stage, title, category, severity, impact, urgency, legal, feeling } = past;
  const rank = rankOf(
    {
      severity,
      impact,
      urgency,
      legal,
      feeling,
      timesReopened: 0,
      openedAt,
      tier,
      repeats: Math.max(0, calls.length - 1),
      promiseDueAt: promiseOf(customer, index, now)?.dueAt ?? null,
      clockDueAt: null,
    },
    now,
  );
  return newCase({
    type,
    stage,
    title,
    category,
    severity,
    impact,
    urgency,
    legal,
    feeling,
    whatHappened: past.whatHappened,
    remedyWanted: past.remedyWanted,
    apologyGiven: past.apologyGiven,
    explanation: past.explanation,
    commitment: past.commitment,
    product: product === null ? null : { name: product, productId: null, orderId: null },
    servicePointId: past.servicePoint === null ? null : asId(past.servicePoint),
    answer: {
      proposal: past.proposal,
      toldAt: past.toldDays === null ? null : now - days(past.toldDays),
      customer: past.says,
    },
    cause: cause === null ? null : { causeId: asId(cause), whys, note: '' },
    preventionNeeded: past.measure === null ? null : true,
    satisfaction: past.check?.outcome ?? null,
    channel: calls.length === 0 ? 'web' : 'call',
    acknowledgedAt: openedAt,
    caseId: caseIdOf(customer.id, index),
    reference,
    customerId: customerIdOf(customer.id),
    ownerId: agentIdOf(past.owner),
    openedBy: agentIdOf(past.owner),
    openedAt,
    closedAt: closedDays === null ? null : now - days(closedDays),
    callIds: calls.map((call) => callIdOf(customer.id, call)),
    ...(closedDays === null ? rank : { priority: rank.priority, rankAgainAt: null }),
  });
}

function taskOf(customer: DemoCustomer, index: number, now: Instant): Task {
  const open = customer.tasks[index];
  if (open === undefined) throw new Error(`${customer.id} has no task ${index}`);
  const number = customer.numbers[0]?.number;
  return newTask({
    taskId: partIdOf(customer.id, 'task', index),
    kind: open.kind,
    title: open.title,
    note: '',
    dueAt: now + hours(open.dueHours),
    ownerId: agentIdOf(open.owner),
    customerId: customerIdOf(customer.id),
    caseId: open.ofCase === null ? null : caseIdOf(customer.id, open.ofCase),
    callId: null,
    number: number ?? null,
    madeBy: agentIdOf(open.owner),
    createdAt: now - days(1),
  });
}
