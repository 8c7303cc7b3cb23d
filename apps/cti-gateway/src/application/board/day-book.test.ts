import { asId } from '@ringside/shared/model/ids';
import { hours, seconds } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueueVisit } from '../../domain/metrics/queue-visit.ts';
import { visitEnds } from '../../domain/metrics/queue-visit.ts';
import { countVisits } from '../../domain/metrics/count-visits.ts';
import { countsOfCall, countsOfOffer, plus } from '../../domain/metrics/count-work.ts';
import { noAgentCounts } from '@ringside/shared/model/agent-counts';
import type { Change } from '../../ports/store.ts';
import { createMemoryStore } from '../../testing/memory-store.ts';
import { aCall, anOffer, aPromise } from '../../testing/records.ts';
import { openDayBook, readBy } from './day-book.ts';

const day = { from: hours(24), until: hours(48) };
const limits = { within: seconds(20), shortAbandon: seconds(5) };
const service = asId<'queue'>('service');
const people = ['maya', 'li'].map((id) => asId<'agent'>(id));

const instant = fc.integer({ min: hours(23), max: hours(49) });
const visit: fc.Arbitrary<Change> = fc
  .record({ callId: fc.nat(9), enteredAt: instant, wait: fc.nat(60_000), end: fc.constantFrom(...visitEnds) })
  .map(({ callId, enteredAt, wait, end }) => ({
    put: 'visit',
    visit: {
      callId: asId(`call-${callId}`),
      queueId: service,
      enteredAt,
      leftAt: enteredAt + wait,
      end,
      agentId: null,
    },
  }));
/** the same call is written again and again as it goes on, by another agent too */
const call: fc.Arbitrary<Change> = fc
  .record({
    id: fc.nat(5),
    agentId: fc.constantFrom(...people),
    answeredAt: fc.option(instant),
    talkMs: fc.nat(900_000),
    resolved: fc.option(fc.boolean()),
    feeling: fc.constantFrom('pleased', 'angry', null),
  })
  .map(({ id, ...given }) => ({
    put: 'call',
    call: aCall(`call-${id}`, { ...given, direction: id === 0 ? 'outbound' : 'inbound' }),
  }));
const offer: fc.Arbitrary<Change> = fc
  .record({
    id: fc.nat(5),
    agentId: fc.constantFrom(...people),
    at: instant,
    outcome: fc.constantFrom('accepted', 'declined', 'notAnswered', 'callerGaveUp', 'withdrawn', null),
  })
  .map(({ id, ...given }) => ({
    put: 'offer',
    offer: anOffer(`offer-${id}`, { ...given, callId: asId(`call-${id}`) }),
  }));
const promise: fc.Arbitrary<Change> = fc
  .record({ id: fc.nat(5), dueAt: instant, keptAt: fc.option(instant), ownerId: fc.constantFrom(...people) })
  .map(({ id, ...given }) => ({ put: 'promise', promise: aPromise(`promise-${id}`, given) }));

test('BOARD-5 whatever is written in whatever order, the day book counts what the store’s rows count', async () => {
  // every call is there before its offers, as the gateway writes them
  const calls = Array.from({ length: 6 }, (_, id) => ({
    put: 'call' as const,
    call: aCall(`call-${id}`, { direction: id === 0 ? 'outbound' : 'inbound', answeredAt: null }),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(visit, call, offer, promise), { maxLength: 60 }), async (changes) => {
      const book = openDayBook(() => day);
      const store = createMemoryStore();
      const watched = readBy(store, book);
      for (const change of [...calls, ...changes]) await watched.commit([change]);
      // a restart in between reads the same
      const after = openDayBook(() => day);
      await after.read(store);
      const visits: readonly QueueVisit[] = await store.queueVisits(day.from, day.until);
      const answered = await store.callsAnswered(day.from, day.until);
      const offers = await store.offersMade(day.from, day.until);
      const due = await store.promisesDue(day.from, day.until);
      for (const one of [book, after]) {
        expect(one.queue(service, limits)).toEqual(countVisits(visits, limits));
        for (const agentId of people) {
          const worked = answered
            .filter((row) => row.agentId === agentId)
            .reduce((sum, row) => plus(sum, countsOfCall(row)), noAgentCounts);
          const counts = offers
            .filter((row) => row.agentId === agentId)
            .reduce((sum, row) => plus(sum, countsOfOffer(row, row.direction)), worked);
          expect(one.agent(agentId)).toEqual(counts);
          expect(one.promises(agentId).due).toBe(due.filter(({ ownerId }) => ownerId === agentId).length);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('METRIC-2 a changed rule counts the morning anew', () => {
  const book = openDayBook(() => day);
  const late = {
    callId: asId<'call'>('a'),
    queueId: service,
    enteredAt: day.from,
    leftAt: day.from + 30_000,
  };
  book.take([{ put: 'visit', visit: { ...late, end: 'answered', agentId: null } }]);
  expect(book.queue(service, limits).answeredWithin).toBe(0);
  expect(book.queue(service, { ...limits, within: seconds(30) }).answeredWithin).toBe(1);
});

test('BOARD-5 at midnight a new day begins with nothing counted', () => {
  let today = day;
  const book = openDayBook(() => today);
  const callId = asId<'call'>('a');
  const visitAt = (enteredAt: number): Change => ({
    put: 'visit',
    visit: { callId, queueId: service, enteredAt, leftAt: enteredAt + 1, end: 'answered', agentId: null },
  });
  book.take([visitAt(day.until - 1)]);
  expect(book.queue(service, limits).offered).toBe(1);
  today = { from: day.until, until: day.until + hours(24) };
  expect(book.queue(service, limits).offered).toBe(0);
  book.take([visitAt(day.until)]);
  expect(book.queue(service, limits).offered).toBe(1);
});
