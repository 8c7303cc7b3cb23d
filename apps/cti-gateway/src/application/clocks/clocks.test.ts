import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import type { AlertView, ClockView } from '@ringside/shared/protocol/case-clocks';
import { caseClocks, clockExplanation, clocksAtRisk } from '@ringside/shared/protocol/case-clocks';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../domain/agent/agent.ts';
import type { CentreDocument, Json, JsonGroup } from '../../domain/centre/centre-document.ts';
import type { ClockRule } from '../../domain/clock/case-clock.ts';
import type { Change } from '../../ports/store.ts';
import { chen, li, maya, noor } from '../../testing/cast.ts';
import { clockRule, officeHours } from '../../testing/clocks.ts';
import { aCase } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

const max: Agent = { ...noor, agentId: asId('max'), userName: 'max', name: 'Max', roles: ['manager'] };
const caseId = asId<'case'>('c-1');

/** Two hours of any time, warned ten minutes before. */
const resolve = clockRule({ time: 'calendar', target: hours(2), warnBefore: [minutes(10)] });

/** Maya's case, opened when the rig's clock stood at 10 in the morning of a Saturday in Taipei. */
async function opened(...clocks: readonly ClockRule[]): Promise<Rig> {
  const rules = clocks.length === 0 ? [resolve] : clocks;
  const rig = await openRig({ centre: { clocks: rules, calendars: [officeHours()] } });
  await rig.store.commit([{ put: 'agent', agent: max, passwordHash: 'hash of max' }]);
  const one = aCase('c-1', {
    openedAt: rig.clock.now(),
    ownerId: maya.agentId,
    customerId: null,
    category: 'delivery',
  });
  await rig.store.commit([{ put: 'case', case: one }]);
  await rig.restart([]);
  return rig;
}

const clocksOf = async (agent: SeatedAgent, of: CaseId = caseId): Promise<ClockView[]> => {
  const reply = await agent.ask({ ask: 'clock.ofCase', caseId: of });
  if (!reply.ok) throw new Error(reply.refusal.problem);
  return caseClocks.parse(reply.value);
};
const alertsTo = ({ screen }: SeatedAgent): string[] =>
  screen.of('alert').map(({ alert }) => `${alert.what} as ${alert.as}`);
const waitingFor = ({ screen }: SeatedAgent): readonly AlertView[] => screen.lastSnapshot().alerts;
const history = async (rig: Rig): Promise<string[]> =>
  (await rig.store.caseEntries(caseId))
    .filter(({ what }) => what.startsWith('clock'))
    .map(({ what, at }) => `${what} ${new Date(at).toISOString().slice(11, 16)}`);
const one: { readonly caseId: CaseId; readonly clock: ClockKind } = { caseId, clock: 'resolve' };

