import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import { ok } from '@ringside/shared/model/result';
import { describe, expect, test } from 'vitest';
import type { MailOutcome } from '../../domain/letter/after-attempt.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { centre } from '../../testing/cast.ts';
import { createFakeMail } from '../../testing/fake-mail.ts';
import { createFakeLog, fakeSecrets } from '../../testing/fake-ports.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createMemoryStore } from '../../testing/memory-store.ts';
import { settle, testSettings } from '../../testing/rig.ts';
import { openCounters } from '../counters.ts';
import { openJournal } from '../journal.ts';
import { openDeadlines } from '../keep-deadlines.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { openOutbox } from '../outgoing-mail/outbox.ts';
import type { NoticeParts } from './attempt-notice.ts';
import { noticeIsDue } from './attempt-notice.ts';
import type { NoticeDeadline } from './notice-deadline.ts';
import type { NoticeToSend } from './notice-to.ts';
import { noticeTo } from './notice-to.ts';

const noon = Date.UTC(2026, 10, 23, 4);
const everything = Number.MAX_SAFE_INTEGER;
const grace = asId<'agent'>('grace');

/** The lane that notices go, over a store that outlives it. */
function scene(withMail = true) {
  const clock = createManualClock(noon);
  const store = createMemoryStore();
  const mail = createFakeMail();
  const log = createFakeLog();

  function start(): NoticeParts {
    const parts: NoticeParts = {
      store,
      clock,
      log,
      mail: withMail ? mail : null,
      centre,
      settings: testSettings,
      secrets: fakeSecrets,
      counters: openCounters(),
      outbox: openOutbox({ clock, inTurn: oneAtATime() }),
      journal: openJournal({ store, clock, log, commitRetry: 1_000, doneWithin: 200 }),
      deadlines: openDeadlines({
        clock,
        meet: ({ body }) => noticeIsDue(parts, (body as NoticeDeadline).noticeId),
      }),
    };
    return parts;
  }

  async function restart(): Promise<NoticeParts> {
    const parts = start();
    parts.deadlines.take(await store.deadlines(everything, everything));
    return parts;
  }

  async function advance(by: number): Promise<void> {
    await settle();
    clock.advance(by);
    await settle();
  }

  return { clock, store, mail, start, restart, advance };
}

/** Grace's turn of tomorrow. */
const reminder = (changed: Partial<NoticeToSend> = {}): NoticeToSend => ({
  key: 'duty of 24 November, the evening before',
  to: grace,
  address: 'grace@example.com',
  language: 'zh-Hant',
  subject: '提醒：明天由您輪值',
  text: '明天 09:00 至 18:00 由您輪值。',
  calendar: null,
  usefulUntil: noon + days(1),
  ...changed,
});

async function queue(parts: NoticeParts, changed: Partial<NoticeToSend> = {}): Promise<Notice> {
  const changes = await noticeTo(parts, reminder(changed));
  expect(await parts.journal.write({ changes })).toEqual(ok(undefined));
  const [row] = changes.filter(({ put }) => put === 'notice');
  if (row?.put !== 'notice') throw new Error('Nothing was queued');
  return row.notice;
}

describe('a notice to Grace', () => {
  test('NOTICE-1 goes out once, whatever repeats the decision, and carries her calendar', async () => {
    const { store, mail, start, advance } = scene();
    const parts = start();
    const { noticeId } = await queue(parts, { calendar: 'BEGIN:VCALENDAR\r\n' });
    expect(await noticeTo(parts, reminder())).toEqual([]);
    await advance(0);
    expect(await noticeTo(parts, reminder())).toEqual([]);
    expect(mail.sent.length).toBe(1);
    expect(mail.sent[0]).toMatchObject({ to: 'grace@example.com', subject: '提醒：明天由您輪值' });
    expect(mail.sent[0]?.files[0]).toMatchObject({
      name: 'calendar.ics',
      mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
    });
    expect(await store.notice(noticeId)).toMatchObject({ state: 'sent', sentAt: noon, attempts: 1 });
    expect(await store.deadlines(everything, everything)).toEqual([]);
  });

  test('NOTICE-1 to another colleague with the same key is another one', async () => {
    const { start } = scene();
    const parts = start();
    await queue(parts);
    expect(await noticeTo(parts, reminder({ to: asId('max') }))).not.toEqual([]);
  });

  test('NOTICE-1 without a mail server nothing is hoarded', async () => {
    expect(await noticeTo(scene(false).start(), reminder())).toEqual([]);
  });

  test.each(['', 'grace', 'grace@example.com\r\nBcc: all@example.com'])(
    'NOTICE-1 to the address %j is seen as failed and never handed over',
    async (address) => {
      const { store, mail, start, advance } = scene();
      await queue(start(), { address });
      await advance(hours(1));
      expect(mail.sent).toEqual([]);
      expect(await store.noticesInTrouble(0, 10)).toMatchObject([{ state: 'failed', toAgentId: 'grace' }]);
    },
  );

  test('NOTICE-2 is tried again when the server is busy, over a restart, too', async () => {
    const { store, mail, start, restart, advance } = scene();
    mail.next.push({ is: 'notNow', said: '451 later' });
    const parts = start();
    const { noticeId } = await queue(parts);
    await advance(0);
    expect(await store.notice(noticeId)).toMatchObject({ state: 'queued', trouble: '451 later' });
    parts.deadlines.stop();
    await restart();
    await advance(minutes(1));
    expect(await store.notice(noticeId)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(new Set(mail.sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('NOTICE-2 that was under way when the gateway was killed is not sent again: nobody knows', async () => {
    const { store, mail, start, restart, advance } = scene();
    mail.next.push(new Promise<MailOutcome>(() => undefined));
    const parts = start();
    const { noticeId } = await queue(parts);
    await advance(0);
    parts.deadlines.stop();
    await restart();
    await advance(hours(2));
    expect(mail.sent.length).toBe(1);
    expect(await store.notice(noticeId)).toMatchObject({ state: 'unsure' });
    expect(await store.noticesInTrouble(0, 10)).toMatchObject([{ noticeId }]);
  });

  test('NOTICE-3 is not sent when its day is over', async () => {
    const { store, mail, start, restart, advance, clock } = scene();
    const parts = start();
    const { noticeId } = await queue(parts, { usefulUntil: noon + hours(1) });
    parts.deadlines.stop();
    clock.advance(hours(1));
    await restart();
    await advance(0);
    expect(mail.sent).toEqual([]);
    expect(await store.notice(noticeId)).toMatchObject({ state: 'failed', trouble: 'It came too late' });
  });
});
