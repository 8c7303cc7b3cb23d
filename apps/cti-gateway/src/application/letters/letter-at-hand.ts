import type { AgentId, LetterId } from '@ringside/shared/model/ids';
import type { LetterAct } from '@ringside/shared/model/letter';
import { mayDoToLetter } from '@ringside/shared/model/letter';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import type { Parts } from '../parts.ts';
import type { LetterRefusal } from './letter-refusal.ts';

export interface SeenLetter {
  readonly letterId: LetterId;
  readonly version: number;
}

export interface LetterAtHand {
  readonly letter: Letter;
  readonly one: Case;
}

/** LETTER-3: the letter as this person saw it, where they may do this to it in the state it is in. */
export async function letterToDo(
  parts: Parts,
  agentId: AgentId,
  { letterId, version }: SeenLetter,
  act: LetterAct,
): Promise<Result<LetterAtHand, LetterRefusal>> {
  const letter = await parts.store.letter(letterId);
  if (letter === null) return refuse('unknownLetter');
  const hand = await caseToDo(parts, agentId, letter.caseId, 'letter');
  if (!hand.ok) return hand;
  if (!mayDoToLetter(letter.state, act)) return refuse('notPossibleNow');
  return letter.version === version ? ok({ letter, one: hand.value.one }) : refuse('changedMeanwhile');
}

/** Pages that show the case's letters and files ask for them again. */
export function touchLetters({ desks }: Parts, { caseId, version }: Pick<Case, 'caseId' | 'version'>): void {
  desks.showAll({ what: 'caseTouched', caseId, version });
}
