import type { z } from 'zod';

/** The parts of a schema's definition that say what may be left out. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly defaultValue?: unknown;
}

/** What was written, with everything in it that was left to a default: so that a form shows it and a diff compares it. */
export function withDefaults(schema: z.ZodType, written: unknown): unknown {
  const {
    type,
    shape,
    element,
    innerType,
    in: inner,
    options,
    defaultValue,
  } = schema._zod.def as unknown as Definition;
  if (type === 'default' || type === 'prefault') {
    const value = written === undefined ? defaultValue : written;
    return innerType ? withDefaults(innerType, value) : value;
  }
  if (inner) return withDefaults(inner, written);
  if (innerType)
    return written === undefined || written === null ? written : withDefaults(innerType, written);
  if (options) {
    const meant = options.find((option) => option.safeParse(written).success);
    return meant ? withDefaults(meant, written) : written;
  }
  if (element) return Array.isArray(written) ? written.map((item) => withDefaults(element, item)) : written;
  return shape && isGroup(written) ? groupWithDefaults(shape, written) : written;
}

function groupWithDefaults(
  shape: Readonly<Record<string, z.ZodType>>,
  written: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...written };
  for (const [name, schema] of Object.entries(shape)) {
    const value = withDefaults(schema, written[name]);
    if (value !== undefined) whole[name] = value;
  }
  return whole;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
