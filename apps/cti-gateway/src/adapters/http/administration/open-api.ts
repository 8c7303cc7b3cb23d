import { z } from 'zod';
import { adminProblem } from '@ringside/shared/protocol/administration';
import type { Endpoint } from './endpoint.ts';
import { isCentrePart } from './endpoint.ts';

interface About {
  readonly base: string;
  readonly version: string;
  readonly centreSchema: unknown;
}

type Group = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of the endpoints, from the very schemas that read their requests. */
export function openApi(endpoints: readonly Endpoint[], { base, version, centreSchema }: About): Group {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of endpoints) {
    const path = `${base}${one.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ringside administration',
      version,
      description:
        'Changes act at once and keep calls in progress. Sign in at /api/sign-in for a bearer token; roles are looked at with each request.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: ['centre', 'history', 'people', 'prompts'].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Centre: centreSchema, Problem: schemaOf(adminProblem, 'output') },
    },
  };
}

function operation(one: Endpoint): Group {
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
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parametersOf(one: Endpoint): readonly Group[] {
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
  return [...inPath, ...inQuery, ...(one.conditional === true ? [condition] : [])];
}

function contentOf(what: NonNullable<Endpoint['body'] | Endpoint['reply']>, one: Endpoint): Group {
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
