import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../config.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import { totalOf } from '../../../domain/prevention/case-figures.ts';
import { builtInComplaints } from '../../../testing/complaints.ts';
import { phone } from '../../../testing/records.ts';
import type { OpenStore } from '../open-store.ts';
import { openStore } from '../open-store.ts';
import { readDemoCompany } from './demo-company.ts';
import { demoCallers, demoPeople, seedDemo } from './seed-demo.ts';

const resources = (file: string) =>
  fileURLToPath(new URL(`../../../../../../resources/demo/${file}`, import.meta.url));
const company = readDemoCompany(resources('company.yaml'));
const centre = demoCentre();
function demoCentre(): Centre {
  const config = readConfig(resources('ringside.yaml'), {});
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  return config.value.centre;
}
const secrets = { hashPassword: async (password: string) => `hash of ${password}` };
const base = mkdtempSync(join(tmpdir(), 'ringside-demo-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function seeded(now: number): Promise<OpenStore> {
  const store = openStore({ folder: mkdtempSync(join(base, 'data-')) });
  await seedDemo(store, { company, centre, secrets, now });
  return store;
}
const everyCase = {
  types: null,
  categories: null,
  causes: null,
  tiers: null,
  servicePoints: null,
  products: null,
  outcomes: null,
  reopened: false,
};
const now = Date.UTC(2027, 2, 1, 6);

describe('the demo company', () => {
  it('DEMO-2 chan calls: one of the most valuable, a complaint open, a promise due today, a bill disputed', async () => {
    const store = await seeded(now);
    const [chan, ...others] = await store.customersByNumber(phone('+886912345678'));
    if (chan === undefined) throw new Error('nobody has the number');
    expect(others).toEqual([]);
    expect([chan.name.written, chan.tier.tier, chan.tier.reason]).toEqual(['陳大文', 'mvc', 'topByMargin']);
    const [open] = await store.casesOfCustomer(chan.customerId, 'open');
    expect(open?.type).toBe('complaint');
    if (open === undefined) throw new Error('the complaint is gone');
    expect((await store.lettersOfCase(open.caseId)).map(({ state }) => state)).toEqual(['printed']);
    const [promise] = await store.openPromisesOfCustomer(chan.customerId);
    expect(promise?.caseId).toBe(open?.caseId);
    expect((promise?.dueAt ?? 0) - now).toBe(hours(2));
    const { disputedMinor, overdueMinor } = await store.paymentFigures(chan.customerId, now);
    expect([disputedMinor > 0, overdueMinor]).toEqual([true, 0]);
    expect((await store.callsSince(chan.customerId, now - days(30))) > 1).toBe(true);
    await store.close();
  });

  it('DEMO-2 shows every kind of customer: shared number, below zero, growable, new, vulnerable, overdue', async () => {
    const store = await seeded(now);
    expect((await store.customersByNumber(phone('+886287654321'))).length).toBe(2);
    const all = await store.customersById(company.customers.map(({ id }) => asId(`demo-${id}`)));
    expect(all.length).toBe(company.customers.length);
    expect(new Set(all.map(({ tier }) => tier.tier))).toEqual(new Set(['mvc', 'mgc', 'bz', 'standard']));
    expect(all.some(({ tier }) => tier.reason === 'new')).toBe(true);
    expect(all.some(({ vulnerable }) => vulnerable)).toBe(true);
    const payments = await Promise.all(all.map(({ customerId }) => store.paymentFigures(customerId, now)));
    expect(payments.some(({ overdueMinor }) => overdueMinor > 0)).toBe(true);
    expect(payments.some(({ paidOnTime, due }) => paidOnTime < due)).toBe(true);
    await store.close();
  });

  it('DEMO-3 is the same day whenever it is seeded, and nothing in it lies ahead that has happened', async () => {
    const stores = await Promise.all([seeded(now), seeded(now + days(400))]);
    const days0 = await Promise.all(
      stores.map(async (store, i) => {
        const at = now + i * days(400);
        const calls = await store.callsOfCustomer(asId('demo-chan-tai-man'), at, 99);
        expect(calls.every(({ endedAt }) => endedAt !== null && endedAt <= at)).toBe(true);
        return calls.map(({ arrivedAt }) => at - arrivedAt);
      }),
    );
    expect(days0[0]).toEqual(days0[1]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('DEMO-4 is written once and never into a centre that has people', async () => {
    const store = await seeded(now);
    expect(await seedDemo(store, { company, centre, secrets, now })).toBe(false);
    expect((await store.agents()).length).toBe(company.people.length);
    await store.close();
  });

  it('DEMO-5 offers people to sign in as and customers to call as', async () => {
    const store = await seeded(now);
    expect(demoPeople(company)).toContainEqual({
      userName: 'noor',
      name: 'Noor Rahman',
      role: 'supervisor',
      password: company.password,
    });
    expect((await store.agentByUserName('maya'))?.passwordHash).toBe(`hash of ${company.password}`);
    const callers = await demoCallers(store, company, 'zh-Hant');
    expect(callers[0]).toEqual({
      number: '+886912345678',
      name: '陳大文',
      tier: 'mvc',
      hint: '客訴處理中，今天有承諾到期，帳單有爭議',
    });
    await store.close();
  });

  it('DEMO-6 everything it names exists: queues, dispositions, categories, owners', () => {
    const queues = new Set<string>(centre.queues.map(({ queueId }) => queueId));
    const dispositions = new Set([...centre.dispositions.map(({ disposition }) => disposition), 'abandoned']);
    const categories = new Set(centre.categories.map(({ category }) => category));
    const people = new Set(company.people.map(({ userName }) => userName));
    const calls = company.customers.flatMap(({ called }) => called);
    const cases = company.customers.flatMap((customer) => customer.cases);
    const owners = [...cases, ...company.customers.flatMap(({ tasks }) => tasks)].map(({ owner }) => owner);
    expect(
      calls.filter(({ queue, disposition }) => !queues.has(queue) || !dispositions.has(disposition)),
    ).toEqual([]);
    expect(cases.filter(({ category }) => !categories.has(category))).toEqual([]);
    expect(owners.filter((owner) => !people.has(owner))).toEqual([]);
  });

  it('DEMO-7 a company file with a mistake is refused with where it is', () => {
    const path = join(base, 'company.yaml');
    writeFileSync(
      path,
      'password: x\npeople: []\ngoods: []\ncustomers:\n  - id: chan\n    bought: [AC-35 yesterday]\n',
    );
    expect(() => readDemoCompany(path)).toThrow(/bought/u);
  });

  it('DEMO-2, PREV-8 half a year of complaints has its causes, measures and satisfaction, each of which the centre knows', async () => {
    const store = await seeded(now);
    const all = await store.caseCells(everyCase, now - days(200), now);
    const known = new Set<string>(builtInComplaints.causes.map(({ causeId }) => causeId));
    expect(all.flatMap(({ causeId }) => causeId ?? []).filter((id) => !known.has(id))).toEqual([]);
    const { cases, costMinor, satisfied, notSatisfied, notReached } = totalOf(all);
    expect([cases > 20, costMinor > 0, satisfied > 0, notSatisfied > 0, notReached > 0]).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect((await store.preventions('open', 9)).length).toBe(5);
    await store.close();
  });

  it('DEMO-8 five weeks of a rota lie behind, whenever it is seeded: somebody on at every open hour, a day covered, and what customers told managers', async () => {
    for (const at of [now, now + days(3), now + days(400)]) {
      const store = await seeded(at);
      const [rota] = centre.rotas;
      if (rota === undefined) throw new Error('the demo has no rota');
      const requests = await store.managerRequests(rota.rotaId, at - days(40), at, 99);
      const states = new Set(requests.map(({ state }) => state));
      expect([requests.length > 20, states]).toEqual([true, new Set(['closed', 'missed', 'promised'])]);
      expect(requests.every(({ askedAt, closedAt }) => Math.max(askedAt, closedAt ?? 0) < at)).toBe(true);
      const categories = new Set(centre.categories.map(({ category }) => category));
      expect(requests.filter(({ category }) => category !== null && !categories.has(category))).toEqual([]);
      const calls = await store.callsById(requests.flatMap(({ callId }) => callId ?? []));
      expect(calls.length).toBe(requests.filter(({ state }) => state !== 'promised').length);
      expect(calls.every(({ endedAt }) => endedAt !== null && endedAt <= at)).toBe(true);
      const stretches = await store.dutyStretches(rota.rotaId, at - days(40), at);
      const people = new Set(company.people.map(({ userName }) => `demo-${userName}`));
      expect(stretches.every(({ agentId }) => agentId !== null && people.has(agentId))).toBe(true);
      expect(stretches.every(({ until }) => until <= at)).toBe(true);
      expect((await store.swaps(rota.rotaId, 9)).map(({ state }) => state)).toEqual(['done']);
      expect(
        (await store.dutyContacts()).every(({ phone }) => phone === null || phone.startsWith('+447700900')),
      ).toBe(true);
      await store.close();
    }
  });

  it('DEMO-2 a quarter has calls enough for a rate per 1,000, and none in the last two days', async () => {
    const store = await seeded(now);
    expect(await store.contactsBetween(now - days(90), now)).toBeGreaterThan(500);
    const strangers = (await store.callsAnswered(now - days(2), now)).filter(
      ({ customerId }) => customerId === null,
    );
    expect(strangers).toEqual([]);
    await store.close();
  });
});
