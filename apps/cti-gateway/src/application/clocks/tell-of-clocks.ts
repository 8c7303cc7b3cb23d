import type { ClockKind, EscalationStep } from '@ringside/shared/model/case-clock';
import { clockKinds } from '@ringside/shared/model/case-clock';
import type { AgentId } from '@ringside/shared/model/ids';
import type { AlertView } from '@ringside/shared/protocol/case-clocks';
import type { Case, CaseEntry } from '../../domain/case/case.ts';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import { isOpen } from '../../domain/clock/clock-life.ts';
import type { Change } from '../../ports/store.ts';
import { askForCase, dutyManagers } from '../duty/request-for-case.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** CLOCK-15: tells people what clocks have done, once it is written. */
export interface ClockTeller {
  /** Alerts that the last run left. */
  recover(): Promise<void>;
  take(changes: readonly Change[]): void;
}

const mostRecovered = 5_000;

export function openClockTeller(whole: () => Parts): ClockTeller {
  /** clocks that are breached and nobody sees to */
  const alerting = new Set<string>();
  return {
    recover: async () => {
      for (const clock of await whole().store.alertingClocks(null, mostRecovered)) alerting.add(keyOf(clock));
    },
    take: (changes) => {
      for (const change of changes) {
        if (change.put === 'caseClock') note(whole(), alerting, change.clock);
        if (change.put === 'caseEntry') void tell(whole(), change.entry);
      }
    },
  };
}

const keyOf = ({ caseId, clock }: CaseClock): string => `${caseId} ${clock}`;

export const isAlerting = (clock: CaseClock): boolean =>
  isOpen(clock) && clock.breachedAt !== null && clock.acknowledgedAt === null;

function note({ desks }: Parts, alerting: Set<string>, clock: CaseClock): void {
  if (isAlerting(clock)) alerting.add(keyOf(clock));
  else if (alerting.delete(keyOf(clock)))
    desks.showAll({ what: 'alertGone', caseId: clock.caseId, clock: clock.clock });
}

const words: Partial<Record<string, AlertView['what']>> = {
  clockWarned: 'warned',
  clockBreached: 'breached',
  clockEscalated: 'escalated',
};

/** The line of the history says it all: what came to pass, of which clock, and who is to be told. */
async function tell(parts: Parts, { caseId, at, what, changes }: CaseEntry): Promise<void> {
  const word = words[what];
  const due = changes.find(({ field }) => field.startsWith('clock.'));
  const clock = clockKinds.find((kind) => due?.field === `clock.${kind}`);
  if (word === undefined || clock === undefined || typeof due?.to !== 'number') return;
  const step = word === 'warned' ? 'owner' : changes.find(({ field }) => field === 'tells')?.to;
  const one = await parts.store.case(caseId).catch(() => null);
  if (one === null || step === undefined) return;
  const alert = alertOf(parts, one, { clock, what: word, as: step as EscalationStep, at, dueAt: due.to });
  for (const agentId of toldAt(parts, one, alert.as)) parts.desks.show(agentId, { what: 'alert', alert });
  if (alert.as === 'dutyManager') await askForCase(parts, one, { by: null, note: '' });
}

type Happened = Pick<AlertView, 'what' | 'as' | 'at' | 'dueAt'> & { readonly clock: ClockKind };

export const alertOf = ({ floor }: Parts, one: Case, happened: Happened): AlertView => ({
  caseId: one.caseId,
  reference: one.reference,
  title: one.title,
  ownerName: one.ownerId === null ? '' : agentName(floor, one.ownerId),
  ...happened,
});

/** CLOCK-7: what nobody owns goes to the supervisors from the first. */
export function toldAt(parts: Parts, { ownerId }: Case, step: EscalationStep): readonly AgentId[] {
  if (step === 'owner' && ownerId !== null) return [ownerId];
  if (step === 'dutyManager') return dutyManagers(parts);
  return [...parts.floor.agents.values()]
    .filter(({ agent }) => agent.active && agent.roles.includes('supervisor'))
    .map(({ agent }) => agent.agentId);
}
