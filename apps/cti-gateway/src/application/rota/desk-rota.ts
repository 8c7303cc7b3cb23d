import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import { isCommandOf, isQueryOf } from '../of-family.ts';
import type { Parts } from '../parts.ts';
import { absenceList, enterAbsence, removeAbsence } from './absences.ts';
import { changeRota, undoChange } from './change-rota.ts';
import { changeView } from './change-view.ts';
import { calendarList, followCalendar } from './follow-calendar.ts';
import { importAbsences } from './import-absences.ts';
import { planRota } from './plan-rota.ts';
import { myShifts } from './my-shifts.ts';
import { areDays, preview, schedule } from './show-schedule.ts';
import { acceptSwap, declineSwap, withdrawSwap } from './swap-answer.ts';
import { askSwap } from './swap-ask.ts';
import { swapCandidates, swapList } from './swap-view.ts';

type Family = 'rota' | 'absence' | 'swap';
type RotaCommand = Extract<Command, { readonly do: `${Family}.${string}` }>;
type RotaQuery = Extract<Query, { readonly ask: `${Family}.${string}` }>;

const anybody: readonly Role[] = ['agent', 'supervisor', 'manager', 'admin'];
/** who may stand on a rota */
const onRotas: readonly Role[] = ['supervisor', 'manager'];
/** planners, and managers: a rota may name one as responsible */
const awayOrPlanning: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** AUTH-6: the roles that rotas need; whose shift, swap or absence it is the use cases look at. */
export const rotaCommandRoles = {
  'rota.change': awayOrPlanning,
  'rota.undo': awayOrPlanning,
  'absence.enter': awayOrPlanning,
  'absence.remove': awayOrPlanning,
  'absence.import': awayOrPlanning,
  'absence.subscribe': awayOrPlanning,
  'swap.ask': onRotas,
  'swap.accept': onRotas,
  'swap.decline': onRotas,
  'swap.withdraw': onRotas,
} as const satisfies Record<RotaCommand['do'], readonly Role[]>;
export const rotaQueryRoles = {
  'rota.schedule': anybody,
  'rota.preview': awayOrPlanning,
  'rota.plan': awayOrPlanning,
  'rota.changes': awayOrPlanning,
  'rota.mine': awayOrPlanning,
  'swap.candidates': onRotas,
  'swap.list': awayOrPlanning,
  'absence.list': awayOrPlanning,
  'absence.calendars': awayOrPlanning,
} as const satisfies Record<RotaQuery['ask'], readonly Role[]>;

export const isRotaCommand = (command: Command): command is RotaCommand =>
  isCommandOf('rota', command) || isCommandOf('absence', command) || isCommandOf('swap', command);
export const isRotaQuery = (query: Query): query is RotaQuery =>
  isQueryOf('rota', query) || isQueryOf('absence', query) || isQueryOf('swap', query);

export async function carryOutRota(
  parts: Parts,
  asker: Asker,
  command: RotaCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    case 'rota.change':
      return reply(await changeRota(parts, asker, command));
    case 'rota.undo':
      return reply(await undoChange(parts, asker, command));
    case 'absence.enter':
      return reply(await enterAbsence(parts, asker, command));
    case 'absence.remove':
      return reply(await removeAbsence(parts, asker.agentId, command));
    case 'absence.import':
      return reply(await importAbsences(parts, asker, command));
    case 'absence.subscribe':
      return reply(await followCalendar(parts, asker, command));
    case 'swap.ask':
      return reply(await askSwap(parts, asker, command));
    case 'swap.accept':
      return reply(await acceptSwap(parts, asker.agentId, command.swapId));
    case 'swap.decline':
      return reply(await declineSwap(parts, asker.agentId, command.swapId));
    case 'swap.withdraw':
      return reply(await withdrawSwap(parts, asker.agentId, command.swapId));
  }
}

export async function answerRota(
  parts: Parts,
  agentId: AgentId,
  query: RotaQuery,
): Promise<Result<unknown, Problem>> {
  const rota = 'rotaId' in query && query.rotaId !== null ? parts.rota.rota(query.rotaId) : null;
  if ('rotaId' in query && query.rotaId !== null && rota === null) return refuse(problem('unknownRota'));
  switch (query.ask) {
    case 'rota.schedule':
      return rota === null
        ? refuse(problem('unknownRota'))
        : reply(await schedule(parts, agentId, rota, query));
    case 'rota.preview':
      return rota === null
        ? refuse(problem('unknownRota'))
        : reply(await preview(parts, agentId, rota, query));
    case 'rota.plan':
      return rota === null
        ? refuse(problem('unknownRota'))
        : reply(await planRota(parts, agentId, rota, query));
    case 'rota.changes': {
      if (!areDays(query)) return refuse(problem('wrongTimes'));
      const changes = await parts.store.rotaChanges(query.rotaId, query.from, query.until);
      return ok(changes.map((change) => changeView(parts, change)).toReversed());
    }
    case 'rota.mine':
      return ok(await myShifts(parts, agentId));
    case 'swap.candidates':
      return rota === null
        ? refuse(problem('unknownRota'))
        : reply(swapCandidates(parts, agentId, rota, query));
    case 'absence.list':
      return reply(await absenceList(parts, agentId, query.agentId));
    case 'absence.calendars':
      return reply(await calendarList(parts, agentId, query.agentId));
    case 'swap.list':
      return ok(await swapList(parts, agentId, rota));
  }
}

const reply = (done: Result<unknown, ProblemWord>): Result<unknown, Problem> =>
  done.ok ? ok(done.value ?? null) : refuse(problem(done.refusal));
