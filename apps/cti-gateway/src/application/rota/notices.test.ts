import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Rota } from '../../domain/rota/rota.ts';
import type { OutgoingMail } from '../../ports/mail.ts';
import { noor } from '../../testing/cast.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { dutyLayer, dutyRota, max, openRotaRig, wei } from '../../testing/rotas.ts';

const rotaId = asId<'rota'>('duty');
const six = 18 * 60;
/** It is Saturday, 21 November, 10:00: Grace is on until Sunday 09:00, then Wei, then Max. */
const everybody = ['max', 'grace', 'wei', 'noor'];

/** All of them have an address. */
async function scene(changed: Partial<Rota>) {
  const rig = await openRotaRig([dutyRota(changed)]);
  await rig.store.commit(
    everybody.map((name) => ({
      put: 'dutyContact',
      contact: {
        agentId: asId(name),
        reach: 'deskThenPhone',
        phone: null,
        email: `${name}@example.com`,
        version: 1,
      },
    })),
  );
  await rig.restart([]);
  return rig;
}

const noticesOf = ({ screen }: SeatedAgent) => screen.of('rotaNotice').map(({ notice }) => notice);
/** one look at a time: what follows from it is written in between */
async function pass(rig: Rig, span: number, step = minutes(30)): Promise<void> {
  for (let passed = 0; passed < span; passed += step) await rig.advance(step);
  await rig.advance(0);
  await rig.advance(0);
}
async function fileOf(mail: OutgoingMail | undefined): Promise<string> {
  const [file] = mail?.files ?? [];
  if (file === undefined) throw new Error('Nothing goes along');
  const bytes: Uint8Array[] = [];
  for await (const part of file.read()) bytes.push(part);
  return Buffer.concat(bytes).toString('utf8');
}
const mails = (rig: Rig) => rig.mail.sent.map(({ to, subject }) => `${to}: ${subject}`);

describe('RNOTE-1 Noor is warned of a gap', () => {
  /** the layer’s one person is Max, who is put on by hand until 6 December */
  const byHand = { layers: [dutyLayer({ rotation: 'byHand' })], responsible: ['noor'] };
  const covered = (until: string) => ({
    put: 'rotaChange' as const,
    change: {
      changeId: asId<'rotaChange'>(`until ${until}`),
      rotaId,
      layer: 'duty',
      from: '2026-11-20T00:00',
      until,
      agentId: max.agentId,
      origin: 'byHand' as const,
      swapId: null,
      reason: '',
      madeBy: noor.agentId,
      madeAt: 0,
      undoneBy: null,
      undoneAt: null,
      version: 1,
    },
  });

  test('14, 7, 3 and 1 days before, once each, whatever restarts in between', async () => {
    const rig = await scene(byHand);
    await rig.store.commit([covered('2026-12-06T10:00')]);
    await rig.restart([]);
    const sent = rig.mail.sent.length;
    const told: number[] = [];
    const gap = Date.UTC(2026, 11, 6, 2);
    await pass(rig, hours(1));
    for (let day = 0; day < 15; day += 1) {
      // it stands still for most of the day
      await rig.gateway.stop();
      await rig.advance(days(1) - minutes(30));
      await rig.restart([]);
      await pass(rig, minutes(30));
      while (told.length < rig.mail.sent.length - sent)
        told.push(Math.ceil((gap - rig.clock.now()) / days(1)));
    }
    expect(told).toEqual([14, 7, 3, 1]);
    expect(rig.mail.sent.at(-1)).toMatchObject({ to: 'noor@example.com' });
  });

  test('at once when a gap comes to be within a day, at her desk and by mail', async () => {
    const rig = await scene(byHand);
    const made = covered('2026-12-06T10:00');
    await rig.store.commit([made]);
    await rig.restart([]);
    await pass(rig, days(1), hours(6));
    const noors = await rig.enter(noor);
    const before = rig.mail.sent.length;
    await noors.do({ do: 'rota.undo', changeId: made.change.changeId, version: 1 });
    await pass(rig, 0);
    expect(noticesOf(noors)).toEqual(['gap']);
    expect(mails(rig).slice(before)).toContainEqual(
      expect.stringMatching(/^noor@example.com: Nobody is on: Duty managers, /u),
    );
    await pass(rig, hours(5));
    expect(noticesOf(noors)).toEqual(['gap']);
  });
});

describe('RNOTE-2 the evening before', () => {
  test('Wei is reminded of Sunday on Saturday at six, once, in her language, with the shift as a calendar', async () => {
    const rig = await scene({ remindAt: six });
    const inTaiwan: Agent = { ...wei, language: 'zh-Hant' };
    await rig.store.commit([{ put: 'agent', agent: inTaiwan, passwordHash: 'hash of wei' }]);
    await rig.restart([]);
    const weis = await rig.enter(wei);
    await pass(rig, hours(7) + minutes(30));
    expect(noticesOf(weis)).toEqual([]);
    await pass(rig, hours(1));
    expect(noticesOf(weis)).toEqual(['reminder']);
    const reminders = () => rig.mail.sent.filter(({ subject }) => subject.startsWith('提醒'));
    expect(reminders()).toMatchObject([{ to: 'wei@example.com' }]);
    expect(await fileOf(reminders()[0])).toContain('DTSTART:20261122T010000Z');
    await rig.restart([]);
    await pass(rig, hours(3));
    expect(reminders()).toHaveLength(1);
  });

  test('who is put on after that is told of it, and not reminded as well', async () => {
    const rig = await scene({ remindAt: six });
    await pass(rig, hours(9));
    const noors = await rig.enter(noor);
    const maxs = await rig.enter(max);
    const weis = await rig.enter(wei);
    await noors.do({
      do: 'rota.change',
      rotaId,
      shifts: [{ layer: 'duty', from: '2026-11-22T09:00', until: '2026-11-23T09:00', agentId: max.agentId }],
      reason: 'Wei is ill',
      evenSo: true,
      origin: 'byHand',
    });
    await pass(rig, hours(2));
    expect([noticesOf(maxs), noticesOf(weis), noticesOf(noors)]).toEqual([['changed'], ['changed'], []]);
    expect(mails(rig).filter((mail) => mail.startsWith('max'))).toEqual([
      'max@example.com: Your shifts have changed: Duty managers',
    ]);
  });
});

describe('RNOTE-5 Wei comes on', () => {
  test('she is told so, and by mail only where something is open', async () => {
    const rig = await scene({});
    const weis = await rig.enter(wei);
    await pass(rig, days(1) - hours(14));
    const again = await rig.enter({ ...wei });
    await pass(rig, hours(13) + minutes(30));
    expect([...noticesOf(weis), ...noticesOf(again)]).toEqual(['handover']);
    expect(mails(rig).filter((mail) => mail.startsWith('wei'))).toEqual([]);
  });
});
