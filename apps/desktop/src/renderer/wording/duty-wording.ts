import type { DutyLine } from '@ringside/shared/protocol/rota';
import { clockTime, dayAndTime, dayOf } from './time-wording.ts';
import type { Words } from './words.ts';

/** What one rota's line says, part by part, so that each can have its shape and colour. */
export interface DutyWords {
  readonly rota: string;
  readonly state: 'on' | 'gap' | 'notNeeded';
  /** who is on and until when, or that nobody is */
  readonly now: string;
  readonly next: string | null;
}

/** RVIEW-1: "On now: Grace until 18:00 · next: Max, tomorrow 09:00". Times are the centre's, with the rota's own where it is in another zone. */
export function dutyWords(line: DutyLine, now: number, words: Words): DutyWords {
  const { t, language } = words;
  const rota = line.name[language];
  const next = nextText(line, now, words);
  if (line.gap) return { rota, state: 'gap', now: t({ id: 'duty.gap' }), next };
  if (line.now.length === 0) return { rota, state: 'notNeeded', now: t({ id: 'duty.notNeeded' }), next };
  const names = [...new Set(line.now.map(({ name }) => name))].join(t({ id: 'duty.and' }));
  const until = Math.min(...line.now.map((one) => one.until));
  const time = t({ id: 'duty.until' }, { time: momentText(until, now, line, words) });
  return { rota, state: 'on', now: `${t({ id: 'duty.onNow' }, { names })} ${time}`, next };
}

function nextText(line: DutyLine, now: number, words: Words): string | null {
  if (line.next === null) return null;
  const time = momentText(line.next.from, now, line, words);
  if (line.next.agentId === null) return words.t({ id: 'duty.nextNobody' }, { time });
  return words.t({ id: 'duty.next' }, { name: line.next.name, time });
}

/** Today the time alone; where the rota's clocks show another, theirs with the name of the place. */
function momentText(at: number, now: number, { timeZone }: DutyLine, words: Words): string {
  const time = isSameDay(at, now, words) ? clockTime(at, words) : dayAndTime(at, now, words);
  const local = clockTime(at, { ...words, timeZone });
  if (timeZone === words.timeZone || local === clockTime(at, words)) return time;
  return words.t({ id: 'duty.inZone' }, { time, local, zone: placeOf(timeZone) });
}

const isSameDay = (at: number, now: number, { timeZone }: Words): boolean =>
  dayOf(at, timeZone) === dayOf(now, timeZone);

/** "Europe/London" is London to people. */
export const placeOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ');
