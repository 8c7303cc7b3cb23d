import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { LoggedCall } from './call-log.ts';
import { logColumns, readCallLog } from './call-log.ts';
import { drawCallers, urnOf } from './draw-callers.ts';
import { kaplanMeier, shareWaiting } from './kaplan-meier.ts';
import type { Group } from './figures.ts';
import type { Estimates, PolicyResult } from './replay-log.ts';
import { replayLog } from './replay-log.ts';
import { shiftsIn } from './staffing.ts';
import { tellResult } from './tell-result.ts';

type Row = Readonly<Record<(typeof logColumns)[number], string>>;

/** Somebody rings at noon, waits ten seconds and is served by Maya for two minutes. */
const usual: Row = {
  'vru+line': 'AA0101',
  call_id: '1',
  customer_id: '0',
  priority: '0',
  type: 'PS',
  date: '990201',
  vru_entry: '11:59:50',
  vru_exit: '12:00:00',
  vru_time: '10',
  q_start: '12:00:00',
  q_exit: '12:00:10',
  q_time: '10',
  outcome: 'AGENT',
  ser_start: '12:00:09',
  ser_exit: '12:02:09',
  ser_time: '120',
  server: 'MAYA',
};
const logOf = (rows: readonly Row[], columns: readonly string[] = logColumns): string =>
  [columns, ...rows.map((row) => columns.map((name) => row[name as keyof Row]))]
    .map((cells) => cells.join('\t'))
    .join('\n');
const fault = (text: string) => {
  const read = readCallLog(text);
  return read.ok ? null : read.refusal;
};
const calls = (text: string): readonly LoggedCall[] => {
  const read = readCallLog(text);
  if (!read.ok) throw new Error(`line ${read.refusal.line}: ${read.refusal.reason}`);
  return read.value;
};

describe('a log of calls', () => {
  test('REPLAY-1 is read in whatever order its columns stand, with Windows line ends too', () => {
    const [call] = calls(logOf([usual], logColumns.toReversed()).replaceAll('\n', '\r\n'));
    expect(call).toMatchObject({ priority: 0, waited: seconds(10), end: 'answered', customerId: null });
    expect(call?.service).toMatchObject({ agent: 'MAYA' });
  });

  test('REPLAY-1 goes past midnight', () => {
    const late = { q_start: '23:59:58', vru_exit: '23:59:58', q_exit: '0:00:08' };
    const [call] = calls(logOf([{ ...usual, ...late, ser_start: '0:00:07', ser_exit: '0:02:07' }]));
    expect((call?.service?.from ?? 0) - (call?.queuedAt ?? 0)).toBe(seconds(9));
  });

  test('REPLAY-1 phantoms, and who hung up before the queue, are nobody routing could serve', () => {
    const nothing = { q_start: '0:00:00', q_exit: '0:00:00', q_time: '0', server: 'NO_SERVER' };
    const rows = [
      { ...usual, outcome: 'PHANTOM' },
      { ...usual, ...nothing, outcome: 'HANG' },
      { ...usual, server: 'NO_SERVER' },
    ];
    expect(calls(logOf(rows))).toEqual([]);
  });

  test.each([
    [{ q_exit: '12:61:10' }, 'q_exit is "12:61:10", not a time as h:mm:ss'],
    [{ q_exit: '11:59:00' }, 'q_time is 10, but from 12:00:00 to 11:59:00 it is 86340 seconds'],
    [{ ser_time: '12' }, 'ser_time is 12, but from 12:00:09 to 12:02:09 it is 120 seconds'],
    [{ q_time: '-10' }, 'q_time is "-10", not a number of seconds'],
    [{ date: '990231' }, 'date is "990231", not a day as yymmdd'],
    [{ outcome: 'GONE' }, 'outcome is "GONE", not AGENT, HANG or PHANTOM'],
    [{ priority: '3' }, 'priority is "3", not 0, 1 or 2'],
  ])('REPLAY-2 %o refuses it with line and reason', (wrong, reason) => {
    expect(fault(logOf([usual, { ...usual, ...wrong }]))).toEqual({ line: 3, reason });
  });

  test('REPLAY-2 wrong columns, missing values and an empty file refuse it', () => {
    const without = logColumns.filter((name) => name !== 'q_exit');
    expect(fault(logOf([usual], without))?.reason).toContain('the column q_exit is missing');
    expect(fault(`${logOf([usual])}\nAA0101\t2`)).toEqual({
      line: 3,
      reason: 'there are 2 values for 17 columns',
    });
    expect(fault('')).toMatchObject({ line: 1 });
    expect(fault(logOf([]))).toEqual({ line: 1, reason: 'there is no call below the header' });
  });
});

