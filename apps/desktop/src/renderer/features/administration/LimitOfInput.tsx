import { Select } from '@ringside/ui/Select';
import { defineMessages } from 'react-intl';
import { useText } from '../../i18n/text.ts';
import { roleWords } from './administration-words.ts';
import { useItems } from './centre-context.ts';
import type { Editing, Told } from './editing.ts';
import { errorWithin, valueAt } from './editing.ts';
import type { Json, Path } from './json.ts';
import { isGroup, textOf } from './json.ts';
import { useOnRotas } from './on-rotas.ts';

const kinds = ['everybody', 'family', 'grade', 'person'] as const;
const grades = ['agent', 'supervisor', 'manager'] as const;
type Kind = (typeof kinds)[number];
const words = defineMessages({
  everybody: { id: 'admin.limitEverybody' },
  family: { id: 'admin.limitFamily' },
  grade: { id: 'admin.limitGrade' },
  person: { id: 'admin.limitPerson' },
});

const kindOf = (value: Json | undefined): Kind =>
  (isGroup(value) && kinds.find((kind) => kind in value)) || 'everybody';

interface LimitOfProps {
  readonly told: Told;
  readonly path: Path;
  readonly editing: Editing;
}

/** Whose limit it is: everybody's, or that of a job family, a grade or one person. */
export function LimitOfInput({ told, path, editing }: LimitOfProps) {
  const t = useText();
  const families = useItems('jobFamilies').map(({ id, name }) => ({ id, name }));
  const people = useOnRotas().map(({ userName, name }) => ({ id: userName, name }));
  const value = valueAt(editing, path);
  const kind = kindOf(value);
  const choices = {
    everybody: [],
    family: families,
    grade: grades.map((id) => ({ id, name: t(roleWords[id]) })),
    person: people,
  }[kind];
  return (
    <>
      <Select
        {...told}
        error={kind === 'everybody' ? errorWithin(editing, path) : undefined}
        choices={kinds.map((id) => ({ id, name: t(words[id]) }))}
        chosen={kind}
        onChoose={(chosen) => editing.set(path, chosen === 'everybody' ? chosen : { [chosen]: '' })}
        placeholder={t({ id: 'form.choose' })}
      />
      {kind !== 'everybody' && (
        <Select
          label={t(words[kind])}
          error={errorWithin(editing, path)}
          choices={choices}
          chosen={textOf(isGroup(value) ? value[kind] : undefined) || null}
          onChoose={(id) => editing.set(path, { [kind]: id })}
          placeholder={t({ id: 'form.choose' })}
        />
      )}
    </>
  );
}
