import { z } from 'zod';
import { letterPurposes, mergeFields } from '@ringside/shared/model/letter';
import type { MergeFault } from '@ringside/shared/model/merge-text';
import { mergeFaults } from '@ringside/shared/model/merge-text';
import { builtInTemplates } from './built-in/letter-templates.ts';
import { advise, localProse, localText, name } from './values.ts';

/** LETTER-1: told with where it stands in the text of which language. */
function fieldsExist(texts: Readonly<Record<string, string>>, ctx: z.RefinementCtx): void {
  for (const [language, text] of Object.entries(texts))
    for (const fault of mergeFaults(text))
      ctx.addIssue({ ...advise(whyOf(fault), remedies[fault.fault]), path: [language] });
}

function whyOf({ fault, field, line, column }: MergeFault): string {
  const place = `in line ${line}, column ${column}`;
  switch (fault) {
    case 'unknownField':
      return `${place} it names the merge field "${field}", which there is not`;
    case 'notClosed':
      return `${place} "{{" begins a merge field that does not end`;
    case 'notOpened':
      return `${place} "}}" ends a merge field that did not begin`;
  }
}

const remedies: Readonly<Record<MergeFault['fault'], string>> = {
  unknownField: `Write one of: ${mergeFields.join(', ')}.`,
  notClosed: 'End it with "}}", e.g. {{case.reference}}.',
  notOpened: 'Begin it with "{{", e.g. {{case.reference}}.',
};

const item = z.strictObject({
  template: name,
  /** what the letter does to its case once the customer has it */
  purpose: z.enum(letterPurposes).default('other'),
  name: localText,
  subject: localText.superRefine(fieldsExist),
  body: localProse.superRefine(fieldsExist),
});
export type TemplateInput = z.input<typeof item>;

/** Letters to begin from; which merge fields there are, the model says. */
export const templates = z.array(item).max(200).prefault(builtInTemplates);
