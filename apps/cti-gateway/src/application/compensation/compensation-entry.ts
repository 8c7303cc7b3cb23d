import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Scene } from './scene.ts';

type CompensationHappening = Extract<CaseHappening, `compensation${string}`>;

export interface Told {
  readonly what: CompensationHappening;
  /** what somebody wrote */
  readonly text: string;
  /** as it was; null: there was none */
  readonly before: Compensation | null;
}

/** What is written with each step: the compensation itself, the line in the case's history, and who did it. */
export function compensationChanges(
  parts: Parts,
  by: Asker | null,
  { one }: Scene,
  of: Compensation,
  { what, text, before }: Told,
): readonly Change[] {
  const { compensationId, kind, amount } = of;
  const written = caseEntry(parts, by, { of: one, what, text });
  // the history tells what it is about, whatever became of it later
  const changes = [{ field: 'compensation', from: before && told(before), to: told(of) }];
  const entry: Change =
    written.put === 'caseEntry' ? { put: 'caseEntry', entry: { ...written.entry, changes } } : written;
  const detail = { compensationId, kind, amount };
  const at = parts.clock.now();
  return [
    { put: 'compensation', compensation: of },
    entry,
    { put: 'audit', at, who: by?.agentId ?? null, did: what, to: one.reference, detail },
  ];
}

const told = ({ kind, amount, state }: Compensation) => ({ kind, amount, state });
