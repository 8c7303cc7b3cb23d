import type { CaseFile } from '@ringside/shared/protocol/case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInWorkflows } from '../../apps/cti-gateway/src/config/built-in/workflows.ts';
import { hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { openDesk, type DeskClient, type DeskCommand } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const hour = 3_600_000;
/** Customers are asked on the day of the answer, since a journey has no two days to wait. */
const workflows = builtInWorkflows.map((workflow) =>
  workflow.type === 'complaint'
    ? { ...workflow, satisfaction: { fromDay: 0, untilDay: 7, attempts: 3 } }
    : workflow,
);
let gateway: RunningGateway;
let floor: Conversation;
let li: DeskClient;
let noor: DeskClient;
let caseId = '';

const password = 'blue-magpie';
beforeAll(async () => {
  gateway = await startGateway({ config: { centre: { workflows } } });
  floor = await seatMaya(gateway);
  li = await openDesk({ url: gateway.url, userName: 'li', password });
  noor = await openDesk({ url: gateway.url, userName: 'noor', password });
});
afterAll(async () => {
  li?.close();
  noor?.close();
  await floor?.stop();
  await gateway?.stop();
});

const fileAt = async (desk: DeskClient): Promise<CaseFile> =>
  (await desk.ask({ ask: 'case.file', caseId })) as CaseFile;

/** Does it to the case on the version that stands now. */
async function work(desk: DeskClient, command: DeskCommand): Promise<unknown> {
  const { version } = await fileAt(desk);
  return desk.tell({ ...command, caseId, version });
}

/** Goes on to a stage, and looks how the case stands then. */
async function moveTo(desk: DeskClient, to: string): Promise<CaseFile> {
  await work(desk, { do: 'case.move', to, note: '' });
  const file = await fileAt(desk);
  expect(file.case.stage).toBe(to);
  return file;
}

const missingFor = (file: CaseFile, to: string) =>
  file.standing.moves.find((move) => move.to === to)?.missing;

test('CASE-1 Mr Chen complains in a call, and Maya reads him a reference', async () => {
  const { caller, maya } = floor;
  await maya.tell({ do: 'presence.ready' });
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  const offer = await maya.offered();
  if (offer.state.is !== 'offered') throw new Error('Maya is offered the call');
  const { callId } = offer;
  await maya.tell({ do: 'offer.accept', callId, offerId: offer.state.offerId });
  await hearEachOther(floor);
  const { match } = offer.pop;
  const opened = await maya.tell({
    do: 'case.open',
    case: {
      type: 'complaint',
      channel: 'call',
      customerId: match.kind === 'known' ? match.customer.customerId : null,
      callId,
      whatHappened: '冷氣修過三次還是漏水。',
      category: 'repairAgain',
      severity: 'serious',
      impact: 'one',
      urgency: 'normal',
      legal: false,
      product: null,
      servicePointId: null,
      contractId: null,
      remedyWanted: '換新機',
      feeling: 'angry',
      apologyGiven: true,
      explanation: '',
      commitment: '今天回電告知換貨日期',
      promise: { what: '今天回電告知換貨日期', dueAt: Date.now() + 4 * hour, ownerId: null },
    },
  });
  caseId = (opened as { caseId: string }).caseId;
  expect(await fileAt(maya)).toMatchObject({
    case: { stage: 'received', reference: expect.stringMatching(/^C-\d+$/), ownerName: 'Maya Lin' },
    calls: [{ callId }],
    standing: { isYours: true },
  });
  caller.hangUp();
});

test('STAGE-3 it is acknowledged and assessed; each stage says what is missing for the next', async () => {
  const { maya } = floor;
  expect(missingFor(await fileAt(maya), 'assessed')).toEqual(['assessed']);
  await work(maya, { do: 'case.tick', item: 'listened', done: true });
  await moveTo(maya, 'acknowledged');
  expect(
    await maya.tryTell({
      do: 'case.move',
      caseId,
      version: (await fileAt(maya)).version,
      to: 'assessed',
      note: '',
    }),
  ).toMatchObject({ ok: false, problem: { problem: 'conditionsMissing', field: 'assessed' } });
  await work(maya, {
    do: 'case.assess',
    severity: 'serious',
    impact: 'several',
    urgency: 'high',
    legal: false,
  });
  await moveTo(maya, 'assessed');
});

test('CASE-8, CASE-14 Noor looks into it too; each knows of the other, and of two edits one is told who was first', async () => {
  const { maya } = floor;
  await maya.tell({ do: 'case.look', caseId });
  expect(await noor.tell({ do: 'case.look', caseId })).toMatchObject([
    { name: 'Maya Lin' },
    { name: 'Noor Rahman' },
  ]);
  await until('Maya is shown that Noor looks', () =>
    maya.events.some(({ event }) => event.what === 'caseLookers' && event.lookers.length === 2),
  );
  const { version } = await fileAt(maya);
  const change = (changes: object): DeskCommand => ({ do: 'case.change', caseId, version, changes });
  await noor.tell(change({ title: '冷氣第三次漏水' }));
  expect(await maya.tryTell(change({ explanation: '排水管接錯' }))).toMatchObject({
    ok: false,
    problem: { problem: 'changedMeanwhile', by: 'Noor Rahman' },
  });
  await work(maya, change({ explanation: '排水管接錯' }));
  expect(await fileAt(maya)).toMatchObject({
    case: { title: '冷氣第三次漏水' },
    explanation: '排水管接錯',
  });
  noor.close();
  await until('Maya is alone with it', async () => (await fileAt(maya)).lookers.length === 1);
});

test('STAGE-3 its cause is found, the answer written, told and accepted', async () => {
  const { maya } = floor;
  const investigated = await moveTo(maya, 'investigated');
  expect(missingFor(investigated, 'proposed')).toEqual(['causeNamed']);
  await work(maya, {
    do: 'prevention.cause',
    causeId: 'handover',
    whys: ['The drain was joined wrongly', 'The job sheet did not say which drain'],
    note: '',
  });
  await moveTo(maya, 'proposed');
  await work(maya, { do: 'case.change', changes: { proposal: '明天換新機，並延長保固一年。' } });
  expect(missingFor(await fileAt(maya), 'communicated')).toEqual(['answerTold']);
  await work(maya, { do: 'case.told', note: 'by telephone' });
  await moveTo(maya, 'communicated');
  await work(maya, { do: 'case.answer', customer: 'accepted', note: '' });
  await moveTo(maya, 'accepted');
});

test('CHECK somebody else asks whether he is satisfied, and the promise is kept', async () => {
  const { maya } = floor;
  const { promise } = (await fileAt(maya)).case;
  await maya.tell({ do: 'promise.kept', promiseId: promise?.promiseId });
  const [check] = (await li.ask({ ask: 'check.ofCase', caseId })) as { checkId: string; version: number }[];
  noor = await openDesk({ url: gateway.url, userName: 'noor', password });
  await noor.tell({
    do: 'check.answer',
    checkId: check?.checkId,
    version: check?.version,
    callId: null,
    outcome: 'satisfied',
    answers: { solved: 5, handled: 5, stay: 4 },
    comment: '',
  });
  await moveTo(maya, 'checked');
});

test('STAGE-8 it is closed and learned from, and its history tells the whole of it', async () => {
  const { maya } = floor;
  const closed = await moveTo(maya, 'closed');
  expect(closed.closedAt).not.toBeNull();
  expect(missingFor(closed, 'learned')).toEqual(['preventionDecided']);
  expect(closed.may).not.toContain('edit');
  await work(maya, { do: 'prevention.decide', needed: false });
  const learned = await moveTo(maya, 'learned');
  expect(learned.standing.moves).toEqual([]);
  const moves = learned.entries.filter(({ what }) => what === 'moved').flatMap(({ changes }) => changes);
  expect(moves.filter(({ field }) => field === 'stage').map(({ to }) => to)).toEqual([
    'acknowledged',
    'assessed',
    'investigated',
    'proposed',
    'communicated',
    'accepted',
    'checked',
    'closed',
    'learned',
  ]);
  expect(learned.entries[0]).toMatchObject({ what: 'opened', who: 'Maya Lin' });
});

test('STAGE-7 he calls again: Li reopens it after a restart of the gateway, and it goes on from investigation', async () => {
  const before = await fileAt(floor.maya);
  await gateway.kill();
  gateway = await gateway.startAgain();
  li = await openDesk({ url: gateway.url, userName: 'li', password });
  expect(await fileAt(li)).toMatchObject({ case: { stage: 'learned' }, version: before.version });
  await work(li, { do: 'case.reopen', why: '又漏水了' });
  expect(await fileAt(li)).toMatchObject({
    case: { stage: 'investigated', ownerName: 'Maya Lin' },
    timesReopened: 1,
    closedAt: null,
    answer: { toldAt: null, customer: null },
  });
});
