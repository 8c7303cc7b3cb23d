import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { AbsenceView, CalendarFollowed, FollowedCalendarView } from '@ringside/shared/protocol/rota';
import { describe, expect, test } from 'vitest';
import { localTimeAt } from '../../domain/rota/local-time.ts';
import type { CalendarAnswer } from '../../ports/calendar-reader.ts';
import { maya, noor } from '../../testing/cast.ts';
import { grace, max, openDuty } from '../../testing/duty.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { settle } from '../../testing/rig.ts';

/** Saturday morning in Taipei, Max’s week */
const now = Date.UTC(2026, 10, 21, 2);
const address = 'https://calendar.example.com/ical/max/private-5ecret/basic.ics';
const calendarWith = (...names: string[]): CalendarAnswer => ({
  is: 'read',
  etag: `"${names.join()}"`,
  text: [
    'BEGIN:VCALENDAR',
    ...names.flatMap((name, nth) => [
      ...['BEGIN:VEVENT', `UID:${name}`, `SUMMARY:${name}`],
      ...[`DTSTART;VALUE=DATE:202612${String(nth + 10)}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n'),
});
const fault = (word: 'notValid' | 'notNow' | 'notReached'): CalendarAnswer => ({ is: 'fault', fault: word });
const notesOf = async (asker: SeatedAgent, of = max.agentId): Promise<readonly string[]> => {
  const answer = await asker.ask({ ask: 'absence.list', agentId: of });
  return answer.ok ? (answer.value as readonly AbsenceView[]).map(({ note }) => note) : ['refused'];
};
const calendarsOf = async (
  asker: SeatedAgent,
  agentId: AbsenceView['agentId'] | null = max.agentId,
): Promise<readonly FollowedCalendarView[]> => {
  const answer = await asker.ask({ ask: 'absence.calendars', agentId });
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as readonly FollowedCalendarView[];
};
const follow = async (asker: SeatedAgent, at: string | null = address, agentId = max.agentId) =>
  (await asker.do({ do: 'absence.subscribe', agentId, address: at })) as CalendarFollowed;

async function followed(...names: string[]) {
  const on = await openDuty();
  const atMax = await on.enter(max);
  on.calendars.at.set(address, calendarWith(...names));
  await follow(atMax);
  return { ...on, on, atMax };
}
/** In steps, so that what is read is read at its time. */
async function pass(on: { advance(by: number): Promise<void> }, time: number): Promise<void> {
  for (let gone = 0; gone < time; gone += minutes(10)) await on.advance(minutes(10));
}
/** past the next reading, wherever in the hour it is */
const anHourOn = minutes(90);

describe('following a calendar', () => {
  test('ABSENT-7 Max gives the address of his calendar: it is read at once, then every hour, and his absences follow', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    on.calendars.at.set(address, calendarWith('Course', 'Trip'));
    expect(await follow(atMax, ' webcal://calendar.example.com/ical/max/private-5ecret/basic.ics ')).toEqual({
      ...{ taken: 2, removed: 0, faults: [], fault: null },
    });
    expect(await notesOf(atMax)).toEqual(['Course', 'Trip']);
    on.calendars.at.set(address, calendarWith('Course', 'Dentist', 'Wedding'));
    await pass(on, anHourOn);
    expect(await notesOf(atMax)).toEqual(['Course', 'Dentist', 'Wedding']);
    on.calendars.at.set(address, calendarWith());
    await pass(on, hours(1));
    expect(await notesOf(atMax)).toEqual([]);
    expect(on.calendars.asked).toHaveLength(3);
    expect(on.calendars.asked.map(({ within }) => within)).toEqual([seconds(8), seconds(20), seconds(20)]);
  });

  test('ABSENT-7 a calendar is read on after a restart, and at once where it was due meanwhile', async () => {
    const { on, calendars } = await followed('Course');
    await on.restart([]);
    expect(calendars.asked).toHaveLength(1);
    await pass(on, anHourOn);
    expect(calendars.asked).toHaveLength(2);
    await on.crash();
    calendars.at.set(address, calendarWith('Trip'));
    await on.advance(days(1));
    await pass(on, hours(1));
    expect(calendars.asked.length).toBeGreaterThan(2);
    const atMax = await on.enter(max);
    expect(await notesOf(atMax)).toEqual(['Trip']);
  });

  test('ABSENT-7 no more than four are read at once, and one that hangs keeps no other', async () => {
    const on = await openDuty();
    const people = Array.from({ length: 6 }, (_, nth) => asId<'agent'>(`manager-${nth}`));
    for (const agentId of people) {
      const agent = { ...max, agentId, userName: agentId };
      await on.rig.store.commit([{ put: 'agent', agent, passwordHash: 'hash' }]);
    }
    await on.restart([]);
    const atNoor = await on.enter(noor);
    const release: ((answer: CalendarAnswer) => void)[] = [];
    for (const agentId of people) {
      on.calendars.at.set(`https://calendar.example.com/${agentId}`, calendarWith('Course'));
      await follow(atNoor, `https://calendar.example.com/${agentId}`, agentId);
      on.calendars.at.set(
        `https://calendar.example.com/${agentId}`,
        new Promise((resolve) => release.push(resolve)),
      );
    }
    await pass(on, anHourOn);
    expect(on.calendars.asked).toHaveLength(6 + 4);
    for (const resolve of release) resolve(calendarWith('Course'));
    await settle();
    expect(on.calendars.asked).toHaveLength(6 + 6);
  });

  test('ABSENT-7 who no longer stands on rotas is not read; once they do again, they are', async () => {
    const { on, calendars, store } = await followed('Course');
    await store.commit([{ put: 'agent', agent: { ...max, active: false }, passwordHash: 'hash of max' }]);
    await on.restart([]);
    await pass(on, anHourOn);
    await pass(on, hours(1));
    expect(calendars.asked).toHaveLength(1);
    await store.commit([{ put: 'agent', agent: max, passwordHash: 'hash of max' }]);
    await on.restart([]);
    await pass(on, anHourOn);
    expect(calendars.asked.length).toBeGreaterThan(1);
  });

  test('ABSENT-8 a calendar that can’t be read keeps what was read, says since when and why, and is tried ever less often', async () => {
    const { on, atMax, calendars } = await followed('Course');
    calendars.at.set(address, fault('notValid'));
    await pass(on, anHourOn);
    const [first] = await calendarsOf(atMax);
    expect(first).toEqual({
      agentId: max.agentId,
      host: 'calendar.example.com',
      lastReadAt: now,
      failing: { since: expect.any(Number), fault: 'notValid' },
    });
    expect(first?.failing?.since).toBeGreaterThan(now);
    expect(await notesOf(atMax)).toEqual(['Course']);
    await pass(on, days(1));
    // after 1, 2, 4 and 8 hours: 1, 3, 7 and 15 hours on
    expect(calendars.asked).toHaveLength(2 + 4);
    calendars.at.set(address, calendarWith('Trip'));
    await pass(on, days(1));
    const next = await on.enter(max);
    expect((await calendarsOf(next))[0]).toMatchObject({ failing: null });
    expect(await notesOf(next)).toEqual(['Trip']);
  });

  test('ABSENT-8 a page that is no calendar changes nothing', async () => {
    const { on, atMax, calendars } = await followed('Course');
    calendars.at.set(address, { is: 'read', text: '<html>Sign in</html>', etag: null });
    await pass(on, anHourOn);
    expect((await calendarsOf(atMax))[0]?.failing?.fault).toBe('notCalendar');
    expect(await notesOf(atMax)).toEqual(['Course']);
  });

  test('ABSENT-7 an address that can’t be read is not kept, and the one before stays', async () => {
    const { atMax, calendars } = await followed('Course');
    expect(await follow(atMax, 'https://other.example.com/a.ics')).toMatchObject({ fault: 'notReached' });
    calendars.at.set('https://other.example.com/a.ics', { is: 'read', text: 'no', etag: null });
    expect(await follow(atMax, 'https://other.example.com/a.ics')).toMatchObject({ fault: 'notCalendar' });
    expect((await calendarsOf(atMax)).map(({ host }) => host)).toEqual(['calendar.example.com']);
    expect(await notesOf(atMax)).toEqual(['Course']);
    for (const wrong of ['http://calendar.example.com/a.ics', 'https://max:pw@calendar.example.com/', 'Max'])
      expect(
        await atMax.try({ do: 'absence.subscribe', agentId: max.agentId, address: wrong }),
      ).toMatchObject({ refusal: { problem: 'wrongCalendarAddress' } });
  });

  test('ABSENT-12 another address takes the first one’s place, with all that came from it', async () => {
    const { atMax, calendars, on } = await followed('Course', 'Trip');
    calendars.at.set('https://other.example.com/a.ics', calendarWith('Wedding'));
    expect(await follow(atMax, 'https://other.example.com/a.ics')).toMatchObject({ taken: 1, removed: 2 });
    expect(await notesOf(atMax)).toEqual(['Wedding']);
    await pass(on, anHourOn);
    expect(calendars.asked.map((one) => new URL(one.address).hostname)).toEqual([
      'calendar.example.com',
      'other.example.com',
      'other.example.com',
    ]);
  });

  test('ABSENT-12 removing the address removes what came from it, even while it is being read; what was entered here stays', async () => {
    const { on, atMax, calendars } = await followed('Course');
    await atMax.do({
      ...{ do: 'absence.enter', agentId: max.agentId, kind: 'holiday', note: 'Skiing' },
      from: localTimeAt(now + days(40), 'Asia/Taipei'),
      until: localTimeAt(now + days(41), 'Asia/Taipei'),
    });
    let answer: (read: CalendarAnswer) => void = () => undefined;
    calendars.at.set(
      address,
      new Promise<CalendarAnswer>((resolve) => {
        answer = resolve;
      }),
    );
    await pass(on, anHourOn);
    expect(await follow(atMax, null)).toBeNull();
    answer(calendarWith('Course', 'Trip'));
    await settle();
    expect(await notesOf(atMax)).toEqual(['Skiing']);
    expect(await calendarsOf(atMax)).toEqual([]);
    await pass(on, hours(3));
    expect(calendars.asked).toHaveLength(2);
    expect(await follow(atMax, null)).toBeNull();
  });

  test('ABSENT-12 while a calendar is followed it is changed there: no file is read, and what came from it is not removed here', async () => {
    const { atMax } = await followed('Course');
    const refused = { refusal: { problem: 'followsCalendar' } };
    const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';
    expect(await atMax.try({ do: 'absence.import', agentId: max.agentId, text })).toMatchObject(refused);
    const list = await atMax.ask({ ask: 'absence.list', agentId: max.agentId });
    const [absence] = list.ok ? (list.value as readonly AbsenceView[]) : [];
    if (absence === undefined) throw new Error('Max is away');
    const { absenceId, version } = absence;
    expect(await atMax.try({ do: 'absence.remove', absenceId, version })).toMatchObject(refused);
    expect(await notesOf(atMax)).toEqual(['Course']);
  });

  test('ABSENT-13 a calendar that is unchanged is not sent again for a day', async () => {
    const { on, atMax, calendars } = await followed('Course');
    calendars.at.set(address, { is: 'unchanged' });
    await pass(on, anHourOn);
    expect(calendars.asked.at(-1)?.etag).toBe('"Course"');
    expect((await calendarsOf(atMax))[0]).toMatchObject({ failing: null });
    expect((await calendarsOf(atMax))[0]?.lastReadAt).toBeGreaterThan(now);
    expect(await notesOf(atMax)).toEqual(['Course']);
    await pass(on, days(1));
    expect(calendars.asked.at(-1)?.etag).toBeNull();
  });

  test('ABSENT-7 Noor, who plans, does it for Max; Max neither does it for Grace nor sees hers; Maya is on no rota', async () => {
    const on = await openDuty();
    const [atMax, atNoor, atMaya] = [await on.enter(max), await on.enter(noor), await on.enter(maya)];
    on.calendars.at.set(address, calendarWith('Course'));
    await follow(atNoor);
    await follow(atNoor, address, grace.agentId);
    expect((await calendarsOf(atNoor, null)).map(({ agentId }) => agentId)).toEqual([
      grace.agentId,
      max.agentId,
    ]);
    expect(await calendarsOf(atMax)).toHaveLength(1);
    const notAllowed = { refusal: { problem: 'notAllowed' } };
    for (const agentId of [null, grace.agentId])
      expect(await atMax.ask({ ask: 'absence.calendars', agentId })).toMatchObject(notAllowed);
    for (const at of [address, null])
      expect(await atMax.try({ do: 'absence.subscribe', agentId: grace.agentId, address: at })).toMatchObject(
        notAllowed,
      );
    expect(await atNoor.try({ do: 'absence.subscribe', agentId: maya.agentId, address })).toMatchObject({
      refusal: { problem: 'unknownAgent' },
    });
    expect((await atMaya.try({ do: 'absence.subscribe', agentId: maya.agentId, address })).ok).toBe(false);
    expect(on.calendars.asked).toHaveLength(2);
  });

  test('ABSENT-11 the address is in no answer, no log and no audit; its host is', async () => {
    const { on, atMax, calendars, log, store } = await followed('Course');
    calendars.at.set(address, fault('notValid'));
    await pass(on, anHourOn);
    await follow(atMax, 'https://other.example.com/ical/max/private-5ecret/a.ics');
    await on.advance(seconds(1));
    const told = JSON.stringify([
      log.lines,
      store.commits.flat().filter(({ put }) => put === 'audit'),
      await calendarsOf(atMax),
      atMax.screen.frames,
    ]);
    expect(told).not.toContain('5ecret');
    expect(told).toContain('calendar.example.com');
    await follow(atMax, null);
    expect(await store.followedCalendar(max.agentId)).toBeNull();
  });
});
