import type { CaseFile } from '@ringside/shared/protocol/case';
import type {
  CasePreventionView,
  CasesBehind,
  CheckFile,
  CheckView,
  EffectView,
  PreventionFigures,
} from '@ringside/shared/protocol/prevention';
import { everyCase } from '@ringside/shared/protocol/prevention';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInWorkflows } from '../../apps/cti-gateway/src/config/built-in/workflows.ts';
import { openDesk, type DeskClient, type DeskCommand } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const day = 86_400_000;
const password = 'blue-magpie';
/** Customers are asked on the day of the answer, since a journey has no two days to wait. */
const workflows = builtInWorkflows.map((workflow) =>
  workflow.type === 'complaint'
    ? { ...workflow, satisfaction: { fromDay: 0, untilDay: 7, attempts: 2 } }
    : workflow,
);
let gateway: RunningGateway;
let maya: DeskClient;
let li: DeskClient;
let noor: DeskClient;
let caseId = '';

const open = (userName: string) => openDesk({ url: gateway.url, userName, password });
async function openAll(): Promise<void> {
  maya = await open('maya');
  li = await open('li');
  noor = await open('noor');
}
function closeAll(): void {
  for (const desk of [maya, li, noor]) desk?.close();
}
beforeAll(async () => {
  gateway = await startGateway({ config: { centre: { workflows } } });
  await openAll();
});
afterAll(async () => {
  closeAll();
  await gateway?.stop();
});

const fileAt = async (desk: DeskClient): Promise<CaseFile> =>
  (await desk.ask({ ask: 'case.file', caseId })) as CaseFile;
const checksAt = async (desk: DeskClient): Promise<CheckView[]> =>
  (await desk.ask({ ask: 'check.ofCase', caseId })) as CheckView[];
const preventionAt = async (desk: DeskClient): Promise<CasePreventionView> =>
  (await desk.ask({ ask: 'prevention.ofCase', caseId })) as CasePreventionView;
const figuresAt = async (desk: DeskClient): Promise<PreventionFigures> =>
  (await desk.ask({
    ask: 'prevention.figures',
    from: Date.now() - day,
    until: Date.now() + day,
    filter: { ...everyCase, types: ['complaint'] },
  })) as PreventionFigures;

/** Does it to the case on the version that stands now. */
async function work(command: DeskCommand): Promise<void> {
  const { version } = await fileAt(maya);
  await maya.tell({ ...command, caseId, version });
}
async function moveTo(...stages: readonly string[]): Promise<void> {
  for (const to of stages) await work({ do: 'case.move', to, note: '' });
}
async function answerAndAccept(proposal: string): Promise<void> {
  await work({ do: 'case.change', changes: { proposal } });
  await work({ do: 'case.told', note: '' });
  await moveTo('communicated');
  await work({ do: 'case.answer', customer: 'accepted', note: '' });
  await moveTo('accepted');
}
/** The check that is open, and the desk of whoever is to ask. */
async function openCheck() {
  const check = (await checksAt(maya)).find(({ endedAt }) => endedAt === null);
  if (!check) throw new Error('No check is open');
  return { check, said: { checkId: check.checkId, version: check.version, callId: null } };
}

test('PREV-1 Maya takes a complaint, and names why it happened before she answers', async () => {
  const opened = await maya.tell({
    do: 'case.open',
    case: {
      ...{ type: 'complaint', channel: 'call', customerId: null, callId: null },
      ...{ whatHappened: '冷氣修過三次還是漏水。', category: 'repairAgain', severity: 'serious' },
      ...{ impact: 'one', urgency: 'normal', legal: false, product: null, servicePointId: null },
      ...{ contractId: null, remedyWanted: '換新機', feeling: 'angry', apologyGiven: true },
      ...{ explanation: '', commitment: '今天回電', promise: null },
    },
  });
  caseId = (opened as { caseId: string }).caseId;
  await work({ do: 'case.tick', item: 'listened', done: true });
  await work({ do: 'case.assess', severity: 'serious', impact: 'one', urgency: 'normal', legal: false });
  await moveTo('assessed', 'investigated');
  const whys = ['排水管接錯', '工單沒有註明是哪一條排水管'];
  await work({ do: 'prevention.cause', causeId: 'handover', whys, note: '' });
  expect((await preventionAt(maya)).cause).toEqual({ causeId: 'handover', whys, note: '' });
  await moveTo('proposed');
});

