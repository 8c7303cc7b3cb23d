import type { z } from 'zod';
import type { Problem } from '@ringside/shared/protocol/problem';

/** Names the first field that is wrong; what stood in it is not repeated. */
export function badMessage(error: z.ZodError): Problem {
  const field = error.issues[0]?.path.map(String).join('.') ?? '';
  return field === '' ? { problem: 'badMessage' } : { problem: 'badMessage', field };
}
