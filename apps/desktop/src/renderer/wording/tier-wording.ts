import type { TierView } from '@ringside/shared/protocol/customer';
import { amount } from './money-wording.ts';
import type { Words } from './words.ts';

/** Why a customer has their tier, in one sentence made of the figures that decided it. */
export function tierReason({ reason, facts }: TierView, currency: string, words: Words): string {
  const parts = [leadingReason(reason, facts, currency, words), ...figures(facts, words)];
  return parts.join(words.t({ id: 'tier.comma' }));
}

type Facts = TierView['facts'];

function leadingReason(
  reason: TierView['reason'],
  facts: Facts,
  currency: string,
  { t, language }: Words,
): string {
  const { percentile, costMinor, potentialMinor } = facts;
  switch (reason) {
    case 'topByMargin':
      return percentile === undefined
        ? t({ id: 'tierReason.topByMargin' })
        : t({ id: 'tierReason.topPercent' }, { percent: percentile });
    case 'growable':
      return potentialMinor === undefined
        ? t({ id: 'tierReason.growable' })
        : t(
            { id: 'tierReason.growableBy' },
            { amount: amount({ minor: potentialMinor, currency }, language) },
          );
    case 'belowZero':
      return costMinor === undefined
        ? t({ id: 'tierReason.belowZero' })
        : t({ id: 'tierReason.belowZeroBy' }, { amount: amount({ minor: costMinor, currency }, language) });
    case 'regular':
      return t({ id: 'tierReason.regular' });
    case 'new':
      return t({ id: 'tierReason.new' });
    case 'setByHand':
      return t({ id: 'tierReason.setByHand' });
  }
}

function figures({ years, paidOnTime, paymentsDue }: Facts, { t }: Words): string[] {
  const parts: string[] = [];
  if (years !== undefined && years >= 1)
    parts.push(t({ id: 'tierReason.years' }, { years: Math.floor(years) }));
  if (paidOnTime !== undefined && paymentsDue !== undefined && paymentsDue > 0) {
    parts.push(t({ id: 'tierReason.paid' }, { paid: paidOnTime, due: paymentsDue }));
  }
  return parts;
}
