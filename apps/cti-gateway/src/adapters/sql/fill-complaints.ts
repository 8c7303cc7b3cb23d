import { asId } from '@ringside/shared/model/ids';
import { satisfactions } from '@ringside/shared/model/case-stage';
import { days } from '@ringside/shared/model/instant';
import type { Instant } from '@ringside/shared/model/instant';
import { newCase } from '../../domain/case/new-case.ts';
import type { Change } from '../../ports/store.ts';
import type { OpenStore } from './open-store.ts';

const causes = ['defect', 'carrier', 'handover', 'billing-error', 'training', null] as const;
const products = ['R-520', 'AC-28', 'W-12', null] as const;
const casesPerCommit = 500;
/** A call that nobody can tell from another is enough to be counted. */
const callsPerCase = 5;

/** Closed complaints of a year with causes, checks and compensation, five contacts each: for measurements. */
export const fillComplaints =
  (now: Instant) =>
  async (store: OpenStore, cases: number): Promise<void> => {
    for (let done = 0; done < cases; done += casesPerCommit) {
      const changes: Change[] = [];
      for (let nth = done; nth < done + casesPerCommit; nth += 1)
        changes.push(...complaint(nth, now - Math.floor((nth / cases) * days(365))));
      await store.commit(changes);
    }
    contacts(store, cases * callsPerCase, now);
  };

const of = <Value>(values: readonly Value[], nth: number): Value => values[nth % values.length] as Value;

function complaint(nth: number, openedAt: Instant): Change[] {
  const caseId = asId<'case'>(`filled-${nth}`);
  const causeId = of(causes, nth);
  const product = of(products, nth >> 3);
  return [
    {
      put: 'case',
      case: newCase({
        ...{ caseId, reference: `C-${nth}`, type: 'complaint', stage: 'closed', channel: 'call' },
        ...{ title: 'Filled', whatHappened: 'x'.repeat(300), category: 'late', severity: 'moderate' },
        ...{ remedyWanted: '', feeling: null, apologyGiven: true, commitment: '', customerId: null },
        ...{ ownerId: null, openedBy: null, openedAt, closedAt: openedAt + days(3), callIds: [] },
        ...{ priority: { score: 20, terms: [] }, timesReopened: nth % 9 === 0 ? 1 : 0 },
        cause: causeId === null ? null : { causeId: asId(causeId), whys: [], note: '' },
        product: product === null ? null : { name: product, productId: null, orderId: null },
      }),
    },
    ...(nth % 2 === 0 ? [check(nth, caseId, openedAt)] : []),
    ...(nth % 5 === 0 ? [refund(nth, caseId, openedAt)] : []),
  ];
}

const check = (nth: number, caseId: ReturnType<typeof asId<'case'>>, at: Instant): Change => ({
  put: 'satisfactionCheck',
  check: {
    ...{ checkId: asId(`filled-${nth}`), caseId, taskId: null, from: at, until: at + days(7) },
    ...{ attemptsAllowed: 3, attempts: [], answers: { solved: 5, handled: 5, stay: null }, comment: '' },
    ...{ outcome: of(satisfactions, nth >> 1), endedAt: at + days(2), version: 1 },
  },
});

const refund = (nth: number, caseId: ReturnType<typeof asId<'case'>>, at: Instant): Change => ({
  put: 'compensation',
  compensation: {
    ...{ compensationId: asId(`filled-${nth}`), caseId, customerId: null, kind: 'refund', amount: 50_000 },
    ...{ category: 'late', tier: null, causeId: null, state: 'done', reason: '', evidence: '' },
    ...{ askedBy: asId('filled'), grade: 'agent', askedAt: at, decideBy: null, endorsedBy: null },
    ...{ decidedBy: null, decidedAt: at, decision: '', doneAt: at, version: 1 },
  },
});

/** Straight into the table: writing a million calls one by one would take longer than all that is measured. */
function contacts({ database }: OpenStore, count: number, now: Instant): void {
  database.file
    .prepare(
      `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ?)
       insert into calls select 'filled-' || n, 'inbound', 'trunk', 'withheld', '', '', '', null, null, null, null, null,
         at, at, at + 9000, at + 300000, 'handled', 'caller', 9000, 200000, 0, 60000, null, null, null, ''
       from (select n, cast(? - n * (365.0 * 86400000 / ?) as integer) as at from numbers)`,
    )
    .run(count, now, count);
}
