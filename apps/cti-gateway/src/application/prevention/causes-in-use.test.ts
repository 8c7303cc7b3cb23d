import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../domain/agent/agent.ts';
import type { CentreDocument } from '../../domain/centre/centre-document.ts';
import type { CentreEdit, EditTerms } from '../../ports/administration.ts';
import { noor } from '../../testing/cast.ts';
import { aCase } from '../../testing/records.ts';
import { openRig } from '../../testing/rig.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const usual: EditTerms = { ifRevision: null, comment: '', dryRun: false };
const ada: Agent = { ...noor, agentId: asId('ada'), userName: 'ada', name: 'Ada', roles: ['admin'] };

const document: CentreDocument = {
  name: text('Harbour Home'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  hotlines: [
    {
      hotlineId: 'service-line',
      name: text('Service'),
      numbers: ['service'],
      queueId: 'service',
      whenClosed: { prompt: null, to: { to: 'goodbye' } },
    },
  ],
  queues: [{ queueId: 'service', name: text('Service'), skills: [], wrapUpForSeconds: 60 }],
  notReadyReasons: [{ reason: 'lunch', name: text('Lunch') }],
  dispositions: [{ disposition: 'solved', name: text('Solved'), resolves: true }],
  categories: [{ category: 'delivery', name: text('Delivery') }],
  causes: [
    { cause: 'product', name: text('Product') },
    { cause: 'defect', parent: 'product', name: text('Defect') },
    { cause: 'outage', name: text('Outage') },
  ],
};

/** Ada administers a centre in which one case was caused by a defect. */
async function administered() {
  const rig = await openRig({ centreDocument: document });
  const cause = { causeId: asId<'cause'>('defect'), whys: [], note: '' };
  await rig.store.commit([
    { put: 'agent', agent: ada, passwordHash: 'hash of ada' },
    { put: 'case', case: aCase('c1', { cause }) },
  ]);
  await rig.restart([]);
  const signedIn = await rig.gateway.desk.signIn({ userName: 'ada', password: 'ada', from: '127.0.0.1' });
  if (!signedIn.ok) throw new Error(signedIn.refusal.problem);
  const entered = await rig.gateway.administration.enter(signedIn.value.token);
  if (!entered.ok) throw new Error('Ada is an administrator');
  return entered.value;
}
const without = (id: string): CentreEdit => ({ edit: 'remove', section: 'causes', id });
const cause = (id: string, item: object): CentreEdit => ({
  ...{ edit: 'item', section: 'causes', id },
  item: { name: text(id), ...item },
});

describe('causes as an administrator sets them up', () => {
  test('PREV-13 one that a case names stays; one that nothing names goes', async () => {
    const admin = await administered();
    expect(await admin.changeCentre(without('defect'), usual)).toMatchObject({
      ok: false,
      refusal: { problem: 'inUse' },
    });
    expect(await admin.changeCentre(without('outage'), usual)).toMatchObject({ ok: true });
  });

  test('PREV-13 what others stand under is not removed either', async () => {
    const admin = await administered();
    expect(await admin.changeCentre(without('product'), usual)).toMatchObject({
      ok: false,
      refusal: { problem: 'inUse', usedBy: [{ section: 'causes', id: 'defect' }] },
    });
  });

  test('PREV-13 it is put out of use instead', async () => {
    const admin = await administered();
    const off = cause('defect', { parent: 'product', active: false });
    expect(await admin.changeCentre(off, usual)).toMatchObject({ ok: true });
  });

  test('PREV-13 there is no third level', async () => {
    const admin = await administered();
    const answer = await admin.changeCentre(cause('hose', { parent: 'defect' }), usual);
    expect(answer).toMatchObject({ ok: false, refusal: { problem: 'faults' } });
    expect(!answer.ok && answer.refusal).toMatchObject({ faults: [{ path: ['parent'] }] });
  });
});
