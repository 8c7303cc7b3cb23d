import type { Role } from '@ringside/shared/model/role';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { CasePeople } from '@ringside/shared/protocol/case-work';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseOwner } from '../../domain/case/changed-case.ts';
import { givenCase } from '../../domain/case/changed-case.ts';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { caseView } from '../views/case-view.ts';
import type { Seen } from './act-on-case.ts';
import { actOnCase } from './act-on-case.ts';
import type { Done } from './save-case.ts';
import { saveCase } from './save-case.ts';

const handling: readonly Role[] = ['agent', 'supervisor', 'manager'];
const handlesCases = ({ active, roles }: Agent): boolean =>
  active && roles.some((role) => handling.includes(role));

/** CASE-10: to a person, a team, or nobody. */
export const assignCase = (
  parts: Parts,
  asker: Asker,
  { owner, note, ...seen }: Seen & { readonly owner: CaseOwner; readonly note: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'assign', ({ one }) =>
    give(parts, asker, one, owner, { what: 'assigned', text: note }),
  );

/** CASE-10: whoever may have it makes it theirs. */
export const takeCase = (parts: Parts, asker: Asker, seen: Seen): Promise<Done> =>
  actOnCase(parts, asker, seen, 'assign', ({ one }) =>
    one.ownerId === asker.agentId
      ? Promise.resolve(ok(null))
      : give(parts, asker, one, { to: 'agent', agentId: asker.agentId }, { what: 'taken', text: '' }),
  );

/** CASE-10: with what the next one needs to know, so that the customer need not tell it twice. */
export const handOverCase = (
  parts: Parts,
  asker: Asker,
  { owner, context, ...seen }: Seen & { readonly owner: CaseOwner; readonly context: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'assign', ({ one }) =>
    give(parts, asker, one, owner, { what: 'handedOver', text: context }),
  );

async function give(
  parts: Parts,
  asker: Asker,
  one: Case,
  owner: CaseOwner,
  said: { readonly what: CaseHappening; readonly text: string },
): Promise<Done> {
  const receiver = receiverOf(parts, owner);
  if ('problem' in receiver) return refuse(receiver);
  const became = givenCase(one, owner, receiver.person);
  const saved = await saveCase(parts, asker, one, became, said);
  if (saved.ok) tellReceiver(parts, asker, became, said.text);
  return saved;
}

/** Who it goes to must be there to have it. */
function receiverOf({ floor, centre }: Parts, owner: CaseOwner): Problem | { readonly person: Agent | null } {
  if (owner.to === 'agent') {
    const person = floor.agents.get(owner.agentId)?.agent ?? null;
    return person !== null && handlesCases(person) ? { person } : problem('unknownAgent');
  }
  const isThere =
    owner.to === 'nobody' || centre.jobFamilies.some(({ familyId }) => familyId === owner.familyId);
  return isThere ? { person: null } : problem('unknownFamily');
}

/** Nobody finds out by chance that a case is theirs. */
export function tellReceiver({ desks, floor }: Parts, { agentId }: Asker, one: Case, why: string): void {
  if (one.ownerId === null || one.ownerId === agentId) return;
  const by = floor.agents.get(agentId)?.agent.name ?? '';
  desks.show(one.ownerId, { what: 'caseGiven', case: caseView(floor, one, '', []), by, why });
}

/** CASE-10: whom it can be given to, who has least first. */
export async function casePeople({ floor, store, desks }: Parts): Promise<CasePeople> {
  const counts = await store.openCaseCounts();
  const open = new Map(counts.map(({ ownerId, count }) => [ownerId, count]));
  return [...floor.agents.values()]
    .map(({ agent }) => agent)
    .filter(handlesCases)
    .map(({ agentId, name, familyId }) => ({
      agentId,
      name,
      familyId,
      isHere: desks.isAttached(agentId),
      openCases: open.get(agentId) ?? 0,
    }))
    .sort((a, b) => a.openCases - b.openCases || a.name.localeCompare(b.name));
}
