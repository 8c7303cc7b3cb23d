import type { CustomerAnswer, NoteKind } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import { ok, refuse } from '@ringside/shared/model/result';
import { tickOf } from '../../domain/case/stage-facts.ts';
import { clockChanges } from '../clocks/clock-changes.ts';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Seen } from './act-on-case.ts';
import { actOnCase } from './act-on-case.ts';
import { caseEntry } from './case-entry.ts';
import { caseToDo } from './case-at-hand.ts';
import type { Done } from './save-case.ts';
import { saveCase } from './save-case.ts';
import { touchCase } from './touch-case.ts';

/** CASE-11: it adds and overwrites nothing, so that it needs no version; the same command twice is one note. */
export async function noteOnCase(
  parts: Parts,
  asker: Asker,
  { caseId, kind, text }: { readonly caseId: CaseId; readonly kind: NoteKind; readonly text: string },
): Promise<Done> {
  const found = await caseToDo(parts, asker.agentId, caseId, 'note');
  if (!found.ok) return refuse(problem(found.refusal));
  const { one } = found.value;
  const told = kind === 'customer';
  await parts.journal.write({
    changes: [
      caseEntry(parts, asker, { of: one, what: 'noted', text, note: kind }),
      ...(await clockChanges(parts, one, one, { who: asker.agentId, told })),
    ],
  });
  await touchCase(parts, one);
  return ok(null);
}

/** STAGE-4 */
export const tickItem = (
  parts: Parts,
  asker: Asker,
  { item, done, ...seen }: Seen & { readonly item: string; readonly done: boolean },
): Promise<Done> =>
  actOnCase(parts, asker, seen, null, ({ one, stage }) => {
    if (!stage?.checklist.some((each) => each.item === item))
      return Promise.resolve(refuse(problem('notPossibleNow')));
    const tick = tickOf(one.stage, item);
    const others = one.checked.filter((each) => each !== tick);
    const checked = done ? [...others, tick] : others;
    if (checked.length === one.checked.length) return Promise.resolve(ok(null));
    const what = done ? 'ticked' : 'unticked';
    return saveCase(parts, asker, one, { ...one, checked }, { what, text: item });
  });

/** The proposed answer is with the customer. */
export const answerTold = (
  parts: Parts,
  asker: Asker,
  { note, ...seen }: Seen & { readonly note: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'edit', ({ one }) => {
    if (one.answer.proposal.trim() === '')
      return Promise.resolve(refuse(problem('conditionsMissing', 'answerWritten')));
    const answer = { ...one.answer, toldAt: parts.clock.now() };
    return saveCase(parts, asker, one, { ...one, answer }, { what: 'answerTold', text: note, told: true });
  });

const saying = {
  accepted: 'customerAccepted',
  disputed: 'customerDisputed',
} as const satisfies Record<CustomerAnswer, string>;

/** What the customer says to the answer; before they were told it they can't have said anything. */
export const customerAnswers = (
  parts: Parts,
  asker: Asker,
  { customer, note, ...seen }: Seen & { readonly customer: CustomerAnswer; readonly note: string },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'edit', ({ one }) => {
    if (one.answer.toldAt === null)
      return Promise.resolve(refuse(problem('conditionsMissing', 'answerTold')));
    const answer = { ...one.answer, customer };
    return saveCase(parts, asker, one, { ...one, answer }, { what: saying[customer], text: note });
  });
