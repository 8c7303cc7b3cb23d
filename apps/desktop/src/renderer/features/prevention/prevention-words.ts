import type { EffectView, MeasureView } from '@ringside/shared/protocol/prevention';
import type { Reference } from '@ringside/shared/protocol/reference';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { duration } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';
import { fewestContacts, rateOf } from './rate.ts';

export const measureStateWords: Record<MeasureView['state'], Message> = defineMessages({
  open: { id: 'prevention.open' },
  done: { id: 'prevention.done' },
  effective: { id: 'prevention.effective' },
  notEffective: { id: 'prevention.notEffective' },
  cancelled: { id: 'prevention.cancelled' },
});

export const effectWords: Record<EffectView['says'], Message> = defineMessages({
  tooEarly: { id: 'effect.tooEarly' },
  tooFew: { id: 'effect.tooFew' },
  fewer: { id: 'effect.fewer' },
  more: { id: 'effect.more' },
  noDifference: { id: 'effect.noDifference' },
});

/** With the cause it stands under: "Product › Defect". */
export function causeName(causeId: string | null, { causes }: Reference, words: Words): string {
  if (causeId === null) return words.t({ id: 'prevention.noCause' });
  const cause = causes.find((one) => one.causeId === causeId);
  const own = nameOf(causes, (one) => one.causeId === causeId, causeId, words.language);
  if (cause === undefined || cause.parent === null) return own;
  return `${nameOf(causes, (one) => one.causeId === cause.parent, cause.parent, words.language)} › ${own}`;
}

/** PREV-14: "6.8 (5.9–7.8)", the rate with its interval. */
export function rateText(cases: number, contacts: number, words: Words): string {
  const rate = rateOf(cases, contacts);
  if (rate === null) return '–';
  const [value = '', low = '', high = ''] = [rate.perThousand, rate.low, rate.high].map((one) =>
    figureText(one, words),
  );
  return words.t({ id: 'prevention.rateWithInterval' }, { value, low, high });
}

export const rateFormula = (cases: number, contacts: number, { t }: Words): string =>
  contacts < fewestContacts
    ? t({ id: 'prevention.rateNeeds' }, { contacts, needed: fewestContacts })
    : t({ id: 'prevention.rateFormula' }, { cases, contacts });

/** A rate or ratio with as many digits as say something. */
export function figureText(value: number | null, words: Words, digits = 2): string {
  if (value === null) return '–';
  return new Intl.NumberFormat(words.language, { maximumFractionDigits: digits }).format(value);
}

/** Both windows with their counts, the ratio and how sure it is: the whole arithmetic in one sentence each. */
export function effectExplained(effect: EffectView, words: Words): string[] {
  const { t } = words;
  const { before, after, ratio, low, high, length } = effect;
  const rate = (count: EffectView['before']): string =>
    figureText(rateOf(count.cases, count.contacts)?.perThousand ?? null, words);
  const window = duration(length, words);
  return [
    t({ id: 'effect.before' }, { window, ...before, rate: rate(before) }),
    t({ id: 'effect.after' }, { window, ...after, rate: rate(after) }),
    ratio === null && low === null
      ? t({ id: 'effect.noRatio' })
      : t(
          { id: 'effect.ratio' },
          {
            ratio: figureText(ratio, words),
            low: figureText(low, words),
            high: high === null ? '∞' : figureText(high, words),
          },
        ),
    ...(before.unnamed + after.unnamed > 0
      ? [t({ id: 'effect.unnamed' }, { before: before.unnamed, after: after.unnamed })]
      : []),
  ];
}
