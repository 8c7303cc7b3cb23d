import type { StationId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import type { DeskConnection, Screen } from '../ports/desk.ts';
import { lookAtCase } from './case/look-at-case.ts';
import { carryOut } from './desk-commands.ts';
import { problem } from './desk-problem.ts';
import { answer } from './desk-queries.ts';
import { mayAsk, mayDo } from './desk-rights.ts';
import { pageAnswers, pageClosed } from './page-alive.ts';
import type { Parts } from './parts.ts';
import type { OpenSession } from './sessions.ts';

export interface Visit extends OpenSession {
  readonly stationId: StationId;
  readonly screen: Screen;
}

/** Commands whose answers are remembered per agent (WIRE-4): a desk repeats at most what it sent just before. */
const answersKept = 200;

type Answer = Promise<Result<unknown, Problem>>;
type Answers = Map<string, Answer>;
/** Kept beyond the connection: a command is repeated on the next one. */
const answersOf = new WeakMap<OpenSession['agent'], Answers>();

/** One attached page: checks who asks for what on each message, and answers each command once. */
export function openConnection(parts: Parts, visit: Visit): DeskConnection {
  const { agent, stationId, screen } = visit;
  const { agentId } = agent.agent;
  let open = true;

  /** AUTH-6: a session that has ended or a desk that was taken over asks for nothing more. */
  function closedBecause(): Problem | null {
    if (!open || agent.station !== stationId) return problem('takenOver');
    if (visit.expiresAt <= parts.clock.now()) return problem('sessionEnded');
    return agent.agent.active ? null : problem('notSignedIn');
  }

  async function command(commandId: string, asked: Command): Answer {
    const closed = closedBecause();
    if (closed !== null) return refuse(closed);
    if (!mayDo(agent.agent.roles, asked.do)) return refuse(problem('notAllowed'));
    return once(answersFor(agent), commandId, () =>
      guarded(parts, asked.do, () => carryOut(parts, visit, commandId, asked)),
    );
  }

  async function query(asked: Query): Answer {
    const closed = closedBecause();
    if (closed !== null) return refuse(closed);
    if (!mayAsk(agent.agent.roles, asked)) return refuse(problem('notAllowed'));
    return guarded(parts, asked.ask, () => answer(parts, visit, asked));
  }

  return {
    agentId,
    stationId,
    command,
    query,
    alive: (answering) => {
      if (open && agent.station === stationId) pageAnswers(parts, agentId, answering);
    },
    close: () => {
      if (!open) return;
      open = false;
      parts.controlRoom.unwatch(screen);
      const mine = agent.station === stationId && parts.desks.detach(agentId, screen);
      if (mine) {
        lookAtCase(parts, agentId, null);
        pageClosed(parts, agentId);
      }
    },
  };
}

function answersFor(agent: OpenSession['agent']): Answers {
  const known = answersOf.get(agent);
  if (known) return known;
  const fresh: Answers = new Map();
  answersOf.set(agent, fresh);
  return fresh;
}

function once(answers: Answers, commandId: string, work: () => Answer): Answer {
  const before = answers.get(commandId);
  if (before) return before;
  const mine = work();
  answers.set(commandId, mine);
  for (const oldest of answers.keys()) {
    if (answers.size <= answersKept) break;
    answers.delete(oldest);
  }
  return mine;
}

/** The desk hears that something went wrong; what it was stands in the log. */
async function guarded(parts: Parts, what: string, work: () => Answer): Answer {
  try {
    return await work();
  } catch (cause) {
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    parts.log.error('a desk could not be served', { what, cause: why });
    return refuse(problem('internal'));
  }
}
