import { Button, IconButton } from '@ringside/ui/Button';
import { Checkbox } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import { Plus, X } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { useItems } from './centre-context.ts';
import type { Editing, Told } from './editing.ts';
import { errorWithin, valueAt } from './editing.ts';
import type { Json, Path } from './json.ts';
import { isGroup, listOf, textOf, without } from './json.ts';

export const levels = [1, 2, 3, 4, 5].map((level) => ({ id: String(level), name: String(level) }));

interface Need {
  readonly skill: string;
  readonly level: number;
}

/** "service" or { skill: service, level: 3 } */
const needOf = (value: Json): Need =>
  isGroup(value)
    ? { skill: textOf(value['skill']), level: Number(value['level'] ?? 1) }
    : { skill: textOf(value), level: 1 };

interface SkillsInputProps {
  readonly told: Told;
  readonly path: Path;
  readonly editing: Editing;
}

/** Skills with the least proficiency of each. */
export function SkillsInput({ told, path, editing }: SkillsInputProps) {
  const t = useText();
  const needs = listOf(valueAt(editing, path)).map(needOf);
  const write = (changed: readonly Need[]) =>
    editing.set(
      path,
      changed.map((need) => ({ ...need })),
    );
  return (
    <SkillRows
      told={{ ...told, error: errorWithin(editing, path) }}
      rows={needs}
      write={write}
      levelLabel={t({ id: 'admin.leastLevel' })}
    />
  );
}

interface SkillRowsProps {
  readonly told: Told;
  readonly rows: readonly Need[];
  readonly write: (rows: readonly Need[]) => void;
  readonly levelLabel: string;
}

export function SkillRows({ told, rows, write, levelLabel }: SkillRowsProps) {
  const t = useText();
  const skills = useItems('skills');
  const change = (index: number, part: Partial<Need>) =>
    write(rows.map((row, i) => (i === index ? { ...row, ...part } : row)));
  const free = skills.find(({ id }) => !rows.some(({ skill }) => skill === id));
  return (
    <fieldset className="admin-group">
      <legend>{told.label}</legend>
      {told.note && <p className="rs-field-note">{told.note}</p>}
      {told.error && <p className="rs-field-error">{told.error}</p>}
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no id of their own
        <div key={index} className="admin-row">
          <Select
            label={t({ id: 'admin.skill' })}
            choices={withOwn(skills, row.skill)}
            chosen={row.skill || null}
            onChoose={(skill) => change(index, { skill })}
            placeholder={t({ id: 'form.choose' })}
          />
          <Select
            label={levelLabel}
            choices={levels}
            chosen={String(row.level)}
            onChoose={(level) => change(index, { level: Number(level) })}
            placeholder={t({ id: 'form.choose' })}
          />
          <IconButton
            label={t({ id: 'admin.removeSkill' }, { name: row.skill })}
            icon={<X size={16} aria-hidden />}
            onPress={() => write(rows.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      <Button
        small
        icon={<Plus size={14} aria-hidden />}
        isDisabled={free === undefined}
        onPress={() => free && write([...rows, { skill: free.id, level: 3 }])}
      >
        {t({ id: 'admin.needSkill' })}
      </Button>
    </fieldset>
  );
}

/** A skill that the centre no longer lists stands for itself. */
function withOwn(skills: readonly { readonly id: string; readonly name: string }[], own: string) {
  const choices = skills.map(({ id, name }) => ({ id, name }));
  return own === '' || choices.some(({ id }) => id === own) ? choices : [...choices, { id: own, name: own }];
}

interface SkillNamesProps {
  readonly told: Told;
  readonly value: Json | undefined;
  readonly set: (value: Json) => void;
}

export function SkillNamesInput({ told, value, set }: SkillNamesProps) {
  const skills = useItems('skills');
  const chosen = listOf(value);
  if (skills.length === 0) return null;
  return (
    <fieldset className="admin-group">
      <legend>{told.label}</legend>
      {told.error && <p className="rs-field-error">{told.error}</p>}
      <div className="admin-checks">
        {skills.map(({ id, name }) => (
          <Checkbox
            key={id}
            isOn={chosen.includes(id)}
            onChange={(isOn) => set(isOn ? [...chosen, id] : without(chosen, chosen.indexOf(id)))}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
