import type { ApiScope } from '@ringside/shared/model/api-scope';
import { asId } from '@ringside/shared/model/ids';
import { minutes } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ApiRequest, ApiToken } from '../../domain/access/api-token.ts';
import { isGood } from '../../domain/access/api-token.ts';
import type { Case } from '../../domain/case/case.ts';
import type {
  CaseDoor,
  CaseDoorRefusal,
  CaseSystem,
  CaseTold,
  OpenedCase,
  ReportedCase,
} from '../../ports/case-door.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { caseNoteOfSystem, customerOf } from './reported-customer.ts';
import { openCase } from './open-case.ts';
import { findSimilar } from './similar.ts';
import type { Recorder, ToldCase } from './told-case.ts';

type Answer<Value> = Promise<Result<Value, CaseDoorRefusal>>;

/** The driving port that other systems speak to. Their token is looked at with each thing they ask. */
export function openCaseDoor(parts: Parts): CaseDoor {
  return {
    enter: async (token) => {
      const known = await parts.store.apiToken(parts.secrets.sha256Hex(token));
      if (known === null || !isGood(known, parts.clock.now())) return refuse({ problem: 'unknownToken' });
      noteUse(parts, known);
      return ok(system(parts, known));
    },
  };
}

/** Whether a token is still needed is seen by the minute; to the second it would be a write for each request. */
function noteUse({ clock, journal }: Parts, { tokenId, lastUsedAt }: ApiToken): void {
  const at = clock.now();
  if (lastUsedAt === null || at - lastUsedAt >= minutes(1))
    journal.writeSoon({ put: 'apiTokenUsed', tokenId, at });
}

function system(parts: Parts, token: ApiToken): CaseSystem {
  async function guarded<Value>(scope: ApiScope, work: () => Answer<Value>): Answer<Value> {
    if (!token.scopes.includes(scope)) return refuse({ problem: 'scopeMissing', scope });
    try {
      return await work();
    } catch (cause) {
      const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      parts.log.error('another system could not be served', { system: token.name, scope, cause: why });
      return refuse({ problem: 'internal' });
    }
  }
  return {
    openCase: (key, reported) => guarded('cases:write', () => openFor(parts, token, key, reported)),
    caseByReference: (reference) =>
      guarded('cases:read', async () => {
        const one = await parts.store.caseByReference(reference);
        return one === null ? refuse({ problem: 'unknownCase' }) : ok(tellCase(one));
      }),
  };
}

/** CASE-26 to CASE-28. One at a time for each key, so that a system that asks twice at once opens one case. */
function openFor(
  parts: Parts,
  token: ApiToken,
  key: string | null,
  reported: ReportedCase,
): Answer<OpenedCase> {
  const commandId = key ?? parts.ids.next<'apiRequest'>();
  const asker: Asker = { agentId: asId(`api ${token.tokenId}`), commandId };
  const request: ApiRequest = {
    requestId: idMadeBy(parts.secrets, asker, 'apiRequest'),
    contentSha256: parts.secrets.sha256Hex(JSON.stringify(reported)),
    caseId: idMadeBy(parts.secrets, asker, 'case'),
    at: parts.clock.now(),
  };
  return parts.inTurn(`api ${request.requestId}`, async () => {
    const before = await parts.store.apiRequest(request.requestId);
    if (before !== null && before.contentSha256 !== request.contentSha256)
      return refuse({ problem: 'keyUsedOtherwise' });
    const one = before === null ? null : await parts.store.case(before.caseId);
    return one === null
      ? openNew(parts, token, { asker, request, reported })
      : ok({ ...tellCase(one), isNew: false, similar: [] });
  });
}

async function openNew(
  parts: Parts,
  token: ApiToken,
  { asker, request, reported }: { asker: Asker; request: ApiRequest; reported: ReportedCase },
): Answer<OpenedCase> {
  const { customer: named, externalReference: _, ...rest } = reported;
  const customer = await customerOf(parts, named);
  if (!customer.ok) return refuse({ problem: customer.refusal });
  const customerId = customer.value?.customerId ?? null;
  const told: ToldCase = { ...rest, ...untold, customerId };
  const similar =
    customerId === null
      ? []
      : await findSimilar(parts, customerId, {
          category: told.category,
          product: told.product?.name ?? null,
          text: told.whatHappened,
        });
  const recorder: Recorder = {
    asker,
    agentId: null,
    note: caseNoteOfSystem(token, reported, customer.value),
    along: [{ put: 'apiRequest', request }],
  };
  const opened = await openCase(parts, recorder, told);
  if (!opened.ok) return refuse({ problem: ofDoor(opened.refusal) });
  const one = await parts.store.case(opened.value.caseId);
  if (one === null) throw new Error(`Case ${opened.value.reference} was written and is not there`);
  return ok({
    ...tellCase(one),
    isNew: true,
    similar: similar
      .filter(({ because }) => because.length > 0)
      .map(({ case: { reference }, because }) => ({ reference, because })),
  });
}

/** What only somebody who spoke with the customer knows. */
const untold = {
  callId: null,
  apologyGiven: false,
  explanation: '',
  commitment: '',
  promise: null,
} as const;

type OpenRefusal = Extract<Awaited<ReturnType<typeof openCase>>, { readonly ok: false }>['refusal'];

/** A system names no call and promises nothing, so these can't be what is wrong. */
function ofDoor(refusal: OpenRefusal): CaseDoorRefusal['problem'] {
  return refusal === 'notYourCall' || refusal === 'promiseInThePast' || refusal === 'unknownAgent'
    ? 'internal'
    : refusal;
}

const tellCase = (one: Case): CaseTold => ({
  caseId: one.caseId,
  reference: one.reference,
  type: one.type,
  stage: one.stage,
  title: one.title,
  category: one.category,
  severity: one.severity,
  priority: one.priority.score,
  customerId: one.customerId,
  openedAt: one.openedAt,
  acknowledgedAt: one.acknowledgedAt,
  closedAt: one.closedAt,
});
