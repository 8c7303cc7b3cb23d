import { asId } from '@ringside/shared/model/ids';
import type { CaseType } from '@ringside/shared/model/case-stage';
import { caseTypes } from '@ringside/shared/model/case-stage';
import { tiers } from '@ringside/shared/model/tier';
import type { CaseFilterView } from '@ringside/shared/protocol/prevention';
import { everyCase } from '@ringside/shared/protocol/prevention';
import { Select } from '@ringside/ui/Select';
import { serverNow } from '@ringside/ui/ticker';
import { useReference } from '../../reference.ts';
import { atHour } from '../../wording/time-wording.ts';
import { caseTypeWords, tierWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { causeName } from './prevention-words.ts';

/** What the reader chose to read. */
export interface Chosen {
  /** whole days before today, and today */
  readonly days: number;
  readonly filter: CaseFilterView;
}

export const firstChoice: Chosen = { days: 90, filter: { ...everyCase, types: ['complaint'] } };
const lengths = [30, 90, 180, 365] as const;
const all = 'all';
const none = 'none';

/** Whole days of the centre, today's among them: asking again a minute later asks the same. */
export const periodOf = ({ days }: Chosen, timeZone: string) => ({
  from: atHour(0, -days, serverNow(), timeZone),
  until: atHour(0, 1, serverNow(), timeZone),
});

/** The period and what narrows the cases. */
export function FigureChoices({
  chosen,
  onChoose,
}: {
  readonly chosen: Chosen;
  readonly onChoose: (change: Partial<Chosen>) => void;
}) {
  const words = useWords();
  const { t, language } = words;
  const { causes, categories, servicePoints, ...reference } = useReference();
  const { filter } = chosen;
  const narrow = (change: Partial<CaseFilterView>) => onChoose({ filter: { ...filter, ...change } });
  const anything = { id: all, name: t({ id: 'prevention.anything' }) };
  return (
    <div className="figures-choices">
      <Select
        label={t({ id: 'prevention.period' })}
        placeholder=""
        chosen={String(chosen.days)}
        choices={lengths.map((days) => ({
          id: String(days),
          name: t({ id: 'prevention.lastDays' }, { days }),
        }))}
        onChoose={(days) => onChoose({ days: Number(days) })}
      />
      <Select
        label={t({ id: 'case.type' })}
        placeholder=""
        chosen={filter.types?.[0] ?? all}
        choices={[anything, ...caseTypes.map((type) => ({ id: type, name: t(caseTypeWords[type]) }))]}
        onChoose={(type) => narrow({ types: type === all ? null : [type as CaseType] })}
      />
      <Select
        label={t({ id: 'case.category' })}
        placeholder=""
        chosen={filter.categories?.[0] ?? all}
        choices={[
          anything,
          ...categories.map(({ category }) => ({
            id: category,
            name: nameOf(categories, (one) => one.category === category, category, language),
          })),
        ]}
        onChoose={(category) =>
          narrow({
            categories:
              category === all ? null : withUnder(category, categories, (one) => [one.category, one.parent]),
          })
        }
      />
      <Select
        label={t({ id: 'prevention.cause' })}
        placeholder=""
        chosen={filter.causes === null ? all : (filter.causes[0] ?? none)}
        choices={[
          anything,
          ...causes.map(({ causeId }) => ({
            id: causeId as string,
            name: causeName(causeId, { ...reference, causes, categories, servicePoints }, words),
          })),
          { id: none, name: t({ id: 'prevention.noCause' }) },
        ]}
        onChoose={(causeId) =>
          narrow({
            causes:
              causeId === all
                ? null
                : causeId === none
                  ? [null]
                  : withUnder(causeId, causes, (one) => [one.causeId, one.parent]).map((id) =>
                      asId<'cause'>(id),
                    ),
          })
        }
      />
      <Select
        label={t({ id: 'prevention.tier' })}
        placeholder=""
        chosen={filter.tiers?.[0] ?? all}
        choices={[anything, ...tiers.map((tier) => ({ id: tier as string, name: t(tierWords[tier]) }))]}
        onChoose={(tier) => narrow({ tiers: tier === all ? null : tiers.filter((one) => one === tier) })}
      />
      {servicePoints.length > 0 && (
        <Select
          label={t({ id: 'prevention.servicePoint' })}
          placeholder=""
          chosen={filter.servicePoints?.[0] ?? all}
          choices={[
            anything,
            ...servicePoints.map(({ servicePointId }) => ({
              id: servicePointId as string,
              name: nameOf(servicePoints, (one) => one.servicePointId === servicePointId, '', language),
            })),
          ]}
          onChoose={(point) =>
            narrow({ servicePoints: point === all ? null : [asId<'servicePoint'>(point)] })
          }
        />
      )}
    </div>
  );
}

/** An item and what stands under it. */
const withUnder = <Item,>(
  id: string,
  items: readonly Item[],
  keys: (item: Item) => readonly [string, string | null],
): string[] => [id, ...items.filter((item) => keys(item)[1] === id).map((item) => keys(item)[0])];