describe('patience', () => {
  test('REPLAY-3 who was answered counts as more patient than that: Kaplan and Meier by hand', () => {
    const survival = kaplanMeier([
      { for: 10, gaveUp: true },
      { for: 20, gaveUp: false },
      { for: 30, gaveUp: true },
      { for: 40, gaveUp: false },
    ]);
    expect(survival.steps).toEqual([
      { at: 10, share: 0.75 },
      { at: 30, share: 0.375 },
    ]);
    expect(survival.rate).toBe(2 / 100);
    expect([9, 10, 29].map((after) => shareWaiting(survival, after))).toEqual([1, 0.75, 0.75]);
  });

  test('REPLAY-3 the estimate finds the patience that callers have, though most were answered before', () => {
    const chance = (i: number) => ((i * 7_919) % 10_007) / 10_007 + 0.5 / 10_007;
    const mean = 60;
    const waits = Array.from({ length: 10_000 }, (_, i) => {
      const patience = -mean * Math.log(chance(i));
      const answered = 80 * chance(i * 31 + 5);
      return { for: Math.min(patience, answered), gaveUp: patience <= answered };
    });
    const survival = kaplanMeier(waits);
    for (const after of [10, 30, 60])
      expect(shareWaiting(survival, after)).toBeCloseTo(Math.exp(-after / mean), 1);
  });

  test('REPLAY-3 nobody is drawn less patient than they were seen to be', () => {
    const log = calls(logOf(Array.from({ length: 40 }, (_, i) => busyHour(i))));
    fc.assert(
      fc.property(fc.nat(1_000), (seed) => {
        const drawn = drawCallers(urnOf(log), seed).map(({ patience }, i) => ({ patience, ...log[i] }));
        const wrong = drawn.filter(({ patience, waited = 0, end }) =>
          end === 'gaveUp' ? patience !== waited : patience < waited,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('staffing', () => {
  test('REPLAY-4 who served was there, and away while they let somebody wait', () => {
    const at = (minute: number, more: Partial<Row> = {}): Row =>
      rowAt({ minute, serviceMinutes: 2, ...more });
    const log = calls(logOf([at(0), at(10), at(20), at(21, { q_time: '300', q_exit: clock(26) })]));
    const [first, second] = shiftsIn(log);
    expect(first?.from).toBe(log[0]?.service?.from);
    // the last caller came to the queue at minute 21 and was served at minute 26 while Maya had been free since 22
    expect((second?.from ?? 0) - (first?.until ?? 0)).toBe(minutes(4));
  });
});

describe('a replay', () => {
  test('REPLAY-5 is the same for the same seeds, and serves high priority first', () => {
    const log = calls(logOf(Array.from({ length: 300 }, (_, i) => busyHour(i))));
    const result = replayLog(log, 4, () => {});
    expect(replayLog(log, 4, () => {})).toEqual(result);
    const waits = result.policies.map((policy) => waitOf(policy, 2));
    const [fcfs = 0, bank = 0, ringside = 0] = waits;
    expect(bank).toBeLessThan(fcfs);
    expect(ringside).toBeLessThan(bank);
    expect(tellResult(result)).toContain('Ringside’s default less the bank’s policy');
  });
});

/** A file of the Anonymous Bank data. */
const real = process.env['RINGSIDE_CALL_LOG'];
const found = real !== undefined && existsSync(real);

describe.skipIf(!found)('a replay of real calls (RINGSIDE_CALL_LOG names a log of them)', () => {
  test('REPLAY-6 high priority fares better than 90 s ahead, and nobody pays for it with the longest waits', () => {
    const { difference } = replayLog(calls(readFileSync(real ?? '', 'utf8')), 20, () => {});
    const of = (group: Group): Estimates => {
      const one = difference.find((each) => each.group === group);
      if (!one) throw new Error(`nothing is told of ${group}`);
      return one.figures;
    };
    const [high, all] = [of(2), of('all')];
    for (const better of [high.meanWait, high.p90Wait, high.abandoned])
      expect(better.mean + (better.within ?? 0)).toBeLessThan(0);
    expect(all.abandoned.mean - (all.abandoned.within ?? 0)).toBeLessThanOrEqual(0);
    for (const { figures } of difference)
      for (const long of [figures.longestWait, figures.overTenMinutes])
        expect(long.mean - (long.within ?? 0)).toBeLessThanOrEqual(0);
  }, 60_000);
});

const waitOf = ({ groups }: PolicyResult, wanted: number): number =>
  groups.find(({ group }) => group === wanted)?.figures.meanWait.mean ?? Number.NaN;

const clock = (minute: number, second = 0): string =>
  `${12 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:${String(second).padStart(2, '0')}`;

/** A call that comes into the queue at a minute and is served at once when its wait is over. */
function rowAt({
  minute,
  serviceMinutes,
  ...more
}: Partial<Row> & { minute: number; serviceMinutes: number }): Row {
  const waited = Number(more.q_time ?? '0') / 60;
  return {
    ...usual,
    vru_entry: clock(minute),
    vru_exit: clock(minute),
    vru_time: '0',
    q_start: clock(minute),
    q_exit: clock(minute),
    q_time: '0',
    ser_start: clock(minute + waited),
    ser_exit: clock(minute + waited + serviceMinutes),
    ser_time: String(serviceMinutes * 60),
    ...more,
  };
}

/** Three calls a minute, of two minutes each, for four agents who are at it without a pause; every sixth gives up. */
function busyHour(nth: number): Row {
  const minute = Math.floor(nth / 3);
  const gaveUp = nth % 6 === 5;
  return rowAt({
    minute,
    serviceMinutes: 2,
    q_time: '60',
    q_exit: clock(minute + 1),
    priority: String(nth % 3),
    customer_id: nth % 3 === 0 ? '0' : String(nth),
    server: gaveUp ? 'NO_SERVER' : `AGENT${nth % 4}`,
    ...(gaveUp ? { outcome: 'HANG', ser_start: '0:00:00', ser_exit: '0:00:00', ser_time: '0' } : {}),
  });
}
