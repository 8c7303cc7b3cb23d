import { languages } from '@ringside/shared/model/language';
import { Select } from '@ringside/ui/Select';
import { useText } from '../../i18n/text.ts';
import { destinationWords, keyInWords, languageWords } from './administration-words.ts';
import type { Editing, Told } from './editing.ts';
import { errorAt, valueAt } from './editing.ts';
import { ItemSelect, SoundSelect } from './ItemSelect.tsx';
import type { Json, Path } from './json.ts';
import { isGroup, textOf } from './json.ts';

interface DestinationInputProps {
  readonly told: Told;
  readonly ends: readonly string[];
  readonly path: Path;
  readonly editing: Editing;
}

const blanks: Readonly<Record<string, Json>> = {
  queue: { to: 'queue', queueId: '' },
  goodbye: { to: 'goodbye', prompt: null },
  language: { to: 'language', language: 'en' },
  keyIn: { to: 'keyIn', what: 'customerNumber', prompt: '', queueId: '' },
};

/** Where a caller is sent, with what that way needs to know. */
export function DestinationInput({ told, ends, path, editing }: DestinationInputProps) {
  const t = useText();
  const value = valueAt(editing, path);
  const to = isGroup(value) ? textOf(value['to']) : '';
  const set = (key: string) => (inner: Json | undefined) => editing.set([...path, key], inner);
  const part = (key: string) => valueAt(editing, [...path, key]);
  const toldOf = (label: string, key: string): Told => ({ label, error: errorAt(editing, [...path, key]) });
  return (
    <div className="admin-fields">
      <Select
        {...told}
        choices={ends.flatMap((end) => {
          const word = destinationWords[end];
          return word ? [{ id: end, name: t(word) }] : [];
        })}
        chosen={to || null}
        onChoose={(end) => editing.set(path, blanks[end] ?? { to: end })}
        placeholder={t({ id: 'form.choose' })}
      />
      {to === 'keyIn' && (
        <>
          <Select
            {...toldOf(t({ id: 'admin.keyIn' }), 'what')}
            choices={[
              { id: 'customerNumber', name: t(keyInWords.customerNumber) },
              { id: 'caseReference', name: t(keyInWords.caseReference) },
            ]}
            chosen={textOf(part('what')) || null}
            onChoose={set('what')}
            placeholder={t({ id: 'form.choose' })}
          />
          <SoundSelect
            told={toldOf(t({ id: 'admin.menuPrompt' }), 'prompt')}
            value={part('prompt')}
            set={set('prompt')}
            isOptional={false}
          />
        </>
      )}
      {(to === 'queue' || to === 'keyIn') && (
        <ItemSelect
          told={toldOf(t({ id: 'admin.queue' }), 'queueId')}
          of="queues"
          value={part('queueId')}
          set={set('queueId')}
          isOptional={false}
        />
      )}
      {to === 'language' && (
        <Select
          {...toldOf(t({ id: 'admin.language' }), 'language')}
          choices={languages.map((language) => ({ id: language, name: t(languageWords[language]) }))}
          chosen={textOf(part('language')) || null}
          onChoose={set('language')}
          placeholder={t({ id: 'form.choose' })}
        />
      )}
      {to === 'goodbye' && (
        <SoundSelect
          told={{ ...toldOf(t({ id: 'admin.goodbyePrompt' }), 'prompt'), aside: t({ id: 'form.optional' }) }}
          value={part('prompt')}
          set={set('prompt')}
          isOptional
        />
      )}
    </div>
  );
}
