import type { ContentLine } from './content-lines.ts';

/** The lines of one VEVENT. */
export interface IcalEvent {
  readonly begin: ContentLine;
  readonly lines: readonly ContentLine[];
}

export const emptyLine: ContentLine = { line: 1, text: '', name: '', parameters: new Map(), value: '' };

export const isCalendar = ([first]: readonly ContentLine[]): boolean =>
  first?.name === 'BEGIN' && first.value.toUpperCase() === 'VCALENDAR';

/** The lines of each VEVENT; what is nested in it (alarms) and other components are none of ours. */
export function eventsIn(
  lines: readonly ContentLine[],
  raise: (line: ContentLine, why: 'notALine' | 'notEnded') => void,
): readonly IcalEvent[] {
  const events: IcalEvent[] = [];
  let open: { begin: ContentLine; lines: ContentLine[] } | null = null;
  let nested = 0;
  for (const line of lines) {
    if (line.name === '') {
      raise(line, 'notALine');
    } else if (line.name === 'BEGIN' && line.value.toUpperCase() === 'VEVENT') {
      if (open !== null) raise(open.begin, 'notEnded');
      open = { begin: line, lines: [] };
      nested = 0;
    } else if (open !== null && line.name === 'BEGIN') {
      nested += 1;
    } else if (open !== null && line.name === 'END' && nested > 0) {
      nested -= 1;
    } else if (open !== null && line.name === 'END') {
      if (line.value.toUpperCase() === 'VEVENT') events.push(open);
      else raise(open.begin, 'notEnded');
      open = null;
    } else if (open !== null && nested === 0) {
      open.lines.push(line);
    }
  }
  if (open !== null) raise(open.begin, 'notEnded');
  return events;
}

/** RFC 5545 section 3.3.11 */
export const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? ' ' : letter));