describe('a clock comes to its time', () => {
  test('CLOCK-7 Maya is warned and told, half an hour later Noor, then Max, until Noor sees to it', async () => {
    const rig = await opened();
    const [mayas, noors, maxs] = [await rig.enter(maya), await rig.enter(noor), await rig.enter(max)];
    await rig.advance(hours(2) - minutes(10));
    expect(alertsTo(mayas)).toEqual(['warned as owner']);
    await rig.advance(minutes(10));
    expect(alertsTo(mayas)).toEqual(['warned as owner', 'breached as owner']);
    expect(alertsTo(noors)).toEqual([]);
    await rig.advance(minutes(30));
    expect(alertsTo(noors)).toEqual(['escalated as supervisor']);
    await rig.advance(minutes(30));
    expect(alertsTo(maxs)).toEqual(['escalated as dutyManager']);
    await rig.advance(minutes(30));
    expect(alertsTo(maxs)).toHaveLength(2);
    await noors.do({ do: 'clock.acknowledge', ...one });
    await rig.advance(hours(5));
    expect(alertsTo(maxs)).toHaveLength(2);
    expect(mayas.screen.of('alertGone')).toEqual([{ what: 'alertGone', ...one }]);
    expect(await history(rig)).toEqual([
      'clockWarned 03:50',
      'clockBreached 04:00',
      'clockEscalated 04:30',
      'clockEscalated 05:00',
      'clockEscalated 05:30',
      'clockSeenTo 05:30',
    ]);
  });

  test('CLOCK-7 what nobody owns is told supervisors from the first', async () => {
    const rig = await opened();
    const found = await rig.store.case(caseId);
    if (found) await rig.store.commit([{ put: 'case', case: { ...found, ownerId: null, version: 2 } }]);
    const noors = await rig.enter(noor);
    await rig.advance(hours(2));
    expect(alertsTo(noors)).toEqual(['warned as owner', 'breached as owner']);
  });

  test('CLOCK-15 who signs in later finds what has come to them, and what somebody sees to no more', async () => {
    const rig = await opened();
    await rig.advance(hours(2) + minutes(31));
    expect(waitingFor(await rig.enter(maya))).toMatchObject([{ ...one, as: 'owner', what: 'breached' }]);
    const noors = await rig.enter(noor);
    expect(waitingFor(noors)).toMatchObject([{ ...one, as: 'supervisor' }]);
    expect(waitingFor(await rig.enter(max))).toEqual([]);
    expect(waitingFor(await rig.enter(li))).toEqual([]);
    await noors.do({ do: 'clock.acknowledge', ...one });
    expect(waitingFor(await rig.enter(maya, { takeOver: true, stationId: asId('elsewhere') }))).toEqual([]);
  });

  test('CLOCK-17 Noor sees what has warned as its rule says, or what is due within the time she chooses; Maya does not', async () => {
    const second = clockRule({
      clock: 'update',
      rule: 'update',
      time: 'calendar',
      target: hours(1),
      warnBefore: [],
    });
    const rig = await opened(resolve, second);
    const noors = await rig.enter(noor);
    const atRisk = async (within: number | null, limit = 10) => {
      const reply = await noors.ask({ ask: 'clock.atRisk', within, limit });
      const { rows, more } = clocksAtRisk.parse(reply.ok ? reply.value : null);
      return [...rows.map(({ clock, standing }) => `${clock} ${standing}`), ...(more ? ['more'] : [])];
    };
    expect(await atRisk(null)).toEqual([]);
    expect(await atRisk(minutes(90))).toEqual(['update running']);
    expect(await atRisk(hours(3), 1)).toEqual(['update running', 'more']);
    await rig.advance(hours(2) - minutes(10));
    expect(await atRisk(null)).toEqual(['update breached', 'resolve warned']);
    expect(await atRisk(minutes(5))).toEqual(['update breached']);
    const asMaya = await rig.enter(maya);
    expect(await asMaya.ask({ ask: 'clock.atRisk', within: null, limit: 10 })).toMatchObject({
      refusal: { problem: 'notAllowed' },
    });
  });
});

test('CLOCK-15 Noor finds what has come to her also behind fifty others that have not', async () => {
  const quiet = clockRule({ rule: 'quiet', escalation: ['owner'], escalateEvery: days(30) });
  const loud = clockRule({
    rule: 'loud',
    clock: 'update',
    escalation: ['supervisor'],
    escalateEvery: days(30),
  });
  const rig = await openRig({ centre: { clocks: [quiet, loud], calendars: [officeHours()] } });
  const [start, target] = [rig.clock.now() - days(60), hours(8)];
  const breached = (nth: number, rule: ClockRule) => {
    const of = {
      caseId: asId<'case'>(`c-${nth}`),
      clock: rule.clock,
      rule: rule.rule,
      time: rule.time,
      target,
    };
    const dueAt = start + days(2);
    const times = { startedAt: start, dueAt, metAt: null, stoppedAt: null, breachedAt: dueAt + nth };
    const rest = { calendarId: null, pauses: [], warningsGiven: 1, stepsTaken: 1, acknowledgedAt: null };
    return { put: 'caseClock', clock: { ...of, ...times, ...rest, version: 1 } } as const;
  };
  const ids = Array.from({ length: 60 }, (_, nth) => nth);
  await rig.store.commit([
    ...ids.map((nth) => ({ put: 'case', case: aCase(`c-${nth}`, { ownerId: li.agentId }) }) as const),
    ...ids.map((nth) => breached(nth, nth === 59 ? loud : quiet)),
  ]);
  const noors = await rig.enter(noor);
  expect(waitingFor(noors)).toMatchObject([{ caseId: 'c-59', as: 'supervisor' }]);
});

