import type { Instant } from '@ringside/shared/model/instant';
import type { Language, LocalText } from '@ringside/shared/model/language';

/** What those on a rota are told of, by e-mail too (SPEC RNOTE). */
export type RotaNoticeKind =
  | 'gap'
  | 'reminder'
  | 'swapAsked'
  | 'swapDone'
  | 'swapOver'
  | 'swapDeclined'
  | 'swapExpired'
  | 'handover'
  | 'handedOver'
  | 'changed';

export interface RotaNoticeFacts {
  readonly kind: RotaNoticeKind;
  readonly rotaName: string;
  readonly centreName: string;
  readonly timeZone: string;
  /** another person it is about */
  readonly who: string;
  /** the times it is about, in order */
  readonly spans: readonly { readonly from: Instant; readonly until: Instant; readonly what: string }[];
  /** how many there are, where more than are listed */
  readonly count: number;
  /** what somebody wrote, or what is open, line by line */
  readonly lines: readonly string[];
}

interface Words {
  readonly subject: string;
  readonly text: string;
}

const words: Readonly<Record<RotaNoticeKind, Readonly<Record<Language, Words>>>> = {
  gap: {
    en: {
      subject: 'Nobody is on: {rota}, {first}',
      text: 'Nobody is on for {rota} at these times. Please put somebody on.',
    },
    'zh-Hant': { subject: '無人值班：{rota}，{first}', text: '{rota}在下列時段無人值班，請安排人員。' },
    'zh-Hans': { subject: '无人值班：{rota}，{first}', text: '{rota}在以下时段无人值班，请安排人员。' },
  },
  reminder: {
    en: {
      subject: 'Reminder: you are on for {rota}, {first}',
      text: 'You are on for {rota} at these times.',
    },
    'zh-Hant': { subject: '提醒：您將於 {first} 值班（{rota}）', text: '下列時段由您值班：{rota}。' },
    'zh-Hans': { subject: '提醒：您将于 {first} 值班（{rota}）', text: '以下时段由您值班：{rota}。' },
  },
  swapAsked: {
    en: {
      subject: '{who} asks you to take a shift: {rota}, {first}',
      text: '{who} asks whether you can take this shift of {rota}. The first who accepts on their desk has it.',
    },
    'zh-Hant': {
      subject: '{who} 請您代班：{rota}，{first}',
      text: '{who} 想請您代{rota}的這個班。請在工作台上回覆，最先接受的人接下此班。',
    },
    'zh-Hans': {
      subject: '{who} 请您代班：{rota}，{first}',
      text: '{who} 想请您代{rota}的这个班。请在工作台上回复，最先接受的人接下此班。',
    },
  },
  swapDone: {
    en: {
      subject: 'Done with {who}: {rota}, {first}',
      text: 'The change of shift with {who} ({rota}) is done. These times have changed:',
    },
    'zh-Hant': {
      subject: '已與 {who} 完成換班：{rota}，{first}',
      text: '您與 {who} 的換班（{rota}）已生效，變更如下：',
    },
    'zh-Hans': {
      subject: '已与 {who} 完成换班：{rota}，{first}',
      text: '您与 {who} 的换班（{rota}）已生效，变更如下：',
    },
  },
  swapOver: {
    en: {
      subject: '{who} takes the shift: {rota}, {first}',
      text: '{who} has taken the shift of {rota} that you were asked for. There is nothing left for you to do.',
    },
    'zh-Hant': {
      subject: '{who} 已接下此班：{rota}，{first}',
      text: '請您代的{rota}班已由 {who} 接下，您無須再處理。',
    },
    'zh-Hans': {
      subject: '{who} 已接下此班：{rota}，{first}',
      text: '请您代的{rota}班已由 {who} 接下，您无须再处理。',
    },
  },
  swapDeclined: {
    en: {
      subject: 'Nobody can take your shift: {rota}, {first}',
      text: 'Everybody you asked has declined. You are still on for {rota}.',
    },
    'zh-Hant': {
      subject: '無人能代您的班：{rota}，{first}',
      text: '您詢問的人都無法代班，{rota}仍由您值班。',
    },
    'zh-Hans': {
      subject: '无人能代您的班：{rota}，{first}',
      text: '您询问的人都无法代班，{rota}仍由您值班。',
    },
  },
  swapExpired: {
    en: {
      subject: 'Nobody took your shift in time: {rota}, {first}',
      text: 'Nobody has taken your shift in time. You are on for {rota}.',
    },
    'zh-Hant': { subject: '無人及時代班：{rota}，{first}', text: '無人及時接下您的班，{rota}由您值班。' },
    'zh-Hans': { subject: '无人及时代班：{rota}，{first}', text: '无人及时接下您的班，{rota}由您值班。' },
  },
  handover: {
    en: {
      subject: 'You are on now: {rota}. Open: {count}',
      text: 'Your shift of {rota} has begun. This is open, some of it promised by {who}:',
    },
    'zh-Hant': {
      subject: '您已開始值班：{rota}，待辦 {count} 件',
      text: '您的{rota}班已開始。以下事項尚未完成（上一班：{who}）：',
    },
    'zh-Hans': {
      subject: '您已开始值班：{rota}，待办 {count} 件',
      text: '您的{rota}班已开始。以下事项尚未完成（上一班：{who}）：',
    },
  },
  handedOver: {
    en: {
      subject: 'Handed over between you and {who}: {rota}',
      text: 'This of {rota} was handed over. The other person: {who}.',
    },
    'zh-Hant': { subject: '交接完成（{who}）：{rota}', text: '{rota}的下列事項已交接，對方：{who}。' },
    'zh-Hans': { subject: '交接完成（{who}）：{rota}', text: '{rota}的以下事项已交接，对方：{who}。' },
  },
  changed: {
    en: {
      subject: 'Your shifts have changed: {rota}',
      text: '{who} has changed the rota {rota}. What is yours and what is not any more:',
    },
    'zh-Hant': { subject: '您的班表有變更：{rota}', text: '{who} 變更了{rota}的班表。您的變更如下：' },
    'zh-Hans': { subject: '您的班表有变更：{rota}', text: '{who} 变更了{rota}的班表。您的变更如下：' },
  },
};

