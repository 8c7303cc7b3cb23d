import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import { instantOf, laterDate, localDateAt, localTime } from '../rota/local-time.ts';
import { weekdayOf } from '../rota/turns.ts';
import { weekdays } from '../centre/calendar.ts';

/** Monday morning, as minutes of the day: early enough to begin the week with. */
const toldAt = 8 * 60;

export interface DigestWeek {
  /** the Monday on which it is told, a local date */
  readonly monday: string;
  readonly tellAt: Instant;
  /** the week that is told of, and the one before */
  readonly from: Instant;
  readonly until: Instant;
  /** on the next Monday it is told of another week */
  readonly usefulUntil: Instant;
}

/** MREP-10: the last Monday morning that has come in this zone, and the week before it. */
export function digestWeekAt(now: Instant, timeZone: string): DigestWeek {
  const today = localDateAt(now, timeZone);
  const thisMonday = laterDate(today, -weekdays.indexOf(weekdayOf(today)));
  const at = (date: string, minute: number): Instant => instantOf(localTime(date, minute), timeZone);
  const monday = now >= at(thisMonday, toldAt) ? thisMonday : laterDate(thisMonday, -7);
  return {
    monday,
    tellAt: at(monday, toldAt),
    from: at(laterDate(monday, -7), 0),
    until: at(monday, 0),
    usefulUntil: at(laterDate(monday, 7), toldAt),
  };
}

export interface DigestTextFacts {
  readonly rotaName: string;
  readonly centreName: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly timeZone: string;
  readonly total: number;
  readonly before: number;
  readonly lines: readonly {
    /** null: it was not said */
    readonly category: string | null;
    readonly count: number;
    readonly before: number;
    readonly promises: number;
    readonly kept: number;
  }[];
}

const words = {
  en: {
    subject: '{rota}: what customers told managers, {week}',
    first: '{total} customers spoke to a manager; the week before it was {before}.',
    line: '{category}: {count} (the week before: {lineBefore}).',
    promises: ' Promised: {promises}, kept so far: {kept}.',
    unsaid: 'Not said what about',
    last: 'The calls behind every line are in Ringside, under Managers: report.',
  },
  'zh-Hant': {
    subject: '{rota}：{week} 客戶對主管說了什麼',
    first: '共有 {total} 位客戶與主管通話，前一週為 {before} 位。',
    line: '{category}：{count} 件（前一週 {lineBefore} 件）。',
    promises: '承諾 {promises} 件，已兌現 {kept} 件。',
    unsaid: '未註明事由',
    last: '各項背後的來電請見 Ringside「值班報表」。',
  },
  'zh-Hans': {
    subject: '{rota}：{week} 客户对经理说了什么',
    first: '共有 {total} 位客户与经理通话，前一周为 {before} 位。',
    line: '{category}：{count} 件（前一周 {lineBefore} 件）。',
    promises: '承诺 {promises} 件，已兑现 {kept} 件。',
    unsaid: '未注明事由',
    last: '各项背后的来电请见 Ringside“值班报表”。',
  },
} as const satisfies Record<Language, Record<string, string>>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

/** Pure: subject and text of the e-mail; it names no customer. */
export function digestText(
  facts: DigestTextFacts,
  language: Language,
): { readonly subject: string; readonly text: string } {
  const said = words[language];
  const lines = facts.lines
    .filter(({ count }) => count > 0)
    .map(({ category, count, before, promises, kept }) => {
      const line = filled(said.line, { category: category ?? said.unsaid, count, lineBefore: before });
      return `- ${line}${promises > 0 ? filled(said.promises, { promises, kept }) : ''}`;
    });
  return {
    subject: filled(said.subject, { rota: facts.rotaName, week: weekText(facts, language) }),
    text: [
      filled(said.first, { total: facts.total, before: facts.before }),
      ...(lines.length === 0 ? [] : [lines.join('\n')]),
      said.last,
      facts.centreName,
    ].join('\n\n'),
  };
}

const filled = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/gu, (hole, name: string) => String(values[name] ?? hole));

function weekText({ from, until, timeZone }: DigestTextFacts, language: Language): string {
  const month = language === 'en' ? 'short' : 'long';
  const day = new Intl.DateTimeFormat(locales[language], { timeZone, day: 'numeric', month });
  return `${day.format(from)} – ${day.format(until - days(1) / 2)}`;
}
