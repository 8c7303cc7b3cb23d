import type { CaseId, CustomerId } from '@ringside/shared/model/ids';
import { minutes } from '@ringside/shared/model/instant';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import type { ClockDeadline } from './clock-deadline.ts';
import type { Looked } from './look-at-clocks.ts';
import { lookAtClocks } from './look-at-clocks.ts';
import { openClockTeller } from './tell-of-clocks.ts';

/** Lets clocks of cases run: a few cases at a time, so that a call that comes in waits some milliseconds at most. */
export interface Clocks {
  /** After a start: what the last run left, and what has changed since. */
  recover(): Promise<void>;
  /** Hears of everything that is written. */
  take(changes: readonly Change[]): void;
  /** A clock of this case has come to a moment of its own. */
  due(caseId: CaseId): void;
  /** CLOCK-12: all open clocks are reckoned anew; administrators are told, or only where some moved. */
  reckon(tell: 'always' | 'whereSomeMoved'): void;
}

interface Pass extends Looked {
  readonly after: CaseId | null;
  readonly tell: 'always' | 'whereSomeMoved';
}

const casesAtOnce = 20;
const afterFailure = minutes(1);

export function openClocks(whole: () => Parts): Clocks {
  const teller = openClockTeller(whole);
  const due = new Set<CaseId>();
  let pass: Pass | null = null;
  let running = false;

  function start(): void {
    if (running) return;
    running = true;
    const parts = whole();
    void run(parts).finally(() => {
      running = false;
    });
  }

  async function run(parts: Parts): Promise<void> {
    while (due.size > 0 || pass !== null) {
      if (due.size > 0) {
        const some = [...due].slice(0, casesAtOnce);
        for (const caseId of some) due.delete(caseId);
        await look(parts, some);
      } else if (pass !== null) pass = await further(parts, pass);
      if (due.size > 0 || pass !== null) await new Promise(setImmediate);
    }
  }

  async function look(parts: Parts, cases: readonly CaseId[]): Promise<Looked> {
    const all = await Promise.all(cases.map((caseId) => lookAtOne(parts, caseId)));
    return {
      looked: all.reduce((sum, { looked }) => sum + looked, 0),
      moved: all.reduce((sum, { moved }) => sum + moved, 0),
    };
  }

  /** A case that can't be read shall not keep the clocks of the others from running. */
  async function lookAtOne(parts: Parts, caseId: CaseId): Promise<Looked> {
    try {
      const looked = await lookAtClocks(parts, caseId);
      if (looked !== 'conflict') return looked;
      due.add(caseId);
    } catch (cause) {
      parts.log.error('the clocks of a case could not be looked at', { caseId, cause: String(cause) });
      lookAgain(parts, caseId);
    }
    return { looked: 0, moved: 0 };
  }

  /** The row of its deadline has rung already: without this it would be looked at after the next start. */
  function lookAgain({ deadlines, clock }: Parts, caseId: CaseId): void {
    const body: ClockDeadline = { look: 'clock', caseId };
    deadlines.watch({ key: `clock ${caseId} again`, at: clock.now() + afterFailure, body });
  }

  /** The next part; null when it was the last. A pass that was begun anew meanwhile goes its own way. */
  async function further(parts: Parts, mine: Pass): Promise<Pass | null> {
    const cases = await parts.store.openCaseIds(mine.after, casesAtOnce).catch((cause: unknown) => {
      parts.log.warn('clocks could not be reckoned anew; it is tried again', { cause: String(cause) });
      return null;
    });
    if (cases === null) {
      parts.clock.after(afterFailure, () => reckon(mine.tell));
      return pass === mine ? null : pass;
    }
    const { looked, moved } = await look(parts, cases);
    parts.ranks.again(cases);
    if (pass !== mine) return pass;
    const sum = { ...mine, looked: mine.looked + looked, moved: mine.moved + moved };
    const last = cases.at(-1);
    if (last !== undefined && cases.length === casesAtOnce) return { ...sum, after: last };
    tellAdministrators(parts, sum);
    return null;
  }

  function reckon(tell: Pass['tell']): void {
    const always = tell === 'always' || pass?.tell === 'always';
    pass = { after: null, looked: 0, moved: 0, tell: always ? 'always' : tell };
    start();
  }

  /** CLOCK-11: rules may go by the customer's tier. What fails here the next start reckons. */
  async function follow(customers: readonly CustomerId[]): Promise<void> {
    const { store, log } = whole();
    try {
      for (const [nth, customerId] of customers.entries()) {
        if (nth > 0 && nth % casesAtOnce === 0) await new Promise(setImmediate);
        for (const { caseId } of await store.casesOfCustomer(customerId, 'open')) due.add(caseId);
      }
    } catch (cause) {
      log.error('clocks could not follow a tier that changed', { cause: String(cause) });
    }
    if (due.size > 0) start();
  }

  return {
    recover: async () => {
      await teller.recover();
      reckon('whereSomeMoved');
    },
    take: (changes) => {
      teller.take(changes);
      const customers = changes.flatMap(whoseTierMayMove);
      if (customers.length > 0) void follow(customers);
    },
    due: (caseId) => {
      due.add(caseId);
      start();
    },
    reckon,
  };
}

function whoseTierMayMove(change: Change): readonly CustomerId[] {
  if (change.put === 'customer') return [change.customer.customerId];
  return change.put === 'tiers' ? change.tiers.map(({ customerId }) => customerId) : [];
}

/** CLOCK-12. */
function tellAdministrators({ floor, desks, journal, clock }: Parts, { looked, moved, tell }: Pass): void {
  if (moved === 0 && tell === 'whereSomeMoved') return;
  const detail = { looked, moved };
  journal.writeSoon({
    put: 'audit',
    at: clock.now(),
    who: null,
    did: 'clocksReckoned',
    to: 'centre',
    detail,
  });
  for (const { agent } of floor.agents.values())
    if (agent.roles.includes('admin')) desks.show(agent.agentId, { what: 'clocksReckoned', ...detail });
}
