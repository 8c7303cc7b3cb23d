import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { CustomerCard } from '@ringside/shared/protocol/customer';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Query } from '@ringside/shared/protocol/up';
import { answerCompensation } from './compensation/desk-compensation.ts';
import { casePeople } from './case/give-case.ts';
import { answerClocks } from './clocks/desk-clocks.ts';
import type { Visit } from './desk-connection.ts';
import { problem } from './desk-problem.ts';
import { answerManager } from './manager/desk-manager.ts';
import { isQueryOf } from './of-family.ts';
import { tellLetter } from './letters/desk-letter-commands.ts';
import type { Parts } from './parts.ts';
import { answerRota, isRotaQuery } from './rota/desk-rota.ts';
import { answerPrevention } from './prevention/desk-prevention.ts';
import { answerWork } from './work-list/desk-work.ts';
import { agentReport } from './report/agent-report.ts';
import { callsBehindFigure } from './report/calls-behind.ts';
import { queueReport } from './report/queue-report.ts';
import { explainCall } from './explain-to-desk.ts';
import { answerIntake } from './intake/desk-intake.ts';
import { grantStation } from './stations.ts';
import { answerTasks } from './tasks/desk-tasks.ts';
import { callList } from './views/call-list.ts';
import { caseFile } from './views/case-file.ts';
import { customerCard } from './views/customer-card.ts';
import { customerFile } from './views/customer-file.ts';
import { presenceToday } from './views/presence-today.ts';
import { timelineOf } from './views/timeline.ts';

const mostFound = 50;

type Answer = Promise<Result<unknown, Problem>>;

/** The table from what desks ask to know to the view that tells it. */
export async function answer(parts: Parts, visit: Visit, query: Query): Answer {
  const { store, clock } = parts;
  const { agentId } = visit.agent.agent;
  if (isQueryOf('compensation', query)) return answerCompensation(parts, visit, query);
  if (isQueryOf('clock', query)) return answerClocks(parts, agentId, query);
  if (isQueryOf('task', query)) return answerTasks(parts, { agentId }, query);
  if (isQueryOf('intake', query)) return answerIntake(parts, query);
  if (isQueryOf('letter', query)) return tellLetter(parts, visit, query);
  if (isQueryOf('work', query)) return answerWork(parts, agentId, query);
  if (isQueryOf('check', query) || isQueryOf('prevention', query))
    return answerPrevention(parts, visit, query);
  if (isRotaQuery(query)) return answerRota(parts, agentId, query);
  if (isQueryOf('manager', query)) return answerManager(parts, agentId, query);
  switch (query.ask) {
    case 'customer.file': {
      const customer = await store.customer(query.customerId);
      return customer === null
        ? refuse(problem('unknownCustomer'))
        : ok(await customerFile(parts, customer, clock.now()));
    }
    case 'customer.timeline': {
      const customer = await store.customer(query.customerId);
      return customer === null
        ? refuse(problem('unknownCustomer'))
        : ok(await timelineOf(parts, customer, query.before));
    }
    case 'customer.search':
      return ok(await foundCards(parts, query.text));
    case 'case.file': {
      const one = await store.case(query.caseId);
      return one === null ? refuse(problem('unknownCase')) : ok(await caseFile(parts, agentId, one));
    }
    case 'case.people':
      return ok(await casePeople(parts));
    case 'call.list':
      return ok(await callList(parts, agentId, query.before ?? clock.now() + 1));
    case 'presence.today':
      return ok(await presenceToday(parts, agentId));
    case 'setting.read':
      return ok(await store.deskSetting(agentId, query.about));
    case 'report.queues':
      return answered(await queueReport(parts, query.date, query.minutes));
    case 'report.agents':
      return answered(await agentReport(parts, visit.agent.agent, query));
    case 'report.calls':
      return answered(await callsBehindFigure(parts, visit.agent.agent, query));
    case 'call.explain':
      return answered(await explainCall(parts, visit.agent.agent, query.callId));
    case 'station.credentials':
      return ok(await stationCredentials(parts, visit));
    default:
      return unreachable(query);
  }
}

const answered = (result: Result<unknown, ProblemWord>): Result<unknown, Problem> =>
  result.ok ? result : refuse(problem(result.refusal));

async function foundCards(parts: Parts, text: string): Promise<CustomerCard[]> {
  const found = await parts.store.searchCustomers(text, mostFound);
  return Promise.all(found.map((customer) => customerCard(parts.store, customer, parts.clock.now())));
}

async function stationCredentials(parts: Parts, { agent, stationId }: Visit): Promise<StationCredentials> {
  const { secret, expiresAt } = await grantStation(parts, agent.agent.agentId, stationId);
  return {
    address: `sip:${stationId}@${parts.settings.realm}`,
    userName: stationId,
    secret,
    webSocketUrl: parts.settings.stationWebSocketUrl,
    expiresAt,
  };
}
