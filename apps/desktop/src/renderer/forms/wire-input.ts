import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { Text } from '../i18n/text.ts';

interface Issue {
  readonly code?: string;
  readonly path: PropertyKey[];
  readonly maximum?: number | bigint;
  readonly format?: string;
}
type Parsed<Output> = { success: true; data: Output } | { success: false; error: { issues: Issue[] } };

/**
 * Reads a form by the wire's own schema. What is wrong is said at its field and the first such field gets the focus;
 * then null comes back.
 */
export function readForm<Values extends FieldValues, Output>(
  form: UseFormReturn<Values>,
  schema: { safeParse(input: unknown): Parsed<Output> },
  input: unknown,
  t: Text,
): Output | null {
  form.clearErrors();
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  parsed.error.issues.forEach((issue, nth) => {
    const field = issue.path.join('.') as FieldPath<Values>;
    form.setError(field, { message: issueText(issue, t) }, { shouldFocus: nth === 0 });
  });
  return null;
}

function issueText(issue: Issue, t: Text): string {
  if (issue.code === 'too_big') return t({ id: 'form.tooLong' }, { most: Number(issue.maximum ?? 0) });
  if (issue.code === 'too_small' || issue.code === 'invalid_type') return t({ id: 'form.needed' });
  if (issue.format === 'email' || issue.path.at(-1) === 'email') return t({ id: 'form.email' });
  return t({ id: 'form.wrong' });
}
