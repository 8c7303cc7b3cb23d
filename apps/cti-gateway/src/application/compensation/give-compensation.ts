import type { CompensationKind } from '@ringside/shared/model/compensation';
import type { CaseId, CompensationId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Person } from '../../domain/compensation/decide-compensation.ts';
import { covers, isAmountOf } from '../../domain/compensation/authority.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { Change } from '../../ports/store.ts';
import { caseToDo } from '../case/case-at-hand.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { compensationChanges } from './compensation-entry.ts';
import { beginDecisionClock, decisionTimesNow } from './decision-clock.ts';
import type { Scene } from './scene.ts';
import { aboutNow, inTurnFor, personOf, sceneOf } from './scene.ts';
import { approversFor, showCompensation } from './tell-compensation.ts';

export interface Wished {
  readonly caseId: CaseId;
  readonly kind: CompensationKind;
  readonly amount: number;
  readonly reason: string;
  readonly evidence: string;
}

export type GiveRefusal =
  | 'unknownCase'
  | 'notAllowed'
  | 'notPossibleNow'
  | 'wrongAmount'
  | 'aboveAuthority'
  | 'changedMeanwhile';
type Placed = Result<{ compensationId: CompensationId }, GiveRefusal>;

/** COMP-5: within their own authority somebody gives at once; what is above it is refused, and may be asked for. */
export const giveCompensation = (parts: Parts, asker: Asker, wished: Wished): Promise<Placed> =>
  place(parts, asker, wished, async (scene, person) => {
    if (!covers(person.reach, wished.amount)) return refuse('aboveAuthority');
    const given: Compensation = {
      ...draft(parts, asker, wished, scene, person),
      decidedAt: parts.clock.now(),
    };
    const told = { what: 'compensationGiven', text: wished.reason, before: null } as const;
    const changes = compensationChanges(parts, asker, scene, given, told);
    return write(parts, changes, () => showCompensation(parts, scene, given, null));
  });

/** COMP-8: a request goes to those who may approve it, with a clock of its own. */
export const askForCompensation = (parts: Parts, asker: Asker, wished: Wished): Promise<Placed> =>
  place(parts, asker, wished, async (scene, person) => {
    const times = decisionTimesNow(parts);
    const { decideBy } = times;
    const asked: Compensation = { ...draft(parts, asker, wished, scene, person), state: 'asked', decideBy };
    const told = { what: 'compensationAsked', text: wished.reason, before: null } as const;
    const changes = [
      ...compensationChanges(parts, asker, scene, asked, told),
      ...beginDecisionClock(parts, asked.compensationId, times),
    ];
    const byName = agentName(parts.floor, asker.agentId);
    return write(parts, changes, () =>
      showCompensation(parts, scene, asked, { news: 'asked', byName, to: approversFor(parts, scene, asked) }),
    );
  });

/** The same command once more finds what it made and changes nothing. */
async function place(
  parts: Parts,
  asker: Asker,
  { caseId, kind, amount }: Wished,
  decide: (scene: Scene, person: Person) => Promise<Result<void, GiveRefusal>>,
): Promise<Placed> {
  const compensationId = idMadeBy(parts.secrets, asker, 'compensation');
  if ((await parts.store.compensation(compensationId)) !== null) return ok({ compensationId });
  if (!isAmountOf(kind, amount)) return refuse('wrongAmount');
  const one = await parts.store.case(caseId);
  if (one === null) return refuse('unknownCase');
  const decided = await inTurnFor(parts, one, async () => {
    const found = await caseToDo(parts, asker.agentId, caseId, 'compensate');
    if (!found.ok) return found;
    const now = found.value.one;
    // somebody was recognised while this waited for its turn: it would be the turn of another customer
    if (now.customerId !== one.customerId) return refuse('changedMeanwhile');
    const scene = await sceneOf(parts, now);
    if (scene.inCase.some((each) => each.compensationId === compensationId)) return ok(undefined);
    return decide(scene, personOf(parts, asker.agentId, scene, aboutNow(scene, kind)));
  });
  return decided.ok ? ok({ compensationId }) : decided;
}

const draft = (
  parts: Parts,
  asker: Asker,
  wished: Wished,
  scene: Scene,
  { grade }: Person,
): Compensation => ({
  ...wished,
  ...aboutNow(scene, wished.kind),
  compensationId: idMadeBy(parts.secrets, asker, 'compensation'),
  customerId: scene.one.customerId,
  category: scene.one.category,
  state: 'granted',
  askedBy: asker.agentId,
  grade: grade ?? 'agent',
  askedAt: parts.clock.now(),
  decideBy: null,
  endorsedBy: null,
  decidedBy: null,
  decidedAt: null,
  decision: '',
  doneAt: null,
  version: 1,
});

async function write(
  parts: Parts,
  changes: readonly Change[],
  show: () => Promise<void>,
): Promise<Result<void, GiveRefusal>> {
  const written = await parts.journal.write({ changes });
  if (!written.ok) return refuse('changedMeanwhile');
  await show();
  return ok(undefined);
}
