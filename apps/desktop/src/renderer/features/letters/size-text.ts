import type { Language } from '@ringside/shared/model/language';
import { localeOf } from '../../i18n/locale.ts';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A file's size in the unit that leaves it one to three digits before the point. */
export function sizeText(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1_000 ** step);
}
