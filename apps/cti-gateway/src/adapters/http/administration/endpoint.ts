import type { z } from 'zod';
import type { Result } from '@ringside/shared/model/result';
import type { AdminRefusal, Administrator } from '../../../ports/administration.ts';

/** What comes with a request or goes with its answer, where that is no JSON. */
export type Medium = 'application/yaml' | 'text/calendar' | 'audio/wav';

export interface AdminRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  /** of If-Match; null: none, or "*" */
  readonly ifMatch: string | null;
}

/** One thing that can be asked, as /api/openapi.json tells it. */
export interface Described {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** below the base, parameters as ":name" */
  readonly path: string;
  readonly summary: string;
  readonly tag: 'centre' | 'history' | 'people' | 'prompts' | 'tokens' | 'cases';
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: z.ZodObject;
  /** the centre's own documents are described by the configuration's schema, named by its place in it */
  readonly body?: z.ZodType | Medium | CentrePart;
  readonly reply: z.ZodType | Medium | 'nothing';
  readonly status?: 201 | 204;
  /** whether If-Match is looked at */
  readonly conditional?: boolean;
  /** whether Idempotency-Key is looked at */
  readonly idempotent?: boolean;
  readonly etag?: (value: unknown) => string;
}

/** The route, its description and what answers it, in one place. */
export interface Endpoint extends Described {
  readonly answer: (admin: Administrator, request: AdminRequest) => Promise<Result<unknown, AdminRefusal>>;
}

/** A part of the configuration's `centre`. */
export interface CentrePart {
  readonly centre: 'whole' | 'general' | 'section' | 'item';
}

export const isCentrePart = (body: Described['body']): body is CentrePart =>
  typeof body === 'object' && 'centre' in body;

/** Fixes what a table entry's request carries; the door has parsed it by the schemas beside it. */
export const endpoint = (one: Endpoint): Endpoint => one;
