import type { AgentId, JobFamilyId, SkillId } from '@ringside/shared/model/ids';

/** Somebody who could ask a customer whether they are satisfied. */
export interface Candidate {
  readonly agentId: AgentId;
  readonly familyId: JobFamilyId | null;
  readonly skills: ReadonlySet<SkillId>;
  readonly openTasks: number;
}

export interface CheckedCase {
  readonly ownerId: AgentId | null;
  readonly familyId: JobFamilyId | null;
  /** what its owner can, languages among it; empty where nobody knows */
  readonly ownerSkills: readonly SkillId[];
}

/** CHECK-3: never who handled it; of the team, then of the same skills, then with the least to do; null: nobody else is there. */
export function chooseChecker(
  candidates: readonly Candidate[],
  { ownerId, familyId, ownerSkills }: CheckedCase,
): AgentId | null {
  const ranked = candidates
    .filter(({ agentId }) => agentId !== ownerId)
    .map((one) => ({
      agentId: one.agentId,
      rank: [
        familyId === null || one.familyId === familyId ? 0 : 1,
        ownerSkills.every((skill) => one.skills.has(skill)) ? 0 : 1,
        one.openTasks,
      ],
    }))
    .toSorted((a, b) => compare(a.rank, b.rank) || (a.agentId < b.agentId ? -1 : 1));
  return ranked[0]?.agentId ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, nth) => value !== b[nth]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
