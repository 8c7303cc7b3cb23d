import type { AgentId } from '@ringside/shared/model/ids';
import { changeAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { reachChanged } from './watch-reach.ts';

/** PRES-6: the page itself answered, or has not for too long. A page that does not answer gets no calls. */
export function pageAnswers(parts: Parts, agentId: AgentId, answering: boolean): void {
  const agent = parts.floor.agents.get(agentId);
  if (!agent?.page) return;
  const { page } = agent;
  const changed = page.answering !== answering;
  if (answering) page.lastAnswerAt = parts.clock.now();
  if (!changed) return;
  changeAgent(parts.floor, agent, { page: { ...page, answering } });
  if (!answering) parts.log.warn('page does not answer', { agentId });
  reachChanged(parts, agentId);
}

/** The page's socket is there. */
export function pageOpened(parts: Parts, agentId: AgentId): void {
  const agent = parts.floor.agents.get(agentId);
  if (!agent) return;
  changeAgent(parts.floor, agent, { page: { answering: true, lastAnswerAt: parts.clock.now() } });
  reachChanged(parts, agentId);
}

/** The page's socket is gone; a reload brings it back within the time that a silent page has. */
export function pageClosed(parts: Parts, agentId: AgentId): void {
  const agent = parts.floor.agents.get(agentId);
  if (!agent?.page) return;
  changeAgent(parts.floor, agent, { page: { ...agent.page, answering: false } });
  reachChanged(parts, agentId);
}
