import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { builtInCauses } from './built-in/causes.ts';
import { localText, name } from './values.ts';

const item = z
  .strictObject({
    cause: name,
    parent: name
      .transform((value) => asId<'cause'>(value))
      .nullable()
      .default(null),
    name: localText,
    active: z.boolean().default(true),
  })
  .transform(({ cause, ...rest }) => ({ causeId: asId<'cause'>(cause), ...rest }));
export type CauseInput = z.input<typeof item>;

/** Why things go wrong, in at most two levels. */
export const causes = z.array(item).max(500).prefault(builtInCauses);
