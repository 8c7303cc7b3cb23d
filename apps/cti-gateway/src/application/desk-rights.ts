import type { Role } from '@ringside/shared/model/role';
import { clockCommandRoles, clockQueryRoles } from './clocks/desk-clocks.ts';
import { caseCommandRoles } from './case/desk-case.ts';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { letterCommandRoles, letterQueryRoles } from './letters/desk-letter-commands.ts';
import { compensationCommandRoles, compensationQueryRoles } from './compensation/desk-compensation.ts';
import { taskCommandRoles, taskQueryRoles } from './tasks/desk-tasks.ts';
import { intakeCommandRoles, intakeQueryRoles } from './intake/desk-intake.ts';
import { workCommandRoles, workQueryRoles } from './work-list/desk-work.ts';
import { managerCommandRoles, managerQueryRoles } from './manager/desk-manager.ts';
import { rotaCommandRoles, rotaQueryRoles } from './rota/desk-rota.ts';
import { preventionCommandRoles, preventionQueryRoles } from './prevention/desk-prevention.ts';

/** DUTY-7: managers take the calls of their rota at a desk like anybody on the phone */
const onThePhone: readonly Role[] = ['agent', 'supervisor', 'manager'];
const onQueues: readonly Role[] = ['agent', 'supervisor'];
const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];
const anybody: readonly Role[] = ['agent', 'supervisor', 'manager', 'admin'];

const supervising: readonly Role[] = ['supervisor'];
const inChargeOfTheFloor: readonly Role[] = ['supervisor', 'manager'];
const inChargeOfOthers: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** AUTH-6, the table: which role a command needs. Whose call, case or task it is, the use case looks at. */
const commandRoles: Readonly<Record<Command['do'], readonly Role[]>> = {
  ...preventionCommandRoles,
  ...managerCommandRoles,
  ...rotaCommandRoles,
  ...clockCommandRoles,
  ...caseCommandRoles,
  'presence.ready': onThePhone,
  'presence.notReady': onThePhone,
  'presence.next': onThePhone,
  'presence.asleep': onThePhone,
  'presence.awake': onThePhone,
  'presence.signOut': anybody,
  'offer.accept': onThePhone,
  'offer.decline': onThePhone,
  'call.hold': onThePhone,
  'call.retrieve': onThePhone,
  'call.digits': onThePhone,
  'call.end': onThePhone,
  'call.repairAudio': onThePhone,
  'call.dial': onThePhone,
  'callback.plan': onThePhone,
  'call.identify': onThePhone,
  'wrapUp.dispose': onThePhone,
  'wrapUp.extend': onThePhone,
  'wrapUp.done': onThePhone,
  'customer.create': withCustomers,
  'customer.change': withCustomers,
  'case.open': withCustomers,
  ...compensationCommandRoles,
  ...intakeCommandRoles,
  ...workCommandRoles,
  'promise.kept': withCustomers,
  ...taskCommandRoles,
  'draft.keep': anybody,
  'board.watch': inChargeOfOthers,
  'board.unwatch': inChargeOfOthers,
  'setting.keep': anybody,
  // which way is looked at by `maySuperviseIn`
  'supervision.start': inChargeOfTheFloor,
  'supervision.mode': inChargeOfTheFloor,
  'supervision.end': inChargeOfTheFloor,
  'supervision.takeOver': supervising,
  'floor.moveCall': supervising,
  'floor.prioritise': supervising,
  'floor.sendTo': supervising,
  'floor.setPresence': supervising,
  'floor.signOutAgent': supervising,
  'message.send': inChargeOfTheFloor,
  'message.read': anybody,
  'hand.raise': onQueues,
  'hand.lower': withCustomers,
  'hand.take': inChargeOfTheFloor,
  ...letterCommandRoles,
  'demo.call': anybody,
};

/** SUP-3: listening, whispering and barging in are rights of their own. A manager listens. */
const supervisionRoles: Readonly<Record<SupervisionMode, readonly Role[]>> = {
  listen: inChargeOfTheFloor,
  whisper: supervising,
  barge: supervising,
};

export const maySuperviseIn = (roles: readonly Role[], mode: SupervisionMode): boolean =>
  supervisionRoles[mode].some((role) => roles.includes(role));

const queryRoles: Readonly<Record<Query['ask'], readonly Role[]>> = {
  ...preventionQueryRoles,
  ...managerQueryRoles,
  ...rotaQueryRoles,
  ...clockQueryRoles,
  'customer.file': withCustomers,
  'customer.timeline': withCustomers,
  'customer.search': withCustomers,
  'case.file': withCustomers,
  'case.people': withCustomers,
  ...compensationQueryRoles,
  ...intakeQueryRoles,
  ...taskQueryRoles,
  ...workQueryRoles,
  'call.list': onThePhone,
  'presence.today': onThePhone,
  'call.explain': withCustomers,
  'station.credentials': onThePhone,
  'setting.read': anybody,
  'report.queues': inChargeOfOthers,
  // agents are told of themselves alone (REP-4)
  'report.agents': anybody,
  'report.calls': anybody,
  ...letterQueryRoles,
};

export const mayDo = (roles: readonly Role[], what: Command['do']): boolean =>
  commandRoles[what].some((role) => roles.includes(role));

export const mayAsk = (roles: readonly Role[], query: Query): boolean =>
  queryRoles[query.ask].some((role) => roles.includes(role));
