import { z } from 'zod';
import { builtInTemplates } from './built-in/letter-templates.ts';
import { localProse, localText, name } from './values.ts';

const item = z.strictObject({ template: name, name: localText, subject: localText, body: localProse });
export type TemplateInput = z.input<typeof item>;

/** Letters to begin from; which merge fields there are, the domain says. */
export const templates = z.array(item).max(200).prefault(builtInTemplates);
