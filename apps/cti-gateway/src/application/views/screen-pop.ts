import type { LikelyReason, ScreenPop } from '@ringside/shared/protocol/contact';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { CallRecord } from '../../domain/call/call-record.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { CallerMatch } from '../../domain/customer/caller-match.ts';
import type { Parts } from '../parts.ts';
import { caseView, promiseView } from './case-view.ts';
import type { CustomerSituation } from './customer-card.ts';
import { cardOf, customerCard, situationOf } from './customer-card.ts';

/** What is known when a call is offered; use cases hand it on without looking inside. */
export type Pop = ScreenPop;

type Passed = Readonly<Record<string, string>>;

/** More people than this behind one number is a switchboard: choosing from a list no longer helps (MATCH-2). */
const mostCandidates = 10;

/** A pop, and of what was read for it what counts for the caller's place as well (ACD-11). */
export interface ReadPop {
  readonly pop: Pop;
  /** of the customer, where one is known */
  readonly latestCalls: readonly CallRecord[];
}

/** Everything the agent should see before the first ring, read from the store (SPEC POP). */
export const screenPop = async (
  parts: Parts,
  match: CallerMatch,
  passed: Passed,
  now: Instant,
): Promise<Pop> => (await readPop(parts, match, passed, now)).pop;

export async function readPop(
  parts: Parts,
  match: CallerMatch,
  passed: Passed,
  now: Instant,
): Promise<ReadPop> {
  if (match.kind === 'known') return knownPop(parts, match.customer, passed, now);
  return { pop: await unknownPop(parts, match, passed, now), latestCalls: [] };
}

async function unknownPop(
  parts: Parts,
  match: Exclude<CallerMatch, { kind: 'known' }>,
  passed: Passed,
  now: Instant,
): Promise<Pop> {
  switch (match.kind) {
    case 'several': {
      const shown = match.candidates.slice(0, mostCandidates);
      const candidates = await Promise.all(shown.map((customer) => customerCard(parts.store, customer, now)));
      return { ...emptyPop(passed), match: { kind: 'several', candidates } };
    }
    case 'stranger':
    case 'withheld':
      return { ...emptyPop(passed), match: { kind: match.kind } };
  }
}

/** A pop that knows nothing: what an agent gets when the store can't be read, rather than no call. */
export const emptyPop = (passed: Passed): Pop => ({
  match: { kind: 'stranger' },
  reason: null,
  openCases: [],
  promises: [],
  risks: [],
  passed: { ...passed },
});

async function knownPop(parts: Parts, customer: Customer, passed: Passed, now: Instant): Promise<ReadPop> {
  const situation = await situationOf(parts.store, customer, now);
  const card = cardOf(situation, now);
  const openCases = situation.openCases.map((one) =>
    caseView(parts.floor, one, customer.name.written, situation.openPromises),
  );
  const promises = situation.openPromises.map((promise) => promiseView(parts.floor, promise));
  const reason = likelyReason(parts, situation, { openCases, promises }, now);
  const pop: Pop = {
    match: { kind: 'known', customer: card },
    reason,
    openCases,
    promises,
    risks: card.risks,
    passed: { ...passed },
  };
  return { pop, latestCalls: situation.latestCalls };
}

/** POP-5: the strongest of what is open: a promise, a case, a bill, a fresh order, the last call. */
function likelyReason(
  { centre }: Parts,
  { payments, lastOrder, lastCall }: CustomerSituation,
  { openCases, promises }: Pick<Pop, 'openCases' | 'promises'>,
  now: Instant,
): LikelyReason | null {
  const { currency } = centre;
  const pressing = openCases.toSorted((a, b) => b.priority.score - a.priority.score)[0];
  if (promises[0]) return { kind: 'promise', promise: promises[0] };
  if (pressing) return { kind: 'openCase', case: pressing };
  if (payments.disputedMinor > 0) {
    return { kind: 'payment', state: 'disputed', amountMinor: payments.disputedMinor, currency };
  }
  if (payments.overdueMinor > 0)
    return { kind: 'payment', state: 'overdue', amountMinor: payments.overdueMinor, currency };
  if (lastOrder && now - lastOrder.at < days(30)) {
    return { kind: 'recentOrder', description: lastOrder.description, at: lastOrder.at };
  }
  if (lastCall && now - lastCall.arrivedAt < days(14)) {
    return { kind: 'calledBefore', at: lastCall.arrivedAt, disposition: lastCall.disposition };
  }
  return null;
}
