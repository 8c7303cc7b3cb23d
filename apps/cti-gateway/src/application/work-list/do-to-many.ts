import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { BulkAct, BulkRefusal, BulkResults } from '@ringside/shared/protocol/work-list';
import type { Case } from '../../domain/case/case.ts';
import { mayDo } from '../../domain/case/case-rights.ts';
import { weightOfOne } from '../../domain/case/suggest-owner.ts';
import { fits } from '../../domain/case/who-fits.ts';
import { atHand } from '../case/case-at-hand.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { agentName } from '../floor.ts';
import { isInCharge } from '../in-charge.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { giveCase } from './give-case.ts';
import type { Loads } from './suggest.ts';
import { suggested } from './suggest.ts';
import { wantedOf } from './wanted-of.ts';

type Outcome = Result<Case, BulkRefusal>;

/** WORK-7: each case by itself: what was done to one stays done, and of each the desk is told what became of it. */
export async function doToMany(
  parts: Parts,
  asker: Asker,
  caseIds: readonly CaseId[],
  act: BulkAct,
): Promise<BulkResults> {
  const loads: Loads = new Map();
  const results: BulkResults = [];
  for (const caseId of new Set(caseIds)) {
    const one = await parts.store.case(caseId);
    const outcome = one === null ? refuse('unknownCase' as const) : await doTo(parts, asker, one, act, loads);
    const now = outcome.ok ? outcome.value : await parts.store.case(caseId);
    const owner = now?.ownerId ?? null;
    results.push({
      caseId,
      reference: one?.reference ?? '',
      refusal: outcome.ok ? null : outcome.refusal,
      by: owner === null ? '' : agentName(parts.floor, owner),
    });
  }
  return results;
}

async function doTo(parts: Parts, asker: Asker, one: Case, act: BulkAct, loads: Loads): Promise<Outcome> {
  if (one.closedAt !== null) return refuse('closed');
  const { person, stage } = atHand(parts, asker.agentId, one);
  if (act.act === 'note') {
    return mayDo(person, one, stage, 'note') ? note(parts, asker, one, act.text) : refuse('notAllowed');
  }
  const taken = act.act === 'take' && one.ownerId !== null && one.ownerId !== asker.agentId;
  if (taken && !isInCharge(parts, asker.agentId)) return refuse('someoneWasFirst');
  if (!mayDo(person, one, stage, 'assign')) return refuse('notAllowed');
  switch (act.act) {
    case 'take':
      return giveTo(parts, asker, one, asker.agentId);
    case 'giveBack':
      return one.ownerId === null ? ok(one) : giveCase(parts, asker, one, null);
    case 'assign':
      return giveTo(parts, asker, one, act.to);
    case 'assignAll':
      return giveToBest(parts, asker, one, loads);
  }
}

async function giveTo(parts: Parts, asker: Asker, one: Case, to: AgentId): Promise<Outcome> {
  if (one.ownerId === to) return ok(one);
  const person = parts.floor.agents.get(to)?.agent;
  const mayHaveIt = person !== undefined && fits(person, { ...(await wantedOf(parts, one)), skills: [] });
  return mayHaveIt ? giveCase(parts, asker, one, to) : refuse('nobodyFits');
}

async function giveToBest(parts: Parts, asker: Asker, one: Case, loads: Loads): Promise<Outcome> {
  const [best] = await suggested(parts, one, loads);
  if (best === undefined) return refuse('nobodyFits');
  if (best.agentId === one.ownerId) return ok(one);
  const given = await giveCase(parts, asker, one, best.agentId);
  if (!given.ok) return given;
  loads.set(best.agentId, (loads.get(best.agentId) ?? 0) + weightOfOne(one.severity));
  return given;
}

async function note(parts: Parts, asker: Asker, one: Case, text: string): Promise<Outcome> {
  const written = await parts.journal.write({
    changes: [caseEntry(parts, asker, { of: one, what: 'noted', text, note: 'internal' })],
  });
  if (!written.ok) return refuse('changedMeanwhile');
  await touchCase(parts, one);
  return ok(one);
}
