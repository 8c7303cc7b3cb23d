import { asId } from '@ringside/shared/model/ids';
import type { FilesOfCase } from '@ringside/shared/protocol/letters';
import { describe, expect, test } from 'vitest';
import { newCase } from '../../domain/case/new-case.ts';
import { chen, li, maya, noor } from '../../testing/cast.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig } from '../../testing/rig.ts';

const caseId = asId<'case'>('case-of-chen');
const refusedAs = (problem: string) => ({ ok: false, refusal: { problem } });

/** 陳大文's complaint is Maya's. */
async function scene() {
  const rig = await openRig();
  const one = newCase({
    caseId,
    reference: 'C-2291',
    type: 'complaint',
    stage: 'received',
    channel: 'call',
    title: 'The drill smokes',
    whatHappened: 'The drill smokes.',
    category: 'delivery',
    severity: 'moderate',
    remedyWanted: '',
    feeling: null,
    apologyGiven: false,
    commitment: '',
    customerId: chen.customerId,
    ownerId: maya.agentId,
    openedBy: maya.agentId,
    openedAt: rig.clock.now(),
    callIds: [],
    priority: { score: 30, terms: [] },
  });
  await rig.store.commit([{ put: 'case', case: one }]);
  return { rig, atMaya: await rig.enter(maya) };
}

async function* content(text: string) {
  yield new TextEncoder().encode(text);
}
const attach = (rig: Rig, { token }: SeatedAgent, name: string, text: string) =>
  rig.gateway.desk.attach(token, { caseId, name, bytes: content(text) });

async function filesAt(at: SeatedAgent): Promise<FilesOfCase> {
  const told = await at.ask({ ask: 'letter.files', caseId });
  if (!told.ok) throw new Error(told.refusal.problem);
  return told.value as FilesOfCase;
}

