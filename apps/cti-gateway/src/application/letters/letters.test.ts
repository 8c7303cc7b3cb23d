import { asId } from '@ringside/shared/model/ids';
import type { LetterId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { LettersOfCase, LetterInput, LetterPreview } from '@ringside/shared/protocol/letters';
import { describe, expect, test } from 'vitest';
import { newCase } from '../../domain/case/new-case.ts';
import type { MailOutcome } from '../../domain/letter/after-attempt.ts';
import { chen, li, maya, noor } from '../../testing/cast.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

const caseId = asId<'case'>('case-of-chen');
const refusedAs = (problem: string) => ({ ok: false, refusal: { problem } });

/** 陳大文's complaint is Maya's; she is at her desk. */
async function scene(changed: Parameters<typeof openRig>[0] = {}) {
  const rig = await openRig(changed);
  const at = rig.clock.now();
  const one = newCase({
    caseId,
    reference: 'C-2291',
    type: 'complaint',
    stage: 'received',
    title: 'The drill smokes',
    whatHappened: 'The drill smokes.',
    category: 'delivery',
    severity: 'moderate',
    channel: 'call',
    remedyWanted: '',
    feeling: null,
    apologyGiven: false,
    commitment: '',
    openedBy: maya.agentId,
    callIds: [],
    priority: { score: 30, terms: [] },
    customerId: chen.customerId,
    ownerId: maya.agentId,
    openedAt: at,
  });
  await rig.store.commit([{ put: 'case', case: one }]);
  const atMaya = await rig.enter(maya);
  return { rig, atMaya };
}

const letter = (changed: Partial<LetterInput> = {}): LetterInput => ({
  template: 'acknowledgement',
  language: 'zh-Hant',
  channel: 'email',
  to: 'chen@example.com',
  subject: '我們已收到您的意見 C-2291',
  body: '陳先生您好：\n\n感謝您告訴我們。',
  attachmentIds: [],
  ...changed,
});

type Seen = { letterId: LetterId; version: number };
const write = async (at: SeatedAgent, changed: Partial<LetterInput> = {}): Promise<Seen> =>
  (await at.do({ do: 'letter.draft', caseId, over: null, letter: letter(changed) })) as Seen;

async function lettersAt(at: SeatedAgent): Promise<LettersOfCase> {
  const told = await at.ask({ ask: 'letter.ofCase', caseId });
  if (!told.ok) throw new Error(told.refusal.problem);
  return told.value as LettersOfCase;
}
const onlyLetter = async (at: SeatedAgent) => (await lettersAt(at)).letters[0];

const send = async ({ rig, atMaya }: Awaited<ReturnType<typeof scene>>, outcomes: MailOutcome[] = []) => {
  rig.mail.next.push(...outcomes);
  const seen = await write(atMaya);
  await atMaya.do({ do: 'letter.send', ...seen });
  await rig.advance(0);
};

describe('a letter is written', () => {
  test('LETTER-2 from a template, filled in from the case of 陳大文', async () => {
    const { atMaya } = await scene();
    const told = await atMaya.ask({
      ask: 'letter.preview',
      caseId,
      template: 'acknowledgement',
      language: 'zh-Hant',
    });
    expect(told).toMatchObject({ ok: true, value: { subject: '我們已收到您的意見 C-2291' } });
    const { body, missing } = (told as { value: LetterPreview }).value;
    expect(body).toContain('陳大文先生您好');
    expect(body).toContain('由 Maya 負責');
    expect(missing).toEqual(['clock.update']);
  });

  test('LETTER-3 with a hole in it, it goes to nobody', async () => {
    const { rig, atMaya } = await scene();
    const seen = await write(atMaya, { body: '我們將於 ⟦clock.update⟧ 前與您聯絡。' });
    expect(await atMaya.try({ do: 'letter.send', ...seen })).toEqual(refusedAs('letterHasHoles'));
    const over = await atMaya.do({ do: 'letter.draft', caseId, over: seen, letter: letter() });
    await atMaya.do({ do: 'letter.send', ...(over as Seen) });
    await rig.advance(0);
    expect(rig.mail.sent.length).toBe(1);
  });

  test.each([
    ['nobody', { to: '' }, 'wrongAddress'],
    ['two people', { to: 'a@example.com, b@example.com' }, 'wrongAddress'],
    ['somebody with a header of their own', { to: 'a@example.com\r\nBcc: b@example.com' }, 'wrongAddress'],
    ['somebody, without a word', { body: ' \n' }, 'letterIsEmpty'],
    ['somebody, with a field left in the subject', { subject: '{{case.reference}}' }, 'letterHasHoles'],
  ])('LETTER-3 nothing is sent to %s', async (_who, changed, problem) => {
    const { atMaya } = await scene();
    const seen = await write(atMaya, changed);
    expect(await atMaya.try({ do: 'letter.send', ...seen })).toEqual(refusedAs(problem));
  });

  test('LETTER-3 by whoever works the case: Li may not, Noor may', async () => {
    const { rig } = await scene();
    const atLi = await rig.enter(li);
    expect(await atLi.try({ do: 'letter.draft', caseId, over: null, letter: letter() })).toEqual(
      refusedAs('notAllowed'),
    );
    const atNoor = await rig.enter(noor);
    await expect(write(atNoor)).resolves.toMatchObject({ version: 1 });
  });

  test('LETTER-3 two people at one draft: the second is told', async () => {
    const { rig, atMaya } = await scene();
    const atNoor = await rig.enter(noor);
    const seen = await write(atMaya);
    await atNoor.do({ do: 'letter.draft', caseId, over: seen, letter: letter({ body: 'Noor was here.' }) });
    expect(await atMaya.try({ do: 'letter.draft', caseId, over: seen, letter: letter() })).toEqual(
      refusedAs('changedMeanwhile'),
    );
    expect((await onlyLetter(atMaya))?.body).toBe('Noor was here.');
  });
});

describe('an e-mail is sent', () => {
  test('LETTER-9 and the case is acknowledged, with a line in its history', async () => {
    const all = await scene();
    await send(all);
    const { rig, atMaya } = all;
    expect(rig.mail.sent[0]).toMatchObject({
      to: 'chen@example.com',
      subject: '我們已收到您的意見 C-2291',
      fromName: 'Harbour Home',
      language: 'zh-Hant',
    });
    expect(await onlyLetter(atMaya)).toMatchObject({ state: 'sent', attempts: 1, trouble: null });
    expect((await rig.store.case(caseId))?.acknowledgedAt).toBe(rig.clock.now());
    const history = await rig.store.caseEntries(caseId);
    expect(history.map(({ what }) => what)).toEqual(['letterWritten', 'letterSent']);
    expect(history[1]?.changes.map(({ field }) => field)).toEqual(['acknowledgedAt']);
  });

  test('LETTER-9 an answer has told the case, another letter nothing of the kind', async () => {
    const { rig, atMaya } = await scene();
    for (const template of ['apology', 'answer']) {
      const seen = await write(atMaya, { template });
      await atMaya.do({ do: 'letter.send', ...seen });
      await rig.advance(0);
      const { answer, acknowledgedAt } = (await rig.store.case(caseId)) ?? {};
      expect([answer?.toldAt ?? null, acknowledgedAt]).toEqual([
        template === 'answer' ? rig.clock.now() : null,
        null,
      ]);
    }
  });

  test('LETTER-3 once it has gone nothing of it is changed, and it is not sent again', async () => {
    const all = await scene();
    await send(all);
    const { atMaya } = all;
    const sent = await onlyLetter(atMaya);
    const seen = { letterId: sent?.letterId ?? asId<'letter'>(''), version: sent?.version ?? 0 };
    for (const what of ['letter.send', 'letter.retry', 'letter.discard'] as const)
      expect(await atMaya.try({ do: what, ...seen })).toEqual(refusedAs('notPossibleNow'));
    expect(await atMaya.try({ do: 'letter.draft', caseId, over: seen, letter: letter() })).toEqual(
      refusedAs('notPossibleNow'),
    );
  });

  test('LETTER-7 a server that is busy is asked again after a minute, with the same Message-ID', async () => {
    const all = await scene();
    await send(all, [{ is: 'notNow', said: '451 greylisted' }]);
    const { rig, atMaya } = all;
    expect(await onlyLetter(atMaya)).toMatchObject({ state: 'queued', trouble: '451 greylisted' });
    expect((await rig.gateway.health()).mail).toEqual({
      ready: true,
      letters: { queued: 1 },
      notices: {},
    });
    await rig.advance(minutes(1) - 1);
    expect(rig.mail.sent.length).toBe(1);
    await rig.advance(1);
    expect(new Set(rig.mail.sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await onlyLetter(atMaya)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('LETTER-7 a refusal for good is shown, with what to do: Maya corrects nothing and sends it once more', async () => {
    const all = await scene();
    await send(all, [{ is: 'refused', said: '550 no such user' }]);
    const { rig, atMaya } = all;
    const failed = await onlyLetter(atMaya);
    expect(failed).toMatchObject({ state: 'failed', trouble: '550 no such user' });
    await rig.advance(hours(11));
    expect(rig.mail.sent.length).toBe(1);
    await atMaya.do({
      do: 'letter.retry',
      letterId: failed?.letterId ?? asId(''),
      version: failed?.version ?? 0,
    });
    await rig.advance(0);
    expect((await onlyLetter(atMaya))?.state).toBe('sent');
  });

  test('LETTER-7 for two days it is tried, and then it has failed', async () => {
    const all = await scene();
    const { rig } = all;
    const notNow: MailOutcome = { is: 'notNow', said: 'connect ECONNREFUSED' };
    await send(
      all,
      Array.from({ length: 40 }, () => notNow),
    );
    for (let hour = 0; hour < 49; hour += 1) await rig.advance(hours(1));
    expect((await rig.store.lettersOfCase(caseId))[0]).toMatchObject({
      state: 'failed',
      nextAttemptAt: null,
    });
    expect((await rig.store.caseEntries(caseId)).at(-1)?.what).toBe('letterFailed');
  });

  test('LETTER-7 a queued letter may be called back, and is not sent', async () => {
    const all = await scene();
    await send(all, [{ is: 'notNow', said: '451' }]);
    const { rig, atMaya } = all;
    const queued = await onlyLetter(atMaya);
    await atMaya.do({
      do: 'letter.discard',
      letterId: queued?.letterId ?? asId(''),
      version: queued?.version ?? 0,
    });
    await rig.advance(hours(11));
    expect(rig.mail.sent.length).toBe(1);
    expect((await onlyLetter(atMaya))?.state).toBe('discarded');
  });
});

describe('the gateway is killed', () => {
  const never = new Promise<MailOutcome>(() => undefined);

  test('LETTER-7 while a letter is being sent: it is not sent again by itself, and Maya says that it arrived', async () => {
    const { rig, atMaya } = await scene();
    rig.mail.next.push(never);
    await atMaya.do({ do: 'letter.send', ...(await write(atMaya)) });
    await rig.advance(0);
    expect((await onlyLetter(atMaya))?.state).toBe('sending');
    await rig.crash();
    await rig.advance(hours(11));
    expect(rig.mail.sent.length).toBe(1);
    const again = await rig.visit(maya.agentId, { token: atMaya.token, takeOver: true });
    const unsure = await onlyLetter(again);
    expect(unsure?.state).toBe('unsure');
    expect((await rig.store.case(caseId))?.acknowledgedAt).toBeNull();
    await again.do({
      do: 'letter.arrived',
      letterId: unsure?.letterId ?? asId(''),
      version: unsure?.version ?? 0,
    });
    expect((await onlyLetter(again))?.state).toBe('sent');
    expect((await rig.store.case(caseId))?.acknowledgedAt).toBe(rig.clock.now());
  });

  test('LETTER-6 before a queued letter was sent: it is sent, once', async () => {
    const { rig, atMaya } = await scene();
    await atMaya.do({ do: 'letter.send', ...(await write(atMaya)) });
    expect(rig.mail.sent.length).toBe(0);
    await rig.crash();
    await rig.advance(minutes(1));
    expect(rig.mail.sent.length).toBe(1);
  });

  test('LETTER-15 a stop waits for letters under way, cuts off those that hang, and begins no other', async () => {
    const { rig, atMaya } = await scene();
    let answer: (outcome: MailOutcome) => void = () => undefined;
    rig.mail.next.push(
      new Promise<MailOutcome>((resolve) => {
        answer = resolve;
      }),
      ...[never, never, never],
    );
    for (let nth = 0; nth < 5; nth += 1) await atMaya.do({ do: 'letter.send', ...(await write(atMaya)) });
    await rig.advance(0);
    const stopped = rig.gateway.stop();
    answer({ is: 'accepted' });
    await rig.advance(seconds(2));
    await stopped;
    const letters = await rig.store.lettersOfCase(caseId);
    expect(letters.map(({ state, attempts }) => `${state} ${attempts}`).toSorted()).toEqual([
      'queued 0',
      'queued 1',
      'queued 1',
      'queued 1',
      'sent 1',
    ]);
    expect(rig.mail.sent.length).toBe(4);
  });
});

describe('without a mail server', () => {
  test('LETTER-8 e-mail says so, and the letter is printed', async () => {
    const { rig, atMaya } = await scene({ mail: null });
    expect((await lettersAt(atMaya)).mailReady).toBe(false);
    expect(await atMaya.try({ do: 'letter.send', ...(await write(atMaya)) })).toEqual(
      refusedAs('mailNotSetUp'),
    );
    const printed = await write(atMaya, { channel: 'print', to: '台北市信義區\n松仁路 1 號' });
    await atMaya.do({ do: 'letter.print', ...printed });
    expect((await rig.store.letter(printed.letterId))?.state).toBe('printed');
    expect((await rig.store.case(caseId))?.acknowledgedAt).toBe(rig.clock.now());
    expect((await rig.store.caseEntries(caseId)).map(({ what }) => what)).toEqual(['letterPrinted']);
  });
});

test('LETTER-9 somebody changes the case while the letter is out: both stay', async () => {
  const { rig, atMaya } = await scene();
  let answer: (outcome: MailOutcome) => void = () => undefined;
  rig.mail.next.push(
    new Promise<MailOutcome>((resolve) => {
      answer = resolve;
    }),
  );
  await atMaya.do({ do: 'letter.send', ...(await write(atMaya)) });
  await rig.advance(0);
  const before = await rig.store.case(caseId);
  if (before === null) throw new Error('The case is there');
  await rig.store.commit([
    { put: 'case', case: { ...before, title: 'Changed', version: before.version + 1 } },
  ]);
  answer({ is: 'accepted' });
  await settle();
  expect(await rig.store.case(caseId)).toMatchObject({ title: 'Changed', acknowledgedAt: rig.clock.now() });
  expect((await onlyLetter(atMaya))?.state).toBe('sent');
});
