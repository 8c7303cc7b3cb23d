import type { CaseStanding } from '@ringside/shared/protocol/case';
import { mayWork } from '../../domain/case/case-rights.ts';
import { escalationOf, movesFrom, waitsForChecklist } from '../../domain/case/moves.ts';
import type { StageFacts } from '../../domain/case/stage-facts.ts';
import { tickOf } from '../../domain/case/stage-facts.ts';
import type { CaseAtHand } from '../case/case-at-hand.ts';

/** Where a case stands and what may follow, for whoever asks. */
export function caseStanding({ one, workflow, stage, person }: CaseAtHand, facts: StageFacts): CaseStanding {
  const moves = workflow === null ? [] : movesFrom(workflow, one.stage, facts);
  const isAsked = workflow !== null && stage !== null && waitsForChecklist(workflow, stage);
  const above = workflow === null ? null : escalationOf(workflow);
  return {
    stage: one.stage,
    since: one.stageSince,
    phase: stage?.phase ?? null,
    owner: stage?.owner ?? 'handler',
    isYours: mayWork(person, one, stage),
    checklist: (stage?.checklist ?? []).map(({ item, name, needed }) => ({
      item,
      name: { ...name },
      needed: needed && isAsked,
      done: one.checked.includes(tickOf(one.stage, item)),
    })),
    moves: moves.map(({ to, missing }) => ({ to, missing: [...missing] })),
    escalatesTo: one.closedAt !== null || above?.stage === one.stage ? null : (above?.stage ?? null),
    facts: { ...facts },
  };
}
