import type { CompensationKind } from '@ringside/shared/model/compensation';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { MergeValues } from '@ringside/shared/model/merge-text';
import { asOneLine, asProse } from '@ringside/shared/model/merge-text';
import type { PersonName } from '@ringside/shared/model/person-name';
import { addressed } from './salutation.ts';

/** What a letter is filled in from, as it stands when it is written. */
export interface LetterFacts {
  readonly customer: { readonly name: PersonName; readonly language: Language } | null;
  readonly reference: string;
  readonly title: string;
  readonly proposal: string;
  readonly ownerName: string | null;
  readonly centreName: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly updateBy: Instant | null;
  readonly resolveBy: Instant | null;
  readonly promise: { readonly what: string; readonly dueAt: Instant } | null;
  readonly compensations: readonly { readonly kind: CompensationKind; readonly amount: number }[];
  readonly now: Instant;
}

/** LETTER-2: the values of all merge fields in the letter's language, with the centre's time zone and currency. */
export function mergeValues(facts: LetterFacts, language: Language): MergeValues {
  const { customer, promise, updateBy, resolveBy } = facts;
  const moment = (at: Instant | null) => (at === null ? null : dayAndTime(at, facts.timeZone, language));
  return {
    'customer.salutation': customer && asOneLine(addressed(customer.name, customer.language, language)),
    'customer.name': customer && asOneLine(customer.name.written),
    'case.reference': facts.reference,
    'case.title': asOneLine(facts.title),
    'case.proposal': asProse(facts.proposal).trim(),
    'owner.name': facts.ownerName && asOneLine(facts.ownerName),
    'centre.name': asOneLine(facts.centreName),
    'clock.update': moment(updateBy),
    'clock.resolve': moment(resolveBy),
    'promise.what': promise && asOneLine(promise.what),
    'promise.due': moment(promise?.dueAt ?? null),
    compensation: given(facts, language),
    today: day(facts.now, facts.timeZone, language),
  };
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

const day = (at: Instant, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(at);

function dayAndTime(at: Instant, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return language === 'en'
    ? `${time} on ${day(at, timeZone, language)}`
    : `${day(at, timeZone, language)} ${time}`;
}

/** What the customer is given, as a letter says it; nothing given is no value. */
function given({ compensations, currency }: LetterFacts, language: Language): string | null {
  if (compensations.length === 0) return null;
  const separator = language === 'en' ? ', ' : '、';
  return compensations
    .map(({ kind, amount }) => giftWords[kind](amountText(kind, amount, currency, language))[language])
    .join(separator);
}

function amountText(kind: CompensationKind, amount: number, currency: string, language: Language): string {
  if (kind === 'points') return new Intl.NumberFormat(locales[language]).format(amount);
  const digits = amount % 100 === 0 ? 0 : 2;
  const parts = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).formatToParts(amount / 100);
  // so that no "$" is mistaken
  return parts.map(({ type, value }) => (type === 'currency' && currency === 'TWD' ? 'NT$' : value)).join('');
}

type Gift = (amount: string) => Readonly<Record<Language, string>>;
const giftWords: Readonly<Record<CompensationKind, Gift>> = {
  refund: (m) => ({ en: `a refund of ${m}`, 'zh-Hant': `退款 ${m}`, 'zh-Hans': `退款 ${m}` }),
  credit: (m) => ({ en: `a credit of ${m}`, 'zh-Hant': `帳戶折抵 ${m}`, 'zh-Hans': `账户抵扣 ${m}` }),
  voucher: (m) => ({ en: `a voucher for ${m}`, 'zh-Hant': `${m} 的禮券`, 'zh-Hans': `${m} 的代金券` }),
  replacement: () => ({ en: 'a replacement', 'zh-Hant': '更換新品', 'zh-Hans': '更换新品' }),
  points: (m) => ({ en: `${m} points`, 'zh-Hant': `${m} 點`, 'zh-Hans': `${m} 积分` }),
  goodwill: (m) => ({
    en: `${m} as a gesture of goodwill`,
    'zh-Hant': `慰問金 ${m}`,
    'zh-Hans': `慰问金 ${m}`,
  }),
  apologyLetter: () => ({ en: 'a written apology', 'zh-Hant': '書面致歉', 'zh-Hans': '书面致歉' }),
};
