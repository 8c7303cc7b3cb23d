import type { EscalationStep } from '@ringside/shared/model/case-clock';
import type { Role } from '@ringside/shared/model/role';
import type { AlertView } from '@ringside/shared/protocol/case-clocks';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import { dutyManagers } from '../duty/request-for-case.ts';
import type { Parts } from '../parts.ts';
import { alertOf } from './tell-of-clocks.ts';

const mostAlerts = 50;
/** Of all that are breached these are looked at: most may not yet have come to those in charge. */
const mostLookedAt = 500;

/** CLOCK-15: what is breached, nobody sees to, and has come to this person; their own first, then the longest breached. */
export async function alertsOf(parts: Parts, { agentId, roles }: Agent): Promise<AlertView[]> {
  const { store } = parts;
  const inCharge = roles.includes('supervisor') || roles.includes('manager');
  const [own, all] = await Promise.all([
    store.alertingClocks(agentId, mostAlerts),
    inCharge ? store.alertingClocks(null, mostLookedAt) : [],
  ]);
  const mine = new Set(own.map(keyOf));
  const others = all.filter((clock) => !mine.has(keyOf(clock)));
  const shown = await Promise.all([...own, ...others].map((clock) => shownTo(parts, clock, agentId, roles)));
  return shown.flat().slice(0, mostAlerts);
}

const keyOf = ({ caseId, clock }: CaseClock): string => `${caseId} ${clock}`;

async function shownTo(
  parts: Parts,
  clock: CaseClock,
  agentId: Agent['agentId'],
  roles: readonly Role[],
): Promise<AlertView[]> {
  const one = await parts.store.case(clock.caseId);
  const rule = parts.centre.clocks.find(({ rule: name }) => name === clock.rule);
  const { breachedAt: at, dueAt, stepsTaken } = clock;
  if (one === null || at === null) return [];
  const reached = rule?.escalation.slice(0, stepsTaken) ?? [];
  const as = reached.findLast((step) => isMeant(parts, step, one, { agentId, roles }));
  if (as === undefined) return [];
  return [alertOf(parts, one, { clock: clock.clock, what: 'breached', as, at, dueAt: dueAt ?? at })];
}

function isMeant(
  parts: Parts,
  step: EscalationStep,
  { ownerId }: Case,
  { agentId, roles }: Pick<Agent, 'agentId' | 'roles'>,
): boolean {
  if (step === 'dutyManager') return dutyManagers(parts).includes(agentId);
  if (step === 'supervisor' || ownerId === null) return roles.includes('supervisor');
  return ownerId === agentId;
}
