import type { CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ApiRequest, ApiToken } from '../../domain/access/api-token.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseDoorRefusal } from '../../ports/case-door.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';

export type Answer<Value> = Promise<Result<Value, CaseDoorRefusal>>;

/** What another system asks for, under a key of its own or none. */
interface Asked {
  readonly token: ApiToken;
  readonly key: string | null;
  readonly content: unknown;
}

export interface Asking {
  /** what ids of what is made follow from */
  readonly asker: Asker;
  /** to be written in the same commit as what was asked for */
  requestOf(caseId: CaseId): ApiRequest;
}

/** CASE-27. One at a time for each key, so that a system that asks twice at once does it once. */
export function askedOnce<Told>(
  parts: Parts,
  { token, key, content }: Asked,
  work: (asking: Asking) => Answer<Told>,
  again: (one: Case) => Told,
): Answer<Told> {
  const { ids, secrets, store, clock } = parts;
  const commandId = key ?? ids.next<'apiRequest'>();
  const asker: Asker = { agentId: asId(`api ${token.tokenId}`), commandId };
  const requestId = idMadeBy(secrets, asker, 'apiRequest');
  const contentSha256 = secrets.sha256Hex(JSON.stringify(content));
  return parts.inTurn(`api ${requestId}`, async () => {
    const before = await store.apiRequest(requestId);
    if (before !== null && before.contentSha256 !== contentSha256)
      return refuse({ problem: 'keyUsedOtherwise' });
    const one = before === null ? null : await store.case(before.caseId);
    if (one !== null) return ok(again(one));
    return work({
      asker,
      requestOf: (caseId) => ({ requestId, contentSha256, caseId, at: clock.now() }),
    });
  });
}
