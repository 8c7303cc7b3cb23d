import type { Language } from '@ringside/shared/model/language';
import { languages } from '@ringside/shared/model/language';
import { mergeFields } from '@ringside/shared/model/letter';
import type { MergeFault } from '@ringside/shared/model/merge-text';
import { mergeFaults, mergeText } from '@ringside/shared/model/merge-text';
import { Notice } from '@ringside/ui/Notice';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { mergeFieldWords } from '../../wording/merge-field-words.ts';
import { languageWords } from './administration-words.ts';
import type { Editing } from './editing.ts';
import { valueAt } from './editing.ts';
import { isGroup, textOf } from './json.ts';
import { exampleOf } from './example-letter.ts';

export const belowTemplate = (editing: Editing) => <TemplatePreview editing={editing} />;

/** What may be merged, and the letter as it would be for an example customer in each language while it is typed. */
function TemplatePreview({ editing }: { readonly editing: Editing }) {
  const t = useText();
  return (
    <>
      <details className="template-fields">
        <summary>{t({ id: 'admin.mergeFields' })}</summary>
        <dl>
          {mergeFields.map((field) => (
            <div key={field}>
              <dt>
                <code>{`{{${field}}}`}</code>
              </dt>
              <dd>{t(mergeFieldWords[field])}</dd>
            </div>
          ))}
        </dl>
      </details>
      <fieldset className="admin-group">
        <legend>{t({ id: 'admin.letterPreview' })}</legend>
        <div className="admin-three">
          {languages.map((language) => (
            <Example
              key={language}
              language={language}
              subject={written(editing, 'subject', language)}
              body={written(editing, 'body', language)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

interface ExampleProps {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

function Example({ language, subject, body }: ExampleProps) {
  const t = useText();
  const values = exampleOf(language);
  const faults = [...mergeFaults(subject), ...mergeFaults(body)];
  return (
    <section className="template-example" aria-label={t(languageWords[language])}>
      <h4>{t(languageWords[language])}</h4>
      {faults.length > 0 && (
        <Notice tone="bad" role="alert" title={t({ id: 'admin.mergeFaults' })}>
          {faults.map((fault) => t(faultWords[fault.fault], { ...fault })).join(' ')}
        </Notice>
      )}
      <div lang={language}>
        <strong>{mergeText(subject, values).text}</strong>
        <p>{mergeText(body, values).text}</p>
      </div>
    </section>
  );
}

const faultWords: Record<MergeFault['fault'], Message> = defineMessages({
  unknownField: { id: 'admin.mergeUnknown' },
  notClosed: { id: 'admin.mergeNotClosed' },
  notOpened: { id: 'admin.mergeNotOpened' },
});

function written(editing: Editing, name: 'subject' | 'body', language: Language): string {
  const text = valueAt(editing, [name]);
  return isGroup(text) ? textOf(text[language]) : '';
}
