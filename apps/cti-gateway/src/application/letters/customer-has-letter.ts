import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Instant } from '@ringside/shared/model/instant';
import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { Case } from '../../domain/case/case.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { clockChanges } from '../clocks/clock-changes.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';

/** Somebody changes the case at the same moment: looked at anew, and not for ever. */
const mostTries = 5;

/**
 * LETTER-9: the letter is out: that is a word to the customer, an acknowledgement acknowledges the case, and an answer
 * tells it. In one commit with the letter and the line of the history.
 */
export async function customerHasLetter(
  parts: Parts,
  by: Asker | null,
  letter: Letter,
  along: readonly Change[],
  what: Extract<CaseHappening, 'letterSent' | 'letterPrinted'>,
): Promise<Result<void, 'changedMeanwhile' | 'unknownCase'>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const one = await parts.store.case(letter.caseId);
    if (one === null) return refuse('unknownCase');
    const became = caseAfter(one, letter, parts.clock.now());
    const changes: Change[] = [
      { put: 'letter', letter },
      ...along,
      { put: 'case', case: became },
      caseEntry(parts, by, { of: one, became, what, text: letter.subject }),
      ...(await clockChanges(parts, one, became, { who: by?.agentId ?? null, told: true })),
    ];
    const written = await parts.journal.write({ changes });
    if (written.ok) {
      await touchCase(parts, became);
      return ok(undefined);
    }
    // somebody has this letter, not its case
    if ((await parts.store.letter(letter.letterId))?.version !== letter.version - 1) break;
  }
  return refuse('changedMeanwhile');
}

function caseAfter(one: Case, { purpose }: Letter, now: Instant): Case {
  const next = { ...one, version: one.version + 1 };
  switch (purpose) {
    case 'acknowledgement':
      return { ...next, acknowledgedAt: one.acknowledgedAt ?? now };
    case 'answer':
      return { ...next, answer: { ...one.answer, toldAt: one.answer.toldAt ?? now } };
    case 'other':
      return next;
  }
}
