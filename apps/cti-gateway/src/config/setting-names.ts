import type { z } from 'zod';
import { sections } from './sections.ts';

/** The parts of a schema's definition that can hold settings. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** Every setting's own name, read from the schemas: for "did you mean". */
export const settingNames: readonly string[] = [
  ...new Set([...Object.keys(sections), ...Object.values<z.ZodType>(sections).flatMap(namesIn)]),
];

function namesIn(schema: z.ZodType): string[] {
  const {
    shape = {},
    element,
    innerType,
    in: inner,
    options = [],
  } = schema._zod.def as unknown as Definition;
  const within = [...Object.values(shape), element, innerType, inner, ...options].filter(
    (s) => s !== undefined,
  );
  return [...Object.keys(shape), ...within.flatMap(namesIn)];
}
