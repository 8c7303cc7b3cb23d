import type { ApiScope } from '@ringside/shared/model/api-scope';
import { minutes } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { isAboutSafety } from '@ringside/shared/model/safety-category';
import type { ApiToken } from '../../domain/access/api-token.ts';
import { isGood } from '../../domain/access/api-token.ts';
import type { Case } from '../../domain/case/case.ts';
import type {
  AddedContact,
  CaseDoor,
  CaseDoorRefusal,
  CaseSystem,
  CaseTold,
  OpenedCase,
  ReportedCase,
} from '../../ports/case-door.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { addContact } from './add-contact.ts';
import type { Answer, Asking } from './asked-once.ts';
import { askedOnce } from './asked-once.ts';
import { caseNoteOfSystem, customerOf } from './reported-customer.ts';
import { openCase } from './open-case.ts';
import { findSimilar } from './similar.ts';
import type { Recorder, ToldCase } from './told-case.ts';

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
    openCase: (key, reported) =>
      guarded('cases:write', () =>
        askedOnce(
          parts,
          { token, key, content: reported },
          (asking) => openNew(parts, token, asking, reported),
          (one) => ({ ...tellCase(one), isNew: false, similar: [] }),
        ),
      ),
    addContact: (key, reference, contact) =>
      guarded('cases:write', () =>
        askedOnce<AddedContact>(
          parts,
          { token, key, content: { reference, contact } },
          async (asking) => {
            const added = await addContact(parts, asking, { token, reference, contact });
            return added.ok ? ok({ ...tellCase(added.value), isNew: true }) : added;
          },
          (one) => ({ ...tellCase(one), isNew: false }),
        ),
      ),
    caseByReference: (reference) =>
      guarded('cases:read', async () => {
        const one = await parts.store.caseByReference(reference);
        return one === null ? refuse({ problem: 'unknownCase' }) : ok(tellCase(one));
      }),
  };
}

async function openNew(
  parts: Parts,
  token: ApiToken,
  { asker, requestOf }: Asking,
  reported: ReportedCase,
): Answer<OpenedCase> {
  const { customer: named, externalReference: _, severity, ...rest } = reported;
  const customer = await customerOf(parts, named);
  if (!customer.ok) return refuse({ problem: customer.refusal });
  const customerId = customer.value?.customerId ?? null;
  const told: ToldCase = {
    ...rest,
    ...untold,
    customerId,
    severity: severity ?? (isAboutSafety(parts.centre.categories, rest.category) ? 'safety' : 'moderate'),
  };
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
    along: [{ put: 'apiRequest', request: requestOf(idMadeBy(parts.secrets, asker, 'case')) }],
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
