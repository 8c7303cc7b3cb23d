import type { CompensationKind } from '@ringside/shared/model/compensation';
import { grades, unitOfKind } from '@ringside/shared/model/compensation';
import type { AgentId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { AuthorityView } from '@ringside/shared/protocol/compensation';
import type { Case } from '../../domain/case/case.ts';
import { limitsOf, rankOf, reachOf } from '../../domain/compensation/authority.ts';
import type { Parts } from '../parts.ts';
import { aboutNow, approverOf, sceneOf, wishOf } from './scene.ts';

/** COMP-2: how far somebody's authority goes for this customer now, by which rule, and how far that of those above. */
export async function previewAuthority(
  parts: Parts,
  agentId: AgentId,
  one: Case,
  kind: CompensationKind,
): Promise<AuthorityView> {
  const scene = await sceneOf(parts, one);
  const about = aboutNow(scene, kind);
  const { grade, reach } = approverOf(parts, agentId, scene, about);
  const wish = wishOf(parts, scene, about);
  const { rule, given, left, room } = reach;
  return {
    rule:
      rule === null
        ? null
        : {
            name: rule.name,
            upTo: limitsOf(rule, unitOfKind[kind]).upTo,
            upToPerCustomer: limitsOf(rule, unitOfKind[kind]).perCustomer,
            days: Math.round(rule.within / days(1)),
          },
    given,
    left,
    room,
    above: grades
      .filter((other) => grade === null || rankOf(other) > rankOf(grade))
      .map((other) => ({ grade: other, reach: reachOf(parts.centre.authority, other, wish) }))
      .filter((other) => other.reach.rule !== null)
      .map((other) => ({ grade: other.grade, room: other.reach.room })),
  };
}