test('CLOCK-13 a disk that does not answer when a clock is due: it is breached a minute later, with its true time', async () => {
  const rig = await opened();
  const { store } = rig;
  await rig.advance(hours(2) - minutes(1));
  const { clocksOfCase } = store;
  store.clocksOfCase = () => Promise.reject(new Error('the disk does not answer'));
  await rig.advance(minutes(1));
  store.clocksOfCase = clocksOfCase;
  expect(await history(rig)).toEqual(['clockWarned 03:50']);
  await rig.advance(minutes(1));
  expect(await history(rig)).toEqual(['clockWarned 03:50', 'clockBreached 04:00']);
});

test('CLOCK-12 a disk that does not answer at the start: the clocks are reckoned a minute later', async () => {
  const rig = await openRig({ centre: { clocks: [resolve], calendars: [officeHours()] } });
  const { store, clock } = rig;
  const one = aCase('c-1', { openedAt: clock.now(), ownerId: maya.agentId, customerId: null });
  await store.commit([{ put: 'case', case: one }]);
  const { openCaseIds } = store;
  store.openCaseIds = () => Promise.reject(new Error('the disk does not answer'));
  await rig.restart([]);
  store.openCaseIds = openCaseIds;
  expect(await store.clocksOfCase(caseId)).toEqual([]);
  await rig.advance(minutes(1));
  expect(await store.clocksOfCase(caseId)).toMatchObject([{ dueAt: one.openedAt + hours(2) }]);
});

describe('the tier of a customer', () => {
  test('CLOCK-11 Mr Chen becomes most valuable: the clock of his open case follows the rule for that at once', async () => {
    const quick = clockRule({ rule: 'quick', time: 'calendar', target: hours(1), tiers: ['mvc'] });
    const rig = await openRig({ centre: { clocks: [quick, resolve], calendars: [officeHours()] } });
    const { customerId } = chen;
    await rig.store.commit([
      { put: 'tiers', tiers: [{ customerId, tier: { ...chen.tier, tier: 'standard' } }] },
      { put: 'case', case: aCase('c-1', { openedAt: rig.clock.now(), ownerId: maya.agentId, customerId }) },
    ]);
    await rig.restart([]);
    const mayas = await rig.enter(maya);
    expect(await clocksOf(mayas)).toMatchObject([{ dueAt: rig.clock.now() + hours(2) }]);
    await rig.store.commit([{ put: 'tiers', tiers: [{ customerId, tier: { ...chen.tier, tier: 'mvc' } }] }]);
    // somebody saves the customer, who has the new tier by now
    const { name, language, email, address, note } = chen;
    await mayas.do({
      do: 'customer.change',
      ...{ customerId, version: chen.version },
      customer: { name, language, email, address, note, numbers: [] },
    });
    await settle();
    expect(await clocksOf(mayas)).toMatchObject([{ dueAt: rig.clock.now() + hours(1) }]);
  });
});

