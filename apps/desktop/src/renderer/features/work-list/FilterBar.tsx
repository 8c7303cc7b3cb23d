import { caseTypes, severities, stagePhases } from '@ringside/shared/model/case-stage';
import { tiers } from '@ringside/shared/model/tier';
import type { WorkFilterInput, WorkSortWord } from '@ringside/shared/protocol/work-list';
import { workSorts } from '@ringside/shared/protocol/work-list';
import { Button } from '@ringside/ui/Button';
import { Checkbox, TextField } from '@ringside/ui/Field';
import type { Choice } from '@ringside/ui/Select';
import { Select } from '@ringside/ui/Select';
import type { RefObject } from 'react';
import { Save, Trash2 } from 'lucide-react';
import { useReference } from '../../reference.ts';
import { phaseWords } from '../../wording/workflow-wording.ts';
import { caseTypeWords, severityWords, tierWords } from '../../wording/words-of-the-model.ts';
import { duration } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { sortWords } from './work-words.ts';

const hour = 3_600_000;
/** 0: past its time */
const windows: readonly number[] = [0, hour, 4 * hour, 24 * hour, 72 * hour, 168 * hour];

interface FilterBarProps {
  readonly filter: WorkFilterInput;
  readonly sort: WorkSortWord;
  readonly textField: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  readonly onFilter: (change: Partial<WorkFilterInput>) => void;
  readonly onSort: (sort: WorkSortWord) => void;
  readonly onSave: () => void;
  /** null: the filter shown is nobody's to remove */
  readonly onRemove: (() => void) | null;
}

/** What narrows the list down; the filter shown is a copy that may be saved under a name. */
export function FilterBar(props: FilterBarProps) {
  const { filter, sort, textField, onFilter, onSort, onSave, onRemove } = props;
  const words = useWords();
  const { t, language } = words;
  const { categories } = useReference();
  const one = <Word extends string>(
    label: string,
    list: readonly Word[],
    named: (word: Word) => string,
    set: (list: Word[]) => void,
    all: readonly Word[],
  ) => (
    <OneOf
      label={label}
      chosen={list[0] ?? null}
      choices={all.map((id) => ({ id, name: named(id) }))}
      onChoose={(id) => set(all.filter((word) => word === id))}
    />
  );
  return (
    <div className="work-filters">
      <TextField
        label={t({ id: 'work.text' })}
        value={filter.text}
        maxLength={100}
        inputRef={textField}
        onChange={(text) => onFilter({ text })}
      />
      {one(
        t({ id: 'case.type' }),
        filter.types,
        (type) => t(caseTypeWords[type]),
        (types) => onFilter({ types }),
        caseTypes,
      )}
      {one(
        t({ id: 'case.severity' }),
        filter.severities,
        (severity) => t(severityWords[severity]),
        (list) => onFilter({ severities: list }),
        severities,
      )}
      {one(
        t({ id: 'work.phase' }),
        filter.phases,
        (phase) => t(phaseWords[phase]),
        (phases) => onFilter({ phases }),
        stagePhases,
      )}
      {one(
        t({ id: 'work.tier' }),
        filter.tiers,
        (tier) => t(tierWords[tier]),
        (list) => onFilter({ tiers: list }),
        tiers,
      )}
      {one(
        t({ id: 'case.category' }),
        filter.categories,
        (category) => categories.find((item) => item.category === category)?.name[language] ?? category,
        (list) => onFilter({ categories: list }),
        categories.map(({ category }) => category),
      )}
      <OneOf
        label={t({ id: 'work.deadline' })}
        chosen={filter.dueWithin === null ? null : String(filter.dueWithin)}
        choices={windowsOffered(filter.dueWithin).map((length) => ({
          id: String(length),
          name:
            length === 0
              ? t({ id: 'work.deadlinePast' })
              : t({ id: 'work.dueWithin' }, { length: duration(length, words) }),
        }))}
        onChoose={(length) => onFilter({ dueWithin: length === null ? null : Number(length) })}
      />
      <Select
        label={t({ id: 'work.sortBy' })}
        placeholder=""
        chosen={sort}
        choices={workSorts.map((id) => ({ id, name: t(sortWords[id]) }))}
        onChoose={(id) => onSort(workSorts.find((word) => word === id) ?? 'priority')}
      />
      <div className="work-filter-foot">
        <Checkbox isOn={filter.reopened} onChange={(reopened) => onFilter({ reopened })}>
          {t({ id: 'work.reopened' })}
        </Checkbox>
        <Button small icon={<Save size={14} aria-hidden />} onPress={onSave}>
          {t({ id: 'work.saveFilter' })}
        </Button>
        {onRemove && (
          <Button small look="quiet" icon={<Trash2 size={14} aria-hidden />} onPress={onRemove}>
            {t({ id: 'work.removeFilter' })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Another page, or a kept filter, may have asked for a time of its own. */
const windowsOffered = (asked: number | null): readonly number[] =>
  asked === null || windows.includes(asked) ? windows : [...windows, asked].toSorted((a, b) => a - b);

interface OneOfProps {
  readonly label: string;
  readonly chosen: string | null;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string | null) => void;
}

function OneOf({ label, chosen, choices, onChoose }: OneOfProps) {
  const { t } = useWords();
  return (
    <Select
      label={label}
      placeholder=""
      chosen={chosen ?? ''}
      choices={[{ id: '', name: t({ id: 'work.any' }) }, ...choices]}
      onChoose={(id) => onChoose(id === '' ? null : id)}
    />
  );
}
