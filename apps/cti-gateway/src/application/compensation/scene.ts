import type { CompensationKind } from '@ringside/shared/model/compensation';
import type { AgentId, CauseId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';
import type { Case } from '../../domain/case/case.ts';
import { mayWork } from '../../domain/case/case-rights.ts';
import type { Reach, Wish } from '../../domain/compensation/authority.ts';
import { gradeOf, reachOf, withParents } from '../../domain/compensation/authority.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { Approver, Person } from '../../domain/compensation/decide-compensation.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { atHand } from '../case/case-at-hand.ts';
import type { Parts } from '../parts.ts';

/** A case, whose it is, and what they were given so far. */
export interface Scene {
  readonly one: Case;
  readonly customer: Customer | null;
  readonly given: readonly Compensation[];
  /** in this case, whoever it was thought to be of */
  readonly inCase: readonly Compensation[];
}

export async function sceneOf({ store }: Parts, one: Case): Promise<Scene> {
  const { customerId } = one;
  const [customer, inCase, ofCustomer] = await Promise.all([
    customerId === null ? null : store.customer(customerId),
    store.compensationsOfCase(one.caseId),
    customerId === null ? null : store.compensationsOfCustomer(customerId),
  ]);
  return { one, customer, given: ofCustomer ?? inCase, inCase };
}

/** COMP-10: one after the other for each customer, so that two at once can't both be the last that fits. */
export const inTurnFor = <Value>(
  { inTurn }: Parts,
  { customerId, caseId }: Case,
  work: () => Promise<Value>,
): Promise<Value> => inTurn(`compensation ${customerId ?? caseId}`, work);

/** What authority is asked for: as it is now, or as it was when somebody asked. */
export interface About {
  readonly kind: CompensationKind;
  readonly tier: Tier | null;
  readonly causeId: CauseId | null;
}

export const aboutNow = ({ one, customer }: Scene, kind: CompensationKind): About => ({
  kind,
  tier: customer?.tier.tier ?? null,
  causeId: one.cause?.causeId ?? null,
});

export const wishOf = ({ centre, clock }: Parts, { given }: Scene, { kind, tier, causeId }: About): Wish => ({
  kind,
  tier,
  causes: withParents(centre.causes, causeId),
  given,
  at: clock.now(),
});

/** Somebody as far as their authority for this goes. */
export function approverOf(parts: Parts, agentId: AgentId, scene: Scene, about: About): Approver {
  const grade = gradeOf(parts.floor.agents.get(agentId)?.agent.roles ?? []);
  const reach: Reach = reachOf(parts.centre.authority, grade, wishOf(parts, scene, about));
  return { agentId, grade, reach };
}

export function personOf(parts: Parts, agentId: AgentId, scene: Scene, about: About): Person {
  const { person, one, stage } = atHand(parts, agentId, scene.one);
  return { ...approverOf(parts, agentId, scene, about), isTheirs: mayWork(person, one, stage) };
}