describe('people and clocks', () => {
  test('CLOCK-5 Maya stops the clock with a reason and lets it run on; the ledger says so', async () => {
    const rig = await opened();
    const mayas = await rig.enter(maya);
    await mayas.do({ do: 'clock.pause', ...one, why: 'strike at the carrier' });
    const [still] = await clocksOf(mayas);
    expect(still).toMatchObject({
      standing: 'paused',
      dueAt: null,
      paused: { why: 'strike at the carrier', stage: null },
      may: { acknowledge: false, pause: false, resume: true },
    });
    await rig.advance(hours(3));
    await mayas.do({ do: 'clock.resume', ...one });
    const [on] = await clocksOf(mayas);
    expect(on).toMatchObject({ standing: 'running', dueAt: rig.clock.now() + hours(2) });
    const explained = await mayas.ask({ ask: 'clock.explain', ...one });
    expect(clockExplanation.parse(explained.ok ? explained.value : null).pauses).toMatchObject([
      { why: 'strike at the carrier', leftOut: hours(3) },
    ]);
    expect(await history(rig)).toEqual(['clockPaused 02:00', 'clockResumed 05:00']);
  });

  test('CLOCK-16 Li, whose case it is not, may do none of it', async () => {
    const rig = await opened();
    const lis = await rig.enter(li);
    await rig.advance(hours(2));
    for (const command of [
      { do: 'clock.acknowledge', ...one },
      { do: 'clock.pause', ...one, why: 'why not' },
      { do: 'clock.resume', ...one },
    ] as const)
      expect(await lis.try(command)).toMatchObject({ ok: false, refusal: { problem: 'notAllowed' } });
    expect((await clocksOf(lis))[0]?.may).toEqual({ acknowledge: false, pause: false, resume: false });
  });

  test('CLOCK-5 a statutory clock can’t be stopped, and CLOCK-7 there is nothing to see to before a breach', async () => {
    const rig = await opened(clockRule({ clock: 'statutory', time: 'calendar', target: days(56) }));
    const mayas = await rig.enter(maya);
    const law = { caseId, clock: 'statutory' } as const;
    const refused = { ok: false, refusal: { problem: 'notPossibleNow' } };
    expect(await mayas.try({ do: 'clock.pause', ...law, why: 'they wait' })).toMatchObject(refused);
    expect(await mayas.try({ do: 'clock.acknowledge', ...law })).toMatchObject(refused);
  });

  test('CLOCK-14 the explanation names each day, what counted, and the holiday', async () => {
    const holiday = officeHours({ exceptions: [{ date: '2026-11-24', name: 'Founding Day', open: [] }] });
    const rig = await openRig({
      centre: { clocks: [clockRule({ target: hours(10) })], calendars: [holiday] },
    });
    await rig.store.commit([{ put: 'case', case: aCase('c-1', { openedAt: rig.clock.now() }) }]);
    await rig.restart([]);
    const mayas = await rig.enter(maya);
    const explained = await mayas.ask({ ask: 'clock.explain', ...one });
    const { days: told, dueAt } = clockExplanation.parse(explained.ok ? explained.value : null);
    expect(told.map(({ date, holiday: name, length, sum }) => [date, name, length, sum])).toEqual([
      ['2026-11-21', null, 0, 0],
      ['2026-11-22', null, 0, 0],
      ['2026-11-23', null, hours(8), hours(8)],
      ['2026-11-24', 'Founding Day', 0, hours(8)],
      ['2026-11-25', null, hours(2), hours(10)],
    ]);
    expect(told[2]?.counted).toEqual([
      { from: Date.UTC(2026, 10, 23, 1), until: Date.UTC(2026, 10, 23, 4) },
      { from: Date.UTC(2026, 10, 23, 5), until: Date.UTC(2026, 10, 23, 10) },
    ]);
    expect(dueAt).toBe(Date.UTC(2026, 10, 25, 3));
  });
});

describe('a gateway that was not there', () => {
  const late = ['clockWarned 03:50', 'clockBreached 04:00', 'clockEscalated 04:30'];

  test('CLOCK-13 down when the deadline passed, it catches up with the true times, once', async () => {
    const rig = await opened();
    await rig.gateway.stop();
    rig.clock.advance(hours(2) + minutes(40));
    await rig.restart([]);
    expect(await history(rig)).toEqual(late);
    expect((await rig.store.clocksOfCase(caseId))[0]?.breachedAt).toBe(Date.UTC(2026, 10, 21, 4));
    await rig.restart([]);
    expect(await history(rig)).toEqual(late);
    const noors = await rig.enter(noor);
    await rig.advance(minutes(20));
    expect((await history(rig)).slice(3)).toEqual(['clockEscalated 05:00']);
    expect(waitingFor(noors)).toHaveLength(1);
  });

  test.each(['before it is written', 'after it is written'] as const)(
    'CLOCK-15 killed at a breach, %s: it is told once, and who signs in finds it',
    async (when) => {
      const rig = await opened();
      await rig.enter(maya);
      const commit = rig.store.commit.bind(rig.store);
      let killed = false;
      rig.store.commit = async (changes: readonly Change[]) => {
        const isBreach = changes.some(
          (change) => change.put === 'caseClock' && change.clock.breachedAt !== null,
        );
        if (!isBreach || killed) return commit(changes);
        killed = true;
        if (when === 'after it is written') await commit(changes);
        return new Promise(() => undefined);
      };
      await rig.advance(hours(2));
      expect(killed).toBe(true);
      await rig.crash();
      expect(await history(rig)).toEqual(late.slice(0, 2));
      const noors = await rig.enter(noor);
      expect(waitingFor(await rig.enter(maya, { takeOver: true }))).toMatchObject([{ ...one, as: 'owner' }]);
      await rig.advance(minutes(30));
      expect(await history(rig)).toEqual(late);
      expect(alertsTo(noors)).toEqual(['escalated as supervisor']);
    },
  );
});

