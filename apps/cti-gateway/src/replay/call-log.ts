import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours, seconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';

/** One call of a log in the columns of the Anonymous Bank data (Guedj and Mandelbaum, Technion). */
export interface LoggedCall {
  /** null: nobody identified */
  readonly customerId: string | null;
  readonly priority: Priority;
  readonly type: string;
  /** when it came into the queue, or to an agent at once; local wall time told as if it were UTC */
  readonly queuedAt: Instant;
  readonly waited: Milliseconds;
  readonly end: 'answered' | 'gaveUp';
  /** null: nobody served it, or the log does not say who or how long */
  readonly service: LoggedService | null;
}

/** 0 nobody known, 1 regular, 2 high */
export type Priority = 0 | 1 | 2;

export interface LoggedService {
  readonly agent: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface LogFault {
  /** 1 is the header */
  readonly line: number;
  readonly reason: string;
}

export const logColumns = [
  'vru+line',
  'call_id',
  'customer_id',
  'priority',
  'type',
  'date',
  'vru_entry',
  'vru_exit',
  'vru_time',
  'q_start',
  'q_exit',
  'q_time',
  'outcome',
  'ser_start',
  'ser_exit',
  'ser_time',
  'server',
] as const;
type Column = (typeof logColumns)[number];
type Row = Readonly<Record<Column, string>>;

/** Who is named where nobody served. */
const noServer = 'NO_SERVER';

/**
 * Reads a whole log. The first fault refuses it: figures from a file that is only partly what it should be would mislead.
 * Left out as nobody's business of routing: phantom calls, callers who hung up before they came to a queue, and calls
 * that were ended without an agent.
 */
export function readCallLog(text: string): Result<readonly LoggedCall[], LogFault> {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  while (lines.at(-1) === '') lines.pop();
  const [header = '', ...rows] = lines;
  const columns = header.split('\t').map((name) => name.trim());
  const fault = faultOfHeader(columns);
  if (fault !== null) return refuse({ line: 1, reason: fault });
  if (rows.length === 0) return refuse({ line: 1, reason: 'there is no call below the header' });
  const calls: LoggedCall[] = [];
  for (const [i, line] of rows.entries()) {
    const read = readRow(columns, line);
    if (!read.ok) return refuse({ line: i + 2, reason: read.refusal });
    if (read.value !== null) calls.push(read.value);
  }
  return ok(calls.sort((a, b) => a.queuedAt - b.queuedAt));
}

function faultOfHeader(columns: readonly string[]): string | null {
  const missing = logColumns.filter((name) => !columns.includes(name));
  if (missing.length > 0) return `the column ${missing.join(', ')} is missing; columns are divided by tabs`;
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  return twice === undefined ? null : `the column ${twice} stands twice`;
}

type Read<Value> = Result<Value, string>;

function readRow(columns: readonly string[], line: string): Read<LoggedCall | null> {
  const values = line.split('\t').map((value) => value.trim());
  if (values.length !== columns.length)
    return refuse(`there are ${values.length} values for ${columns.length} columns`);
  const row = Object.fromEntries(columns.map((name, i) => [name, values[i]])) as unknown as Row;
  try {
    return ok(callOf(row));
  } catch (cause) {
    if (cause instanceof Wrong) return refuse(cause.message);
    throw cause;
  }
}

/** Thrown within this file alone, from wherever a value is read. */
class Wrong extends Error {}

function callOf(row: Row): LoggedCall | null {
  const day = dayOf(row.date);
  const priority = priorityOf(row.priority);
  timeOf(row, 'vru_entry');
  const leftMenu = day + timeOf(row, 'vru_exit');
  const queue = stretch(row, 'q_start', 'q_exit', 'q_time');
  const service = stretch(row, 'ser_start', 'ser_exit', 'ser_time');
  if (row.customer_id === '') throw new Wrong('customer_id is empty; 0 is who was not identified');
  const end = endOf(row);
  const waits = queue.from > 0 || queue.length > 0;
  const isServed = row.server !== noServer && row.server !== '';
  if (end === null || (end === 'gaveUp' && !waits) || (end === 'answered' && !isServed)) return null;
  const queuedAt = waits ? nextAfter(day + queue.from, leftMenu) : leftMenu;
  const from = nextAfter(day + service.from, queuedAt);
  return {
    customerId: row.customer_id === '0' ? null : row.customer_id,
    priority,
    type: row.type,
    queuedAt,
    waited: queue.length,
    end,
    service:
      end === 'answered' && service.length > 0
        ? { agent: row.server, from, until: from + service.length }
        : null,
  };
}

function endOf({ outcome }: Row): LoggedCall['end'] | null {
  switch (outcome) {
    case 'AGENT':
      return 'answered';
    case 'HANG':
      return 'gaveUp';
    case 'PHANTOM':
      return null;
    default:
      throw new Wrong(`outcome is "${outcome}", not AGENT, HANG or PHANTOM`);
  }
}

function priorityOf(text: string): Priority {
  if (text === '0' || text === '1' || text === '2') return Number(text) as Priority;
  throw new Wrong(`priority is "${text}", not 0, 1 or 2`);
}

function dayOf(text: string): Instant {
  const found = /^(\d\d)(\d\d)(\d\d)$/u.exec(text);
  const [year, month, day] = (found ?? []).slice(1).map(Number);
  // a log of before 2000 is what there is; from 70 on it is the last century, as POSIX reads %y
  const full = (year ?? 0) + ((year ?? 0) >= 70 ? 1_900 : 2_000);
  const at = Date.UTC(full, (month ?? 0) - 1, day ?? 0);
  const isDay = found !== null && new Date(at).getUTCMonth() === (month ?? 0) - 1 && (day ?? 0) > 0;
  if (!isDay) throw new Wrong(`date is "${text}", not a day as yymmdd`);
  return at;
}

function timeOf(row: Row, column: Column): Milliseconds {
  const found = /^(\d{1,2}):(\d\d):(\d\d)$/u.exec(row[column]);
  const [hour = 24, minute = 60, second = 60] = (found ?? []).slice(1).map(Number);
  if (hour > 23 || minute > 59 || second > 59)
    throw new Wrong(`${column} is "${row[column]}", not a time as h:mm:ss`);
  return hours(hour) + seconds(60 * minute + second);
}

/** A stretch and its length must agree, or one of them is wrong; it may go past midnight. */
function stretch(row: Row, start: Column, exit: Column, time: Column) {
  const from = timeOf(row, start);
  const until = timeOf(row, exit);
  if (!/^\d+$/u.test(row[time])) throw new Wrong(`${time} is "${row[time]}", not a number of seconds`);
  const length = seconds(Number(row[time]));
  const between = (until - from + hours(24)) % hours(24);
  if (Math.abs(between - length) > seconds(1)) {
    const told = `from ${row[start]} to ${row[exit]} it is ${between / 1_000} seconds`;
    throw new Wrong(`${time} is ${row[time]}, but ${told}`);
  }
  return { from, length };
}

/** The log tells times without a day: what lies far before is after midnight. */
const nextAfter = (at: Instant, before: Instant): Instant => (before - at > hours(12) ? at + hours(24) : at);
