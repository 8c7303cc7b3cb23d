import { compensationKinds } from '@ringside/shared/model/compensation';
import { tiers } from '@ringside/shared/model/tier';
import type { CostHeading } from '@ringside/shared/protocol/compensation';
import type { Reference } from '@ringside/shared/protocol/reference';
import { localeOf } from '../../i18n/locale.ts';
import { compensationKindWords, tierWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';

/** What stands under a heading of the report, in words. */
export function costName(
  heading: CostHeading,
  key: string | null,
  { causes }: Pick<Reference, 'causes'>,
  { t, language }: Words,
): string {
  switch (heading) {
    case 'cause':
      return key === null
        ? t({ id: 'cost.noCause' })
        : nameOf(causes, (one) => one.causeId === key, key, language);
    case 'kind': {
      const kind = compensationKinds.find((one) => one === key);
      return kind === undefined ? (key ?? '') : t(compensationKindWords[kind]);
    }
    case 'tier': {
      const tier = tiers.find((one) => one === key);
      return tier === undefined ? t({ id: 'cost.noTier' }) : t(tierWords[tier]);
    }
    case 'month': {
      const format = new Intl.DateTimeFormat(localeOf(language), {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'long',
      });
      return format.format(Date.parse(`${key}-01T00:00:00Z`));
    }
  }
}