describe('rules and calendars change', () => {
  const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
  const office = (exceptions: readonly Json[]): JsonGroup => ({
    calendarId: 'office',
    name: text('Office'),
    week: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'] },
    exceptions,
  });
  const rule = (changed: JsonGroup): JsonGroup => ({
    ...{ rule: 'resolve', name: text('Resolve'), clock: 'resolve', time: 'business', targetMinutes: 600 },
    ...changed,
  });
  const document: CentreDocument = {
    name: text('Harbour Home'),
    region: 'TW',
    timeZone: 'Asia/Taipei',
    currency: 'TWD',
    skills: [{ skill: 'english', name: text('English') }],
    calendars: [office([])],
    hotlines: [
      {
        hotlineId: 'service-line',
        name: text('Service'),
        numbers: ['service'],
        queueId: 'service',
        whenClosed: { prompt: null, to: { to: 'goodbye' } },
      },
    ],
    queues: [
      {
        queueId: 'service',
        name: text('Service'),
        skills: [{ skill: 'english', level: 1 }],
        wrapUpForSeconds: 60,
      },
    ],
    notReadyReasons: [{ reason: 'lunch', name: text('Lunch') }],
    dispositions: [{ disposition: 'solved', name: text('Solved'), resolves: true }],
    categories: [{ category: 'delivery', name: text('Delivery') }],
    clocks: [rule({})],
  };
  const ada: Agent = { ...noor, agentId: asId('ada'), userName: 'ada', name: 'Ada', roles: ['admin'] };

  test('CLOCK-12 Ada enters a holiday: Mr Okafor’s case is due later, its history says so, and Ada is told how many moved', async () => {
    const rig = await openRig({ centreDocument: document });
    await rig.store.commit([{ put: 'agent', agent: ada, passwordHash: 'hash of ada' }]);
    const now = rig.clock.now();
    await rig.store.commit(
      ['c-1', 'c-2'].map((id) => ({ put: 'case', case: aCase(id, { openedAt: now }) }) as const),
    );
    await rig.restart([]);
    const adas = await rig.enter(ada);
    const entered = await rig.gateway.administration.enter(adas.token);
    if (!entered.ok) throw new Error(entered.refusal.problem);
    const edit = {
      edit: 'item',
      section: 'calendars',
      id: 'office',
      item: office([{ date: '2026-11-23', name: 'Founding Day', open: [] }]),
    } as const;
    const due = async () => (await rig.store.clocksOfCase(caseId))[0]?.dueAt;
    expect(await due()).toBe(Date.UTC(2026, 10, 24, 2));
    const changed = await entered.value.changeCentre(edit, { ifRevision: null, comment: '', dryRun: false });
    expect(changed.ok).toBe(true);
    await settle();
    expect(await due()).toBe(Date.UTC(2026, 10, 25, 2));
    const entries = await rig.store.caseEntries(caseId);
    expect(entries.at(-1)).toMatchObject({
      what: 'clockRecomputed',
      who: null,
      changes: [{ field: 'clock.resolve', from: Date.UTC(2026, 10, 24, 2), to: Date.UTC(2026, 10, 25, 2) }],
    });
    expect(adas.screen.of('clocksReckoned')).toEqual([{ what: 'clocksReckoned', moved: 2, looked: 2 }]);
  });

  test('CLOCK-12 a rule that was changed while the gateway was down holds from its start on', async () => {
    const rig = await opened();
    expect((await rig.store.clocksOfCase(caseId))[0]?.target).toBe(hours(2));
    await rig.restart([], {
      ...document,
      clocks: [rule({ targetMinutes: 60, time: 'calendar' })],
    });
    expect((await rig.store.clocksOfCase(caseId))[0]).toMatchObject({ target: hours(1) });
    expect(await history(rig)).toEqual(['clockRecomputed 02:00']);
  });
});
