import { z } from 'zod';
import { adminProblem } from '@ringside/shared/protocol/administration';
import { caseProblem } from '@ringside/shared/protocol/case-api';
import type { Described } from './endpoint.ts';
import { isCentrePart } from './endpoint.ts';

/** What can be asked below one address, and by which of `security` who asks is known. */
interface Door {
  readonly base: string;
  readonly endpoints: readonly Described[];
  readonly security: 'session' | 'apiToken';
}

interface About {
  readonly version: string;
  readonly centreSchema: unknown;
}

type Group = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of the endpoints, from the very schemas that read their requests. */
export function openApi(doors: readonly Door[], { version, centreSchema }: About): Group {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { base, endpoints, security } of doors)
    for (const one of endpoints) {
      const path = `${base}${one.path.replaceAll(/:(\w+)/g, '{$1}')}`;
      const told = { ...operation(one), security: [{ [security]: [] }] };
      paths[path] = { ...paths[path], [one.method.toLowerCase()]: told };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ringside',
      version,
      description:
        'Administration: changes act at once and keep calls in progress. Sign in at /api/sign-in for a bearer token; roles are looked at with each request. Cases: other systems come with a token that an administrator made for them.',
    },
    servers: [{ url: '/' }],
    tags: ['cases', 'centre', 'history', 'people', 'prompts', 'tokens'].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        apiToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Centre: centreSchema,
        Problem: schemaOf(adminProblem, 'output'),
        CaseProblem: schemaOf(caseProblem, 'output'),
      },
    },
  };
}

function operation(one: Described): Group {
  return {
    operationId: `${one.method.toLowerCase()}${one.path
      .split('/')
      .map((part) =>
        part.replace(':', 'by-').replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
      )
      .join('')}`,
    summary: one.summary,
    tags: [one.tag],
    parameters: parametersOf(one),
    ...(one.body === undefined ? {} : { requestBody: { required: true, content: contentOf(one.body, one) } }),
    responses: {
      [String(one.status ?? 200)]: {
        description: 'Done.',
        ...(one.etag ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
        ...(one.reply === 'nothing' ? {} : { content: contentOf(one.reply, one) }),
      },
      default: {
        description: 'Not done, with the reason.',
        content: {
          'application/problem+json': {
            schema: { $ref: `#/components/schemas/${one.tag === 'cases' ? 'CaseProblem' : 'Problem'}` },
          },
        },
      },
    },
  };
}

function parametersOf(one: Described): readonly Group[] {
  const inPath = Object.entries(one.params ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema, 'input'),
  }));
  const inQuery = Object.entries(one.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  const condition = { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } };
  const idempotency = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } };
  return [
    ...inPath,
    ...inQuery,
    ...(one.conditional === true ? [condition] : []),
    ...(one.idempotent === true ? [idempotency] : []),
  ];
}

function contentOf(what: NonNullable<Described['body'] | Described['reply']>, one: Described): Group {
  if (typeof what === 'string')
    return {
      [what]: { schema: what === 'audio/wav' ? { type: 'string', format: 'binary' } : { type: 'string' } },
    };
  if (isCentrePart(what)) return { 'application/json': { schema: partSchema(what) } };
  return {
    'application/json': { schema: schemaOf(what, what === one.body ? 'input' : 'output') },
  };
}

/** Which list it is stands in the path, which a schema can't follow: the document itself says what each may hold. */
function partSchema({ centre }: { readonly centre: 'whole' | 'general' | 'section' | 'item' }): Group {
  switch (centre) {
    case 'whole':
      return { $ref: '#/components/schemas/Centre' };
    case 'general':
      return { type: 'object', description: 'Settings of Centre that are no list.' };
    case 'section':
      return { type: 'array', items: {}, description: 'A list as Centre has it.' };
    case 'item':
      return { type: 'object', description: 'An item of such a list, as Centre has it.' };
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Group {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return plain;
}
