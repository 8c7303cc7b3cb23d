import type { Language } from '@ringside/shared/model/language';
import type { Money } from '@ringside/shared/model/money';
import { localeOf } from '../i18n/locale.ts';

/** An amount with its currency; cents only where there are some. New Taiwan dollars always as NT$, so that no $ is mistaken. */
export function amount({ minor, currency }: Money, language: Language): string {
  const fractionDigits = minor % 100 === 0 ? 0 : 2;
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  });
  const parts = format.formatToParts(minor / 100);
  return parts.map((part) => (part.type === 'currency' && currency === 'TWD' ? 'NT$' : part.value)).join('');
}