describe('a file on a case', () => {
  test('LETTER-10 stands there with who added it, and in the history', async () => {
    const { rig, atMaya } = await scene();
    expect(await attach(rig, atMaya, 'receipt.pdf', '%PDF-1.7')).toMatchObject({
      ok: true,
      value: { nameFits: true },
    });
    expect((await filesAt(atMaya)).files).toMatchObject([
      { name: 'receipt.pdf', mediaType: 'application/pdf', bytes: 8, addedByName: 'Maya', removedAt: null },
    ]);
    expect(await rig.store.caseEntries(caseId)).toMatchObject([{ what: 'attached', text: 'receipt.pdf' }]);
  });

  test('LETTER-10 a program is refused whatever it is called, and nothing of it is kept', async () => {
    const { rig, atMaya } = await scene();
    expect(await attach(rig, atMaya, 'receipt.pdf', 'MZ\u0090')).toEqual(refusedAs('attachmentIsActive'));
    expect(await attach(rig, atMaya, 'x.pdf', '\u0001\u0002')).toEqual(refusedAs('attachmentNotTaken'));
    expect([rig.attachments.files.size, (await filesAt(atMaya)).files.length]).toEqual([0, 0]);
  });

  test('LETTER-11 a name that says something else is marked', async () => {
    const { rig, atMaya } = await scene();
    expect(await attach(rig, atMaya, 'photo.jpg', '%PDF-1.7')).toMatchObject({
      ok: true,
      value: { nameFits: false },
    });
    expect((await filesAt(atMaya)).files[0]).toMatchObject({ mediaType: 'application/pdf', nameFits: false });
  });

  test('LETTER-10 the fifty-first is refused, also when two come at once', async () => {
    const { rig, atMaya } = await scene();
    for (let nth = 1; nth < 50; nth += 1) await attach(rig, atMaya, `${nth}.txt`, 'x');
    const two = await Promise.all(['a.txt', 'b.txt'].map((name) => attach(rig, atMaya, name, 'x')));
    expect(two.filter(({ ok }) => ok).length).toBe(1);
    expect(two).toContainEqual(refusedAs('tooManyAttachments'));
  });

  test('LETTER-12 is read by whoever may read the case, by its own case alone, and that is audited', async () => {
    const { rig, atMaya } = await scene();
    await attach(rig, atMaya, 'note.txt', 'It smokes.');
    const [file] = (await filesAt(atMaya)).files;
    const attachmentId = file?.attachmentId ?? asId<'attachment'>('');
    const { token } = await rig.enter(li);
    const read = await rig.gateway.desk.file(token, { caseId, attachmentId });
    if (!read.ok) throw new Error(read.refusal.problem);
    read.value.opened();
    expect(read.value).toMatchObject({ name: 'note.txt', mediaType: 'text/plain', size: 10 });
    const elsewhere = await rig.gateway.desk.file(token, { caseId: asId('another'), attachmentId });
    expect(elsewhere).toEqual(refusedAs('unknownAttachment'));
    await rig.advance(1_000);
    const audited = await rig.store.auditOf(attachmentId, rig.clock.now() + 1, 10);
    expect(audited.map(({ who, did }) => [who, did])).toEqual([['li', 'attachmentOpened']]);
  });

  test('LETTER-12 and by nobody without a session', async () => {
    const { rig } = await scene();
    const read = await rig.gateway.desk.file('no token', { caseId, attachmentId: asId('x') });
    expect(read.ok).toBe(false);
  });

  test('LETTER-13 is taken off by Noor, not by Li: the bytes go, the line stays and says who', async () => {
    const { rig, atMaya } = await scene();
    await attach(rig, atMaya, 'note.txt', 'It smokes.');
    const [file] = (await filesAt(atMaya)).files;
    const seen = { attachmentId: file?.attachmentId ?? asId<'attachment'>(''), version: 1 };
    const atLi = await rig.enter(li);
    expect(await atLi.try({ do: 'letter.removeFile', ...seen })).toEqual(refusedAs('notAllowed'));
    const atNoor = await rig.enter(noor);
    await atNoor.do({ do: 'letter.removeFile', ...seen });
    expect(rig.attachments.files.size).toBe(0);
    expect((await filesAt(atMaya)).files).toMatchObject([{ name: 'note.txt', removedByName: 'Noor' }]);
    expect((await rig.store.caseEntries(caseId)).at(-1)).toMatchObject({
      what: 'attachmentRemoved',
      who: 'noor',
    });
  });

  test('LETTER-13 one that a letter has stays until the letter is discarded', async () => {
    const { rig, atMaya } = await scene();
    await attach(rig, atMaya, 'note.txt', 'It smokes.');
    const [file] = (await filesAt(atMaya)).files;
    const attachmentId = file?.attachmentId ?? asId<'attachment'>('');
    const written = (await atMaya.do({
      do: 'letter.draft',
      caseId,
      over: null,
      letter: {
        template: null,
        language: 'en',
        channel: 'email',
        to: 'chen@example.com',
        subject: 'Your drill',
        body: 'See the note.',
        attachmentIds: [attachmentId],
      },
    })) as { letterId: never; version: number };
    const remove = { do: 'letter.removeFile', attachmentId, version: 1 } as const;
    expect(await atMaya.try(remove)).toEqual(refusedAs('attachmentInLetter'));
    await atMaya.do({ do: 'letter.discard', ...written });
    await atMaya.do(remove);
  });

  test('LETTER-10 goes out with a letter', async () => {
    const { rig, atMaya } = await scene();
    await attach(rig, atMaya, 'note.txt', 'It smokes.');
    const [file] = (await filesAt(atMaya)).files;
    const letter = {
      template: null,
      language: 'en',
      channel: 'email',
      to: 'chen@example.com',
      subject: 'Your drill',
      body: 'See the note.',
      attachmentIds: [file?.attachmentId ?? asId<'attachment'>('')],
    } as const;
    const written = (await atMaya.do({
      do: 'letter.draft',
      caseId,
      over: null,
      letter: { ...letter, attachmentIds: [...letter.attachmentIds] },
    })) as { letterId: never; version: number };
    await atMaya.do({ do: 'letter.send', ...written });
    await rig.advance(0);
    expect(rig.mail.sent[0]?.files).toMatchObject([{ name: 'note.txt', mediaType: 'text/plain' }]);
  });
});
