import { seconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command } from '@ringside/shared/protocol/up';
import type { First } from '../domain/supervision/supervision.ts';
import { setAgentPresence, signOutAgent } from './act-on-agent.ts';
import { moveCall, prioritiseCall, sendCallTo } from './act-on-call.ts';
import type { Visit } from './desk-connection.ts';
import { problem } from './desk-problem.ts';
import { maySuperviseIn } from './desk-rights.ts';
import { readMessage, sendMessage } from './floor-messages.ts';
import type { Parts } from './parts.ts';
import { lowerHand, raiseHand, takeHand } from './raise-hand.ts';
import { leaveSupervision, setSupervisionMode, startSupervision, takeOverCall } from './supervise.ts';

export type FloorCommand = Extract<
  Command,
  { readonly do: `${'supervision' | 'floor' | 'message' | 'hand'}.${string}` }
>;

/** What people in charge do to calls and agents, and what an agent asks of them. */
export async function carryOutOnFloor(
  parts: Parts,
  { agent: { agent } }: Visit,
  commandId: string,
  command: FloorCommand,
): Promise<Result<unknown, Problem>> {
  const { agentId, roles } = agent;
  switch (command.do) {
    case 'supervision.start':
    case 'supervision.mode': {
      if (!maySuperviseIn(roles, command.mode)) return refuse(problem('notAllowed', 'mode'));
      const how = command.do === 'supervision.start' ? startSupervision : setSupervisionMode;
      return reply(await how(parts, { supervisorId: agentId, callId: command.callId }, command.mode));
    }
    case 'supervision.end':
      leaveSupervision(parts, agentId);
      return ok(null);
    case 'supervision.takeOver':
      return reply(await takeOverCall(parts, { supervisorId: agentId, callId: command.callId }));
    case 'floor.moveCall':
      return reply(await moveCall(parts, { by: agentId, callId: command.callId }, command.queueId));
    case 'floor.prioritise':
      return reply(await prioritiseCall(parts, { by: agentId, callId: command.callId }, command));
    case 'floor.sendTo': {
      const target = { agentId: command.agentId, within: seconds(command.withinSeconds) };
      return reply(await sendCallTo(parts, { by: agentId, callId: command.callId }, target));
    }
    case 'floor.setPresence':
      return reply(await setAgentPresence(parts, { by: agentId, agentId: command.agentId }, command.reason));
    case 'floor.signOutAgent':
      return reply(await signOutAgent(parts, { by: agentId, agentId: command.agentId }));
    case 'message.send':
      return reply(await sendMessage(parts, { agentId, commandId }, command));
    case 'message.read':
      return reply(await readMessage(parts, agentId, command.messageId));
    case 'hand.raise':
      return reply(raiseHand(parts, { agentId, callId: command.callId }, command.reason));
    case 'hand.lower':
      return reply(lowerHand(parts, { agentId, callId: command.callId }));
    case 'hand.take':
      return reply(takeHand(parts, { agentId, callId: command.callId }));
    default:
      return unreachable(command);
  }
}

type Refused = ProblemWord | First<'someoneWasFirst' | 'someoneSpeaks'>;

function reply(result: Result<unknown, Refused>): Result<unknown, Problem> {
  if (result.ok) return ok(result.value ?? null);
  return refuse(typeof result.refusal === 'string' ? problem(result.refusal) : { ...result.refusal });
}
