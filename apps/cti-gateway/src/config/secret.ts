import { z } from 'zod';
import { filePath } from './values.ts';

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;

/**
 * A secret as it stands in the configuration: the text itself, `{ env: NAME }` or `{ file: PATH }`. What it resolves to
 * is read by read-secret.ts; the text itself is allowed only in a file that others can't read.
 */
export const secret = z.union(
  [
    z
      .string()
      .min(1)
      .max(1024)
      .transform((value) => ({ from: 'text', value }) as const),
    z
      .strictObject({ env: z.string().regex(VARIABLE) })
      .transform(({ env }) => ({ from: 'env', name: env }) as const),
    z.strictObject({ file: filePath }).transform(({ file }) => ({ from: 'file', path: file }) as const),
  ],
  { error: () => 'secret' },
);
export type SecretSource = z.infer<typeof secret>;
