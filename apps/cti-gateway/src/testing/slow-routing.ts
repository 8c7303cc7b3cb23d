import type { AgentId } from '@ringside/shared/model/ids';
import { minutes } from '@ringside/shared/model/instant';
import type { RoutableAgent } from '../domain/acd/idle-agents.ts';
import type { RoutingQuestion, WaitingCaller } from '../domain/acd/routing-line.ts';
import type { SkillNeed } from '../domain/centre/queue.ts';

/**
 * SPEC ACD once more, the plain and slow way: whom routing is compared with. It shares no code with what it checks.
 */
export function decideSlowly(question: RoutingQuestion): readonly string[] {
  const { callers } = question;
  let idle = question.agents.filter(({ free }) => free === 'now');
  const line = [...callers].sort((a, b) => (comesFirst(question, a, b) ? -1 : 1));
  const pairs: string[] = [];
  for (const caller of line) {
    const agent = agentFor(question, caller, idle);
    if (agent === null) continue;
    idle = idle.filter((one) => one !== agent);
    pairs.push(`${caller.callId} → ${agent.agentId}`);
  }
  return pairs;
}

const rulesOf = ({ queues }: RoutingQuestion, caller: WaitingCaller) =>
  queues.find(({ queueId }) => queueId === caller.queueId);

function comesFirst(question: RoutingQuestion, a: WaitingCaller, b: WaitingCaller): boolean {
  const [x, y] = [hasWaitedEnough(question, a), hasWaitedEnough(question, b)];
  if (x !== y) return x;
  const byPlace = a.queuedAt < b.queuedAt || (a.queuedAt === b.queuedAt && a.callId < b.callId);
  if (x) return byPlace;
  const [v, w] = [effectiveWait(question, a), effectiveWait(question, b)];
  return v === w ? byPlace : v > w;
}

function hasWaitedEnough(question: RoutingQuestion, caller: WaitingCaller): boolean {
  const most = rulesOf(question, caller)?.guaranteedWait ?? null;
  return most !== null && question.now - caller.queuedAt >= most;
}

function effectiveWait(question: RoutingQuestion, caller: WaitingCaller): number {
  const priority = rulesOf(question, caller)?.priority;
  const { tier, openComplaint, abandonedBefore } = caller.standing;
  let points = 0;
  if (priority !== undefined) {
    points += tier === null ? priority.unknown : priority.tiers[tier];
    if (openComplaint) points += priority.openComplaint;
    points += priority.abandonedBefore * Math.min(3, abandonedBefore);
    if (caller.hotlineId !== null) points += priority.hotlines[caller.hotlineId] ?? 0;
  }
  return question.now - caller.queuedAt + minutes(points);
}

function needed(question: RoutingQuestion, caller: WaitingCaller): readonly SkillNeed[] {
  const rules = rulesOf(question, caller);
  const opened = rules?.rings.findLast(({ after }) => question.now - caller.queuedAt >= after);
  return (opened ?? rules)?.skills ?? [];
}

const can = (agent: RoutableAgent, needs: readonly SkillNeed[]): boolean =>
  needs.every(({ skillId, level }) => (agent.skills.get(skillId) ?? 0) >= level);

/** Whether this agent may have this call. */
export const fits = (question: RoutingQuestion, caller: WaitingCaller, agent: RoutableAgent): boolean =>
  caller.only ? caller.only === agent.agentId : can(agent, needed(question, caller));

function preferredBy(question: RoutingQuestion, caller: WaitingCaller): readonly AgentId[] {
  const who = rulesOf(question, caller)?.preferredAgent?.who;
  const { ownerId, lastAgentId } = caller.standing;
  const wanted =
    who === 'owner' ? [ownerId] : who === 'last' ? [lastAgentId] : who ? [ownerId, lastAgentId] : [];
  return wanted.filter((one) => one !== null && !caller.passedOver.includes(one)) as AgentId[];
}

/** Whether the caller is kept for somebody who is about to be ready. */
export function isKept(question: RoutingQuestion, caller: WaitingCaller): boolean {
  const rule = rulesOf(question, caller)?.preferredAgent;
  if (!rule || caller.only || hasWaitedEnough(question, caller)) return false;
  if (question.now - caller.queuedAt >= rule.waitFor) return false;
  return question.agents.some(
    (agent) =>
      agent.free === 'soon' &&
      preferredBy(question, caller).includes(agent.agentId) &&
      can(agent, needed(question, caller)),
  );
}

function agentFor(
  question: RoutingQuestion,
  caller: WaitingCaller,
  idle: readonly RoutableAgent[],
): RoutableAgent | null {
  const fitting = idle.filter((agent) => fits(question, caller, agent));
  if (caller.only) return fitting[0] ?? null;
  for (const agentId of preferredBy(question, caller)) {
    const theirs = fitting.find((agent) => agent.agentId === agentId);
    if (theirs) return theirs;
  }
  if (isKept(question, caller)) return null;
  const liked = rulesOf(question, caller)?.preferredSkills ?? [];
  const rank = (agent: RoutableAgent): readonly [boolean, number, number, string] => [
    caller.passedOver.includes(agent.agentId),
    -liked.reduce((sum, skill) => sum + (agent.skills.get(skill) ?? 0), 0),
    agent.idleSince,
    agent.agentId,
  ];
  return fitting.toSorted((a, b) => compare(rank(a), rank(b)))[0] ?? null;
}

function compare(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (x !== y) return (x as number) < (y as number) ? -1 : 1;
  }
  return 0;
}
