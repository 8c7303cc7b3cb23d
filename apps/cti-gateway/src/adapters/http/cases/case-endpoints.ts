import { caseOpened, caseTold, reportedCase, reportedContact } from '@ringside/shared/protocol/case-api';
import { z } from 'zod';
import type { Described } from '../administration/endpoint.ts';

/** Below /api/v1; the routes stand in case-api.ts, and this is what /api/openapi.json says of them. */
export const caseEndpoints = {
  open: {
    method: 'POST',
    path: '/cases',
    summary:
      'Opens a case that came another way than by telephone. 200 instead of 201: the same Idempotency-Key was used before, and nothing was done.',
    tag: 'cases',
    body: reportedCase,
    reply: caseOpened,
    status: 201,
    idempotent: true,
  },
  contact: {
    method: 'POST',
    path: '/cases/:reference/contacts',
    summary:
      'Adds what a customer wrote about a case that is there; a closed one is reopened within its days. 200 instead of 201: the same Idempotency-Key was used before, and nothing was done.',
    tag: 'cases',
    params: { reference: z.string().min(1).max(32) },
    body: reportedContact,
    reply: caseTold,
    status: 201,
    idempotent: true,
  },
  read: {
    method: 'GET',
    path: '/cases/:reference',
    summary: 'A case as it stands, by the reference that was given to the customer.',
    tag: 'cases',
    params: { reference: z.string().min(1).max(32) },
    reply: caseTold,
  },
} as const satisfies Readonly<Record<string, Described>>;
