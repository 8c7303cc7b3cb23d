import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, minutes } from '@ringside/shared/model/instant';
import type { AbsenceImport, AbsenceView } from '@ringside/shared/protocol/rota';
import { describe, expect, test } from 'vitest';
import { localTimeAt } from '../../domain/rota/local-time.ts';
import { maya, noor } from '../../testing/cast.ts';
import { grace, max, openDuty } from '../../testing/duty.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { settle } from '../../testing/rig.ts';

/** Saturday morning in Taipei, Max’s week */
const now = Date.UTC(2026, 10, 21, 2);
const away = (agentId: AgentId, from: number, until: number) =>
  ({
    do: 'absence.enter',
    agentId,
    kind: 'holiday',
    note: 'Skiing',
    from: localTimeAt(from, 'Asia/Taipei'),
    until: localTimeAt(until, 'Asia/Taipei'),
  }) as const;
const listOf = async (
  asker: SeatedAgent,
  agentId: AgentId | null = null,
): Promise<readonly AbsenceView[]> => {
  const answer = await asker.ask({ ask: 'absence.list', agentId });
  return answer.ok ? (answer.value as readonly AbsenceView[]) : [];
};
const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

describe('absences', () => {
  test('ABSENT-1 Max enters his holiday, and at once nobody is on but the backup; he comes back, and is on again', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    const whoIsOn = async () => {
      await settle();
      return atMax.screen
        .of('duty')
        .at(-1)
        ?.duty[0]?.now.map(({ name }) => name);
    };
    const { absenceId } = (await atMax.do(away(max.agentId, now, now + days(2)))) as { absenceId: string };
    expect(await whoIsOn()).toEqual(['Grace']);
    const [entered] = await listOf(atMax, max.agentId);
    expect(entered).toMatchObject({
      absenceId,
      agentName: 'Max',
      kind: 'holiday',
      note: 'Skiing',
      fromFeed: false,
    });
    await atMax.do({ do: 'absence.remove', absenceId: asId(absenceId), version: entered?.version ?? 0 });
    expect(await whoIsOn()).toEqual(['Max', 'Grace']);
    expect(await listOf(atMax, max.agentId)).toEqual([]);
  });

  test('ABSENT-1 Max enters nothing for Grace and does not see her absences; Noor plans and does both; Maya is on no rota', async () => {
    const on = await openDuty();
    const [atMax, atNoor, atMaya] = [await on.enter(max), await on.enter(noor), await on.enter(maya)];
    const forGrace = away(grace.agentId, now, now + days(1));
    expect(await atMax.try(forGrace)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    await atNoor.do(forGrace);
    expect(await listOf(atMax)).toEqual([]);
    expect(await listOf(atMax, grace.agentId)).toEqual([]);
    expect(await listOf(atNoor)).toHaveLength(1);
    expect(await atNoor.try(away(maya.agentId, now, now + days(1)))).toMatchObject({
      refusal: { problem: 'unknownAgent' },
    });
    expect((await atMaya.try(away(maya.agentId, now, now + days(1)))).ok).toBe(false);
    const [graces] = await listOf(atNoor);
    if (graces === undefined) throw new Error('Grace is away');
    const remove = { do: 'absence.remove', absenceId: graces.absenceId, version: graces.version } as const;
    expect(await atMax.try(remove)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    await atNoor.do(remove);
  });

  test('ABSENT-2 days that overlap or adjoin become one absence, another kind stays beside it', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    await atMax.do(away(max.agentId, now + days(1), now + days(2)));
    await atMax.do(away(max.agentId, now + days(3), now + days(4)));
    await atMax.do({ ...away(max.agentId, now + days(2), now + days(3)), note: 'Home late' });
    await atMax.do({ ...away(max.agentId, now + days(2), now + days(3)), kind: 'sick' });
    const list = await listOf(atMax, max.agentId);
    expect(
      list.map(({ from, until, kind, note }) => [
        (from - now) / days(1),
        (until - now) / days(1),
        kind,
        note,
      ]),
    ).toEqual([
      [1, 4, 'holiday', 'Skiing; Home late'],
      [2, 3, 'sick', 'Skiing'],
    ]);
  });

  test('ABSENT-2 what is over is not entered, nor what ends before it begins or goes on for years', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    const problemOf = async (from: number, until: number) => {
      const done = await atMax.try(away(max.agentId, from, until));
      return done.ok ? null : done.refusal.problem;
    };
    expect(await problemOf(now - days(2), now - days(1))).toBe('shiftIsOver');
    expect(await problemOf(now + days(2), now + days(1))).toBe('wrongTimes');
    expect(await problemOf(now, now + days(401))).toBe('wrongTimes');
  });

  test('ABSENT-4 a calendar read again takes the place of what was read before, and leaves what was entered here', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    await atMax.do(away(max.agentId, now + days(50), now + days(51)));
    const take = async (text: string) =>
      (await atMax.do({ do: 'absence.import', agentId: max.agentId, text })) as AbsenceImport;
    const course = ['UID:course', 'SUMMARY:Course', 'DTSTART;VALUE=DATE:20261201'];
    const trip = ['UID:trip', 'SUMMARY:Trip', 'DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261210'];
    expect(await take(calendar(course, trip))).toEqual({ taken: 2, removed: 0, faults: [] });
    const before = await listOf(atMax, max.agentId);
    expect(before.map(({ note, fromFeed }) => [note, fromFeed])).toEqual([
      ['Course', true],
      ['Trip', true],
      ['Skiing', false],
    ]);
    const later = ['UID:trip', 'SUMMARY:Trip', 'DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261212'];
    expect(await take(calendar(later))).toEqual({ taken: 1, removed: 1, faults: [] });
    const after = await listOf(atMax, max.agentId);
    expect(after.map(({ note }) => note)).toEqual(['Trip', 'Skiing']);
    expect(after[0]?.absenceId).toBe(before[1]?.absenceId);
    expect((after[0]?.until ?? 0) - (after[0]?.from ?? 0)).toBe(days(5));
  });

  test('ABSENT-5 of an event that can’t be read any more what was read before stays, and a file of another kind changes nothing', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    const take = async (text: string) =>
      (await atMax.do({ do: 'absence.import', agentId: max.agentId, text })) as AbsenceImport;
    await take(calendar(['UID:trip', 'DTSTART;VALUE=DATE:20261207']));
    expect(await take(calendar(['UID:trip', 'DTSTART;VALUE=DATE:20261307']))).toEqual({
      taken: 0,
      removed: 0,
      faults: [{ line: 4, text: 'DTSTART;VALUE=DATE:20261307', why: 'badDate' }],
    });
    expect((await take('<html>')).faults.map(({ why }) => why)).toEqual(['notCalendar']);
    expect(await listOf(atMax, max.agentId)).toHaveLength(1);
  });

  test('ABSENT-1 an absence holds after a restart', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    await atMax.do(away(max.agentId, now, now + minutes(2)));
    await on.restart([]);
    const again = await on.enter(max);
    expect(again.screen.snapshots.at(-1)?.duty[0]?.now.map(({ name }) => name)).toEqual(['Grace']);
    await on.advance(minutes(3));
    expect(await listOf(again, max.agentId)).toEqual([]);
  });
});
