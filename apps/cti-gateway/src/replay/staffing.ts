import type { AgentId, SkillId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';
import type { LoggedCall, LoggedService } from './call-log.ts';

/** Somebody who took calls without a break. */
export interface Shift {
  readonly agentId: AgentId;
  readonly from: Instant;
  readonly until: Instant;
  readonly skills: ReadonlyMap<SkillId, number>;
}

/** A log says who served, not who was there: whoever served in an interval was there in it. */
const interval: Milliseconds = minutes(30);
/** Who let somebody they could have served wait longer than this was away from the desk. */
const letsWait: Milliseconds = seconds(30);
/** Fewer calls of a kind in the whole log were help, not the agent's work. */
const callsOfASkill = 3;

/**
 * Who was there when: from the first to the last service of a row of half hours in each of which they served, without
 * the stretches in which they let somebody wait.
 */
export function shiftsIn(log: readonly LoggedCall[]): readonly Shift[] {
  const waits = waitsIn(log);
  const shifts: Shift[] = [];
  for (const [agent, calls] of byAgent(log)) {
    const agentId = asId<'agent'>(agent);
    const skills = skillsIn(calls);
    const theirs = waits.filter(({ skillId }) => skills.has(skillId));
    for (const stretch of stretchesOf(calls, theirs)) shifts.push({ agentId, ...stretch, skills });
  }
  return shifts.sort((a, b) => a.from - b.from);
}

interface Served extends LoggedService {
  readonly type: string;
}

interface Wait {
  readonly from: Instant;
  readonly until: Instant;
  readonly skillId: SkillId;
}

const waitsIn = (log: readonly LoggedCall[]): readonly Wait[] =>
  log
    .filter(({ waited }) => waited > letsWait)
    .map(({ queuedAt, waited, type }) => ({
      from: queuedAt,
      until: queuedAt + waited,
      skillId: asId<'skill'>(type),
    }));

function byAgent(log: readonly LoggedCall[]): ReadonlyMap<string, readonly Served[]> {
  const agents = new Map<string, Served[]>();
  for (const { service, type } of log) {
    if (service === null) continue;
    const known = agents.get(service.agent);
    if (known) known.push({ ...service, type });
    else agents.set(service.agent, [{ ...service, type }]);
  }
  for (const calls of agents.values()) calls.sort((a, b) => a.from - b.from);
  return agents;
}

interface Stretch {
  readonly from: Instant;
  until: Instant;
}

/** `waits` in the order in which they began. */
function stretchesOf(calls: readonly Served[], waits: readonly Wait[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let first = 0;
  for (const { from, until } of calls) {
    const last = stretches.at(-1);
    if (last === undefined || !isNextInterval(last.until, from)) {
      stretches.push({ from, until });
      continue;
    }
    // no wait is longer than an hour or two; those long over are not looked at again
    while ((waits[first]?.from ?? from) < last.until - minutes(120)) first += 1;
    const awayFrom = awayIn(last.until, from, waits, first);
    if (awayFrom === null) last.until = Math.max(last.until, until);
    else {
      last.until = awayFrom;
      stretches.push({ from, until });
    }
  }
  return stretches;
}

const isNextInterval = (before: Instant, after: Instant): boolean =>
  Math.floor(after / interval) - Math.floor(before / interval) <= 1;

/** From when on in the gap between two services somebody was let wait; null: nobody was. */
function awayIn(begin: Instant, end: Instant, waits: readonly Wait[], first: number): Instant | null {
  if (end - begin <= letsWait) return null;
  for (let i = first; i < waits.length; i += 1) {
    const wait = waits[i];
    if (wait === undefined || wait.from >= end) return null;
    const from = Math.max(begin, wait.from);
    if (Math.min(end, wait.until) - from > letsWait) return from;
  }
  return null;
}

function skillsIn(calls: readonly Served[]): ReadonlyMap<SkillId, number> {
  const counts = new Map<string, number>();
  for (const { type } of calls) counts.set(type, (counts.get(type) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const able = [...counts].filter(([, count]) => count >= Math.min(callsOfASkill, most));
  return new Map(able.map(([type]) => [asId<'skill'>(type), 1]));
}

/** How long agents took from the end of a call to the next when somebody was waiting already. */
export function pausesIn(log: readonly LoggedCall[]): readonly Milliseconds[] {
  const before = new Map<string, LoggedService>();
  const pauses: Milliseconds[] = [];
  const served = log.flatMap(({ service, queuedAt }) => (service === null ? [] : [{ queuedAt, service }]));
  for (const { queuedAt, service } of served.sort((a, b) => a.service.from - b.service.from)) {
    const last = before.get(service.agent);
    const pause = last ? service.from - last.until : -1;
    // longer ones are no pause but time away, which shiftsIn leaves out
    if (last && queuedAt <= last.until && pause >= 0 && pause <= letsWait) pauses.push(pause);
    before.set(service.agent, service);
  }
  return pauses;
}
