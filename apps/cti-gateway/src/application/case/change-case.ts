import type { CaseType, Impact, Severity, Urgency } from '@ringside/shared/model/case-stage';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import { caseDiff } from '../../domain/case/case-diff.ts';
import type { CaseEdit } from '../../domain/case/changed-case.ts';
import { changedCase, retypedCase } from '../../domain/case/changed-case.ts';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Seen } from './act-on-case.ts';
import { actOnCase } from './act-on-case.ts';
import { workflowOf } from './case-at-hand.ts';
import { isBelowSafety } from './below-safety.ts';
import { caseEntry } from './case-entry.ts';
import type { Done } from './save-case.ts';
import { saveCase } from './save-case.ts';

/** CASE-8: what people write on it, on the version they saw. Where nothing differs, nothing is written. */
export const changeCase = (
  parts: Parts,
  asker: Asker,
  seen: Seen & { readonly changes: CaseEdit & { readonly type?: CaseType | undefined } },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'edit', ({ one }) => {
    const { type, ...changes } = seen.changes;
    const faulty = faultIn(parts, changes);
    if (faulty !== null) return Promise.resolve(refuse(faulty));
    const changed = changedCase(one, changes);
    const other = type === undefined || type === one.type ? null : workflowOf(parts, { type });
    const became = other === null ? changed : retypedCase(changed, other, parts.clock.now());
    if (caseDiff(one, became).length === 0) return Promise.resolve(ok(null));
    const isNews = isBelowSafety(parts.centre, became) && !isBelowSafety(parts.centre, one);
    const along = isNews ? [caseEntry(parts, asker, { of: one, what: 'belowSafety' })] : [];
    return saveCase(parts, asker, one, became, { what: 'changed', along });
  });

/** Names that lead nowhere in the centre. */
function faultIn({ centre }: Parts, changes: CaseEdit): Problem | null {
  const { category, servicePointId, contractId } = changes;
  if (category !== undefined && !centre.categories.some((one) => one.category === category))
    return problem('unknownCategory');
  const given = (id: string | null | undefined): id is string => id !== undefined && id !== null;
  if (given(servicePointId) && !centre.servicePoints.some((one) => one.servicePointId === servicePointId))
    return problem('unknownServicePoint');
  if (given(contractId) && !centre.contracts.some((one) => one.contractId === contractId))
    return problem('unknownContract');
  return null;
}

/** Somebody has judged how bad it is: also where it is as bad as it came, they have said so. */
export const assessCase = (
  parts: Parts,
  asker: Asker,
  {
    severity,
    impact,
    urgency,
    legal,
    ...seen
  }: Seen & {
    readonly severity: Severity;
    readonly impact: Impact;
    readonly urgency: Urgency;
    readonly legal: boolean;
  },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'edit', ({ one }) =>
    saveCase(
      parts,
      asker,
      one,
      { ...one, severity, impact, urgency, legal, assessedAt: parts.clock.now() },
      { what: 'assessed' },
    ),
  );

/** The customer was told that it has been received; once. */
export const acknowledgeCase = (parts: Parts, asker: Asker, seen: Seen): Promise<Done> =>
  actOnCase(parts, asker, seen, 'edit', ({ one }) =>
    one.acknowledgedAt === null
      ? saveCase(
          parts,
          asker,
          one,
          { ...one, acknowledgedAt: parts.clock.now() },
          { what: 'acknowledged', told: true },
        )
      : Promise.resolve(ok(null)),
  );
