import { z } from 'zod';
import { centre } from './centre.ts';

/** What may be written in `centre`, as JSON schema, for those who write it with programs. */
export const centreSchema: unknown = schemaWithoutDialect();

function schemaWithoutDialect(): unknown {
  const { $schema: _, ...schema } = z.toJSONSchema(centre, { io: 'input', unrepresentable: 'any' });
  return schema;
}
