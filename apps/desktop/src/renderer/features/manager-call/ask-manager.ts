import type { CaseId } from '@ringside/shared/model/ids';
import type { ManagerRequestReason } from '@ringside/shared/model/rota';
import { managerRequestReasons } from '@ringside/shared/model/rota';
import type { ContactView } from '@ringside/shared/protocol/contact';

/** 1 to 6, in the order in which the reasons stand. */
export const keysOfReasons: ReadonlyMap<string, ManagerRequestReason> = new Map(
  managerRequestReasons.map((reason, nth) => [String(nth + 1), reason]),
);

/** The case that the call is about already, or the only one that is open. */
export function caseAtFirst({ caseIds, pop }: Pick<ContactView, 'caseIds' | 'pop'>): CaseId | null {
  const open = pop.openCases.map(({ caseId }) => caseId);
  const linked = caseIds.findLast((caseId) => open.includes(caseId));
  return linked ?? (open.length === 1 ? (open[0] ?? null) : null);
}
