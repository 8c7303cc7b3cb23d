import { readFileSync } from 'node:fs';
import { asId } from '@ringside/shared/model/ids';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../domain/agent/agent.ts';
import type { CentreDocument, Json, JsonGroup } from '../../domain/centre/centre-document.ts';
import { itemOf } from '../../domain/centre/centre-document.ts';
import type { Administrator, CentreEdit, EditTerms } from '../../ports/administration.ts';
import { li, maya, noor } from '../../testing/cast.ts';
import type { Rig } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const english = { skill: 'english', level: 1 };

/** The cast's own centre, as its operator wrote it. */
const document: CentreDocument = {
  name: text('Harbour Home'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  skills: [
    { skill: 'english', name: text('English') },
    { skill: 'mandarin', name: text('Mandarin') },
  ],
  calendars: [{ calendarId: 'office', name: text('Office'), week: { mon: ['09:00-17:00'] } }],
  hotlines: [
    {
      hotlineId: 'service-line',
      name: text('Service'),
      numbers: ['+886800111222', 'service'],
      queueId: 'service',
      whenClosed: { prompt: null, to: { to: 'goodbye' } },
    },
  ],
  queues: [
    { queueId: 'service', name: text('Service'), skills: [english], wrapUpForSeconds: 60 },
    { queueId: 'billing', name: text('Billing'), skills: [english] },
  ],
  notReadyReasons: [{ reason: 'lunch', name: text('Lunch') }],
  dispositions: [{ disposition: 'solved', name: text('Solved'), resolves: true }],
  categories: [{ category: 'delivery', name: text('Delivery') }],
};

const ada: Agent = { ...noor, agentId: asId('ada'), userName: 'ada', name: 'Ada', roles: ['admin'] };
const ben: Agent = { ...ada, agentId: asId('ben'), userName: 'ben', name: 'Ben' };

const usual: EditTerms = { ifRevision: null, comment: '', dryRun: false };
const wrapUp = (seconds: number): CentreEdit => ({
  edit: 'item',
  section: 'queues',
  id: 'service',
  item: { name: text('Service'), skills: [english], wrapUpForSeconds: seconds },
});
const salesLine: CentreEdit = {
  edit: 'item',
  section: 'hotlines',
  id: 'sales-line',
  item: {
    name: text('Sales'),
    numbers: ['sales'],
    queueId: 'service',
    whenClosed: { prompt: null, to: { to: 'goodbye' } },
  },
};

async function opened() {
  const rig = await openRig({ centreDocument: document });
  for (const agent of [ada, ben])
    await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  return { rig, ada: await administratorOf(rig, ada), ben: await administratorOf(rig, ben) };
}

async function administratorOf(rig: Rig, agent: Agent): Promise<Administrator> {
  const signedIn = await rig.gateway.desk.signIn({
    userName: agent.userName,
    password: agent.userName,
    from: '127.0.0.1',
  });
  if (!signedIn.ok) throw new Error(signedIn.refusal.problem);
  const entered = await rig.gateway.administration.enter(signedIn.value.token);
  if (!entered.ok) throw new Error(entered.refusal.problem);
  return entered.value;
}

async function done<Value>(
  asked: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await asked;
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  await settle();
  return result.value;
}

describe('an administrator changes the centre', () => {
  test('ADMIN-3 while Mr Okafor talks to Maya: their call goes on, and a call to the new line arrives', async () => {
    const { rig, ada: admin } = await opened();
    const desk = await rig.seatReady(maya);
    await rig.callIn();
    const callId = await rig.answer(desk);
    await done(admin.changeCentre(wrapUp(120), usual));
    await done(admin.changeCentre(salesLine, usual));
    expect(desk.screen.lastContact()).toMatchObject({ callId, state: { is: 'talking' } });
    expect(
      desk.screen
        .of('reference')
        .at(-1)
        ?.reference.hotlines.map(({ hotlineId }) => hotlineId),
    ).toEqual(['service-line', 'sales-line']);
    const second = await rig.callIn({ to: 'sales' });
    expect((await rig.store.call(second))?.queueId).toBe('service');
    await rig.hangUp(callId);
    const { state } = desk.screen.lastContact();
    expect(state.is).toBe('wrapUp');
    expect(desk.presence()).toMatchObject({ state: 'wrapUp', until: rig.clock.now() + 120_000 });
  });

  test('ADMIN-3 a queue that is removed still serves the caller who waits in it', async () => {
    const { rig, ada: admin } = await opened();
    await done(admin.changeCentre(salesLine, usual));
    await done(
      admin.changeCentre(
        { ...salesLine, item: { ...(salesLine as { item: object }).item, queueId: 'billing' } },
        usual,
      ),
    );
    const callId = await rig.callIn({ to: 'sales' });
    await done(admin.changeCentre({ edit: 'remove', section: 'hotlines', id: 'sales-line' }, usual));
    await done(admin.changeCentre({ edit: 'remove', section: 'queues', id: 'billing' }, usual));
    const desk = await rig.seatReady(maya);
    expect(desk.screen.lastContact()).toMatchObject({ callId, state: { is: 'offered' } });
  });

  test('ADMIN-6 undoing is a new revision like the earlier one, and the line is gone', async () => {
    const { rig, ada: admin } = await opened();
    await done(admin.changeCentre(salesLine, { ...usual, comment: 'autumn campaign' }));
    const { revision } = await done(admin.changeCentre({ edit: 'undo', revision: 1 }, usual));
    expect(revision).toBe(3);
    const { revisions } = await done(admin.revisions(null));
    expect(
      revisions.map(({ revision: number, who, origin, comment }) => [number, who, origin, comment]),
    ).toEqual([
      [3, 'Ada', 'undo', ''],
      [2, 'Ada', 'edit', 'autumn campaign'],
      [1, null, 'file', ''],
    ]);
    expect(revisions[1]?.differences.map(({ path }) => path)).toEqual([['hotlines', 'sales-line']]);
    await rig.callIn({ to: 'sales' });
    expect(rig.telephony.asked.at(-1)).toMatchObject({ ask: 'refuse' });
  });

  test('ADMIN-2 a fault is told at its place in the form, and nothing changes', async () => {
    const { ada: admin } = await opened();
    const result = await admin.changeCentre(
      {
        edit: 'item',
        section: 'queues',
        id: 'service',
        item: { name: text('Service'), skills: ['welsh'], offerForSeconds: 900 },
      },
      usual,
    );
    expect(result).toMatchObject({ ok: false, refusal: { problem: 'faults' } });
    const faults = !result.ok && result.refusal.problem === 'faults' ? result.refusal.faults : [];
    expect(faults.map(({ path, value }) => [path, value])).toEqual([[['offerForSeconds'], '900']]);
    const again = await admin.changeCentre(
      { edit: 'item', section: 'queues', id: 'service', item: { name: text('Service'), skills: ['welsh'] } },
      usual,
    );
    expect(again).toMatchObject({
      refusal: {
        faults: [{ path: ['skills', 0], value: 'welsh', remedy: 'Write one of: english, mandarin.' }],
      },
    });
    expect((await done(admin.centre())).revision).toBe(1);
  });

  test('ADMIN-5 two change the same queue: the second learns who was first, and may change another meanwhile', async () => {
    const { ada: admin, ben: other } = await opened();
    await done(admin.changeCentre(wrapUp(120), { ...usual, ifRevision: 1 }));
    const second = await other.changeCentre(wrapUp(30), { ...usual, ifRevision: 1 });
    expect(second).toMatchObject({ refusal: { problem: 'changedMeanwhile', by: { name: 'Ada' } } });
    const apart = await done(other.changeCentre(salesLine, { ...usual, ifRevision: 1 }));
    expect(itemOf(apart.document, 'queues', 'service')).toMatchObject({ wrapUpForSeconds: 120 });
  });

  test('ADMIN-5 the one who is named is who changed this queue, not who changed something else after', async () => {
    const { ada: admin, ben: other } = await opened();
    await done(admin.changeCentre(wrapUp(120), usual));
    await done(other.changeCentre(salesLine, usual));
    const late = await other.changeCentre(wrapUp(30), { ...usual, ifRevision: 1 });
    expect(late).toMatchObject({ refusal: { by: { name: 'Ada' } } });
  });

  test('ADMIN-7 a queue that a line leads to is not removed; the line is named', async () => {
    const { ada: admin } = await opened();
    expect(
      await admin.changeCentre({ edit: 'remove', section: 'queues', id: 'service' }, usual),
    ).toMatchObject({
      refusal: { problem: 'inUse', usedBy: [{ section: 'hotlines', id: 'service-line' }] },
    });
  });

  test('ADMIN-13 what was exported can be imported; a trial says what would change and changes nothing', async () => {
    const { ada: admin } = await opened();
    const yaml = await done(admin.exportCentre());
    expect(yaml).toMatch(/^# The contact centre "Harbour Home" as of revision 1/);
    expect(parse(yaml)).toHaveProperty('centre.queues');
    expect((await done(admin.changeCentre({ edit: 'import', yaml }, usual))).differences).toEqual([]);
    const other = yaml.replace('wrapUpForSeconds: 60', 'wrapUpForSeconds: 45');
    const trial = await done(admin.changeCentre({ edit: 'import', yaml: other }, { ...usual, dryRun: true }));
    expect(trial.differences).toEqual([
      { path: ['queues', 'service', 'wrapUpForSeconds'], before: 60, after: 45 },
    ]);
    expect((await done(admin.centre())).revision).toBe(1);
    const broken = await admin.changeCentre(
      { edit: 'import', yaml: yaml.replace('wrapUpForSeconds: 60', 'wrapUpForSeconds: soon') },
      usual,
    );
    const line = yaml.split('\n').findIndex((one) => one.includes('wrapUpForSeconds: 60')) + 1;
    expect(broken).toMatchObject({ refusal: { faults: [{ value: 'soon', line }] } });
  });

  test('ADMIN-13 the whole demo centre survives export and import', async () => {
    const file = new URL('../../../../../resources/demo/ringside.yaml', import.meta.url);
    const { centre } = parse(readFileSync(file, 'utf8')) as { centre: CentreDocument };
    const rig = await openRig({ centreDocument: centre });
    await rig.store.commit([{ put: 'agent', agent: ada, passwordHash: 'hash of ada' }]);
    const admin = await administratorOf(rig, ada);
    const yaml = await done(admin.exportCentre());
    expect((await done(admin.changeCentre({ edit: 'import', yaml }, usual))).differences).toEqual([]);
  });

  test('ADMIN-4 a restart keeps what was changed, until the file itself says something new', async () => {
    const { rig, ada: admin } = await opened();
    await done(admin.changeCentre(wrapUp(120), usual));
    await rig.restart([]);
    const again = await administratorOf(rig, ada);
    expect(await done(again.centre())).toMatchObject({ revision: 2 });
  });

  test('ADMIN-4 a file that was changed becomes the newest revision', async () => {
    const { rig } = await opened();
    const changed = { ...document, currency: 'EUR' };
    await rig.restart([], changed);
    const again = await administratorOf(rig, ada);
    const { revision, document: now } = await done(again.centre());
    expect([revision, now['currency']]).toEqual([2, 'EUR']);
  });

  test('ADMIN-13 what an operator’s command imported beside the gateway is in force within ten seconds', async () => {
    const { rig, ada: admin } = await opened();
    const { document: now } = await done(admin.centre());
    const revision = {
      revision: 2,
      at: rig.clock.now(),
      who: null,
      origin: 'import',
      comment: 'centre.yaml',
      document: { ...now, currency: 'EUR' },
      fileDigest: null,
    } as const;
    await rig.store.commit([{ put: 'centreRevision', revision }]);
    await rig.advance(10_000);
    expect(rig.gateway.centre().currency).toBe('EUR');
  });

  test('ADMIN-8 Noor closes the line at once with a reason, and may change nothing else', async () => {
    const { rig } = await opened();
    const supervisor = await administratorOf(rig, noor);
    const emergency = { reason: 'The building is being evacuated', prompt: null };
    await done(supervisor.changeCentre({ edit: 'emergency', hotlineId: 'service-line', emergency }, usual));
    expect(rig.gateway.centre().hotlines[0]?.emergency).toEqual(emergency);
    expect(await supervisor.changeCentre(wrapUp(5), usual)).toMatchObject({
      refusal: { problem: 'notAllowed' },
    });
    expect(await supervisor.users()).toMatchObject({ refusal: { problem: 'notAllowed' } });
    await done(
      supervisor.changeCentre({ edit: 'emergency', hotlineId: 'service-line', emergency: null }, usual),
    );
    expect(rig.gateway.centre().hotlines[0]?.emergency).toBeNull();
  });

  test('ADMIN-9 an agent may not even look', async () => {
    const { rig } = await opened();
    const agent = await administratorOf(rig, maya);
    expect(await agent.centre()).toMatchObject({ refusal: { problem: 'notAllowed' } });
  });

  test('CAL-5 holidays of a file become closed days of a calendar, and its faults are named', async () => {
    const { ada: admin } = await opened();
    const icalendar = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270101',
      'SUMMARY:元旦',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270230',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\n');
    const taken = await done(admin.importHolidays('office', icalendar, usual));
    expect(taken.faults).toMatchObject([{ line: 7, why: 'badDate' }]);
    expect((itemOf(taken.document, 'calendars', 'office') as JsonGroup)['exceptions']).toEqual([
      { date: '2027-01-01', name: '元旦', open: [] },
    ] satisfies Json);
    const before = itemOf(document, 'calendars', 'office') as JsonGroup;
    expect(await done(admin.opening({ ...before, week: {} }, null))).toMatchObject({ open: false });
  });

  test('ADMIN-7 a recording is in the list once it is kept, and stays while a line plays it', async () => {
    const { ada: admin } = await opened();
    await done(admin.savePrompt('autumn', new Uint8Array([1, 2]), { name: text('Autumn'), language: 'en' }));
    const [line] = document['hotlines'] as readonly JsonGroup[];
    const item = { ...line, greeting: 'autumn' };
    await done(admin.changeCentre({ edit: 'item', section: 'hotlines', id: 'service-line', item }, usual));
    expect(await admin.removePrompt('autumn')).toMatchObject({ refusal: { problem: 'inUse' } });
    await done(
      admin.changeCentre({ edit: 'item', section: 'hotlines', id: 'service-line', item: { ...line } }, usual),
    );
    await done(admin.removePrompt('autumn'));
    expect(await done(admin.prompts())).toEqual([]);
  });
});

describe('an administrator changes people', () => {
  const entryOf = ({ name, language, roles, skills, familyId, active }: Agent) => ({
    name,
    language,
    roles,
    skills,
    familyId,
    active,
  });

  test('ADMIN-10 Maya’s desk is shown her new skills at once, and she gets the call that waited for them', async () => {
    const { rig, ada: admin } = await opened();
    await done(admin.changeUser(maya.agentId, { ...entryOf(maya), skills: [] }, null));
    const desk = await rig.seatReady(maya);
    const callId = await rig.callIn();
    expect(desk.screen.of('contact')).toEqual([]);
    await done(admin.changeUser(maya.agentId, entryOf(maya), null));
    expect(desk.screen.of('me').at(-1)?.me.queueIds).toContain('service');
    expect(desk.screen.lastContact()).toMatchObject({ callId, state: { is: 'offered' } });
  });

  test('ADMIN-10 who is disabled is sent away at once', async () => {
    const { rig, ada: admin } = await opened();
    const desk = await rig.seatReady(maya);
    await done(admin.changeUser(maya.agentId, { ...entryOf(maya), active: false }, null));
    expect(desk.screen.goodbyes).toEqual(['signedOut']);
    const again = await rig.gateway.desk.signIn({ userName: 'maya', password: 'maya', from: '127.0.0.1' });
    expect(again.ok).toBe(false);
  });

  test('ADMIN-12 a new password ends Maya’s sessions; it is shown once and stands nowhere', async () => {
    const { rig, ada: admin } = await opened();
    const desk = await rig.seatReady(maya);
    const { password } = await done(admin.setPassword(maya.agentId, null));
    expect(desk.screen.goodbyes).toEqual(['sessionEnded']);
    expect((await rig.gateway.administration.enter(desk.token)).ok).toBe(false);
    const from = '127.0.0.1';
    expect((await rig.gateway.desk.signIn({ userName: 'maya', password: 'maya', from })).ok).toBe(false);
    expect((await rig.gateway.desk.signIn({ userName: 'maya', password: password ?? '', from })).ok).toBe(
      true,
    );
    const audited = JSON.stringify(rig.store.commits.flat().filter(({ put }) => put === 'audit'));
    expect(audited).not.toContain(password);
    expect(JSON.stringify(rig.log.lines)).not.toContain(password);
  });

  test('ADMIN-12 a password that the operator’s command set ends the desk as well', async () => {
    const { rig } = await opened();
    const desk = await rig.seatReady(maya);
    await rig.store.commit([{ put: 'sessionsGone', agentId: maya.agentId }]);
    await rig.advance(10_000);
    expect(desk.screen.goodbyes).toEqual(['sessionEnded']);
  });

  test('ADMIN-12 a password that is too short or has the user name in it is refused without being repeated', async () => {
    const { ada: admin } = await opened();
    const short = await admin.setPassword(maya.agentId, 'secret');
    expect(short).toMatchObject({ refusal: { problem: 'faults', faults: [{ path: ['password'] }] } });
    expect(JSON.stringify(short)).not.toContain('"secret"');
    expect((await admin.setPassword(maya.agentId, 'I am maya herself')).ok).toBe(false);
  });

  test('ADMIN-11 of two administrators one may be disabled, the last may not', async () => {
    const { ada: admin } = await opened();
    await done(admin.changeUser(ben.agentId, { ...entryOf(ben), active: false }, null));
    const last = { refusal: { problem: 'lastAdministrator' } };
    expect(await admin.changeUser(ada.agentId, { ...entryOf(ada), active: false }, null)).toMatchObject(last);
    expect(await admin.changeUser(ada.agentId, { ...entryOf(ada), roles: ['agent'] }, null)).toMatchObject(
      last,
    );
  });

  test('ADMIN-5 two change Li at once: the second learns who was first', async () => {
    const { ada: admin, ben: other } = await opened();
    const seen = (await done(other.users())).find(({ agentId }) => agentId === li.agentId);
    await done(admin.changeUser(li.agentId, { ...entryOf(li), name: 'Li Wei' }, seen?.version ?? ''));
    expect(
      await other.changeUser(li.agentId, { ...entryOf(li), name: 'Li Na' }, seen?.version ?? ''),
    ).toMatchObject({ refusal: { problem: 'changedMeanwhile', by: { name: 'Ada' } } });
  });

  test('ADMIN-9 what was done to Li stands in her history, with what was before', async () => {
    const { ada: admin } = await opened();
    await done(admin.changeUser(li.agentId, { ...entryOf(li), name: 'Li Wei' }, null));
    const [change] = await done(admin.userHistory(li.agentId));
    expect(change).toMatchObject({
      who: 'Ada',
      did: 'user.change',
      differences: [{ path: ['name'], before: 'Li', after: 'Li Wei' }],
      before: { name: 'Li' },
    });
  });

  test('ADMIN-9 somebody new may sign in at once; a name that is taken, and a skill there isn’t, are refused', async () => {
    const { rig, ada: admin } = await opened();
    const sam = { ...entryOf(maya), userName: 'sam', name: 'Sam', password: null };
    const { password } = await done(admin.createUser(sam));
    const from = '127.0.0.1';
    expect((await rig.gateway.desk.signIn({ userName: 'sam', password: password ?? '', from })).ok).toBe(
      true,
    );
    expect(await admin.createUser(sam)).toMatchObject({ refusal: { problem: 'userNameTaken' } });
    const lost = await admin.createUser({
      ...sam,
      userName: 'tom',
      skills: [{ skillId: asId('welsh'), level: 3 }],
    });
    expect(lost).toMatchObject({ refusal: { faults: [{ path: ['skills', 0], value: 'welsh' }] } });
  });
});