/** What the times of a notice are, where it has both. */
export const spanWords = {
  yours: { en: 'yours', 'zh-Hant': '由您值班', 'zh-Hans': '由您值班' },
  notYours: { en: 'no longer yours', 'zh-Hant': '不再由您值班', 'zh-Hans': '不再由您值班' },
  inReturn: { en: 'in return', 'zh-Hant': '作為交換', 'zh-Hans': '作为交换' },
} as const satisfies Record<string, LocalText>;

const more: LocalText = { en: 'and {n} more', 'zh-Hant': '另有 {n} 筆', 'zh-Hans': '另有 {n} 项' };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

/** Pure: subject and text of an e-mail, in one language and the rota's own time. */
export function rotaNoticeText(
  facts: RotaNoticeFacts,
  language: Language,
): { readonly subject: string; readonly text: string } {
  const { subject, text } = words[facts.kind][language];
  const [first] = facts.spans;
  const filled = (template: string): string =>
    template
      .replaceAll('{rota}', () => facts.rotaName)
      .replaceAll('{who}', () => (facts.who === '' ? '–' : facts.who))
      .replaceAll('{count}', String(facts.count))
      .replaceAll('{first}', () =>
        first === undefined ? '' : momentText(first.from, facts.timeZone, language),
      );
  const rest = facts.count - facts.spans.length;
  const lines = [
    ...facts.spans.map((span) => `- ${spanText(span, facts.timeZone, language)}`),
    ...(facts.spans.length > 0 && rest > 0 ? [more[language].replace('{n}', String(rest))] : []),
    ...facts.lines.map((line) => `- ${line}`),
  ];
  return {
    subject: filled(subject),
    text: [filled(text), ...(lines.length === 0 ? [] : [lines.join('\n')]), facts.centreName].join('\n\n'),
  };
}

function spanText(
  { from, until, what }: RotaNoticeFacts['spans'][number],
  timeZone: string,
  language: Language,
): string {
  const end = momentText(until, timeZone, language);
  const times = `${momentText(from, timeZone, language)} – ${end}`;
  return what === '' ? times : language === 'en' ? `${times}: ${what}` : `${times}：${what}`;
}

/** With its zone, since a reader may be in another. */
export const momentText = (at: Instant, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at);