test('CHECK-1, CHECK-3 the customer accepts, and somebody else than Maya is to ask', async () => {
  await answerAndAccept('明天重新施工');
  const { check } = await openCheck();
  expect(check).toMatchObject({ byHandler: false, attemptsAllowed: 2, mayAsk: false });
  expect(check.askerName).not.toBe('');
  expect(check.askerName).not.toBe('Maya Lin');
  expect(await noor.ask({ ask: 'check.ofTask', taskId: check.taskId })).toMatchObject({
    answer: '明天重新施工',
    ownerName: 'Maya Lin',
    check: { mayAsk: true },
  } satisfies Partial<Record<keyof NonNullable<CheckFile>, unknown>>);
});

test('CHECK-6, CHECK-11 an attempt in vain is kept over a crash, and repeating it adds none', async () => {
  const { said } = await openCheck();
  const attempt = { do: 'check.attempt', ...said, note: '無人接聽' } as const;
  await noor.tell(attempt);
  closeAll();
  await gateway.kill();
  gateway = await gateway.startAgain();
  await openAll();
  expect(await noor.tryTell(attempt)).toMatchObject({ ok: true });
  const { check } = await openCheck();
  expect(check.attempts.map(({ note }) => note)).toEqual(['無人接聽']);
  expect(check.outcome).toBeNull();
});

test('CHECK-7 “not satisfied” puts the case back to work, and Maya hears of it', async () => {
  const { said } = await openCheck();
  const before = await fileAt(maya);
  await noor.tell({
    do: 'check.answer',
    ...said,
    outcome: 'notSatisfied',
    answers: { solved: 1, handled: 3, stay: null },
    comment: '又漏水了。',
  });
  await until('Maya hears that the customer is not satisfied', () =>
    maya.events.some(({ event }) => event.what === 'notSatisfied' && event.caseId === caseId),
  );
  expect(await fileAt(maya)).toMatchObject({
    case: { stage: 'investigated' },
    timesReopened: 1,
    answer: { toldAt: null, customer: null },
  });
  await until(
    'its priority is higher than before',
    async () => (await fileAt(maya)).case.priority.score > before.case.priority.score,
  );
});

test('CHECK-1 a new answer is a new check; this time the customer is satisfied', async () => {
  await moveTo('proposed');
  await answerAndAccept('換新機');
  const { said } = await openCheck();
  await noor.tell({
    do: 'check.answer',
    ...said,
    outcome: 'satisfied',
    answers: { solved: 5, handled: 4, stay: 5 },
    comment: '',
  });
  expect((await checksAt(maya)).map(({ outcome }) => outcome)).toEqual(['notSatisfied', 'satisfied']);
  await moveTo('checked');
});

test('PREV-3, PREV-5 Noor has something done about it; its effect is counted and too early to judge', async () => {
  const { preventionId } = (await noor.tell({
    do: 'prevention.open',
    causeId: 'handover',
    caseId,
    what: '工單必須註明排水管',
    ownerId: li.snapshot.me.agentId,
    dueAt: Date.now() + 7 * day,
  })) as { preventionId: string };
  const [mine] = (await li.ask({ ask: 'prevention.list', which: 'mine' })) as { version: number }[];
  await li.tell({
    ...{ do: 'prevention.done', preventionId, version: mine?.version },
    ...{ note: '已更新', verifyAfterDays: 90 },
  });
  const effect = (await noor.ask({ ask: 'prevention.effect', preventionId })) as EffectView;
  expect(effect.says).toBe('tooEarly');
  expect((await preventionAt(maya)).measures).toMatchObject([{ state: 'done', what: '工單必須註明排水管' }]);
});

test('PREV-8, PREV-10 the figures count the case, and lead back to it', async () => {
  const { total, causesByCount } = await figuresAt(noor);
  const handover = causesByCount.find(({ key }) => key === 'handover');
  expect(handover?.counts).toMatchObject({ cases: 1, reopened: 1, satisfied: 1, notSatisfied: 0 });
  expect(total.cases).toBeGreaterThanOrEqual(1);
  const { cases } = (await noor.ask({
    ask: 'prevention.cases',
    from: Date.now() - day,
    until: Date.now() + day,
    filter: { ...everyCase, causes: ['handover'] },
    after: null,
  })) as CasesBehind;
  expect(cases).toMatchObject([{ caseId, satisfaction: 'satisfied', timesReopened: 1 }]);
  await expect(figuresAt(maya)).rejects.toThrow('notAllowed');
});
