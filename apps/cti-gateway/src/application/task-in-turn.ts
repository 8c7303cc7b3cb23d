import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { Language, LocalText } from '@ringside/shared/model/language';
import { hasAll } from '../domain/acd/idle-agents.ts';
import { newTask } from '../domain/task/new-task.ts';
import type { Task } from '../domain/task/task.ts';
import { rotaOfQueue } from './duty/duty-queue.ts';
import { whoCallsBack } from './duty/who-calls-back.ts';
import type { FloorAgent } from './floor.ts';
import type { Parts } from './parts.ts';

/**
 * VM-3: whose follow-up comes next: an agent of the queue, in turn, those at work before those who are not; supervisors in
 * turn where the queue has nobody; anybody where there is no supervisor; of a queue with a rota whoever is on duty.
 * null: nobody works here.
 */
export async function ownerInTurn(parts: Parts, queueId: QueueId): Promise<FloorAgent | null> {
  const { floor, centre, store, clock } = parts;
  const rotaId = rotaOfQueue(parts, queueId);
  const onDuty = rotaId === null ? null : whoCallsBack(parts, rotaId, clock.now());
  if (onDuty !== null) return floor.agents.get(onDuty.ownerId) ?? null;
  const needed = centre.queues.find((queue) => queue.queueId === queueId)?.skills ?? [];
  const active = [...floor.agents.values()]
    .filter(({ agent }) => agent.active)
    .sort((a, b) => (a.agent.agentId < b.agent.agentId ? -1 : 1));
  const ofQueue = active.filter(
    ({ agent, skills }) => agent.roles.includes('agent') && hasAll(skills, needed),
  );
  const atWork = ofQueue.filter(({ presence }) => presence.state !== 'signedOut');
  const supervisors = active.filter(({ agent }) => agent.roles.includes('supervisor'));
  const candidates = [atWork, ofQueue, supervisors, active].find(({ length }) => length > 0);
  if (candidates === undefined) return null;
  const turn = await store.nextNumber(`turn ${queueId}`, 0);
  return candidates[turn % candidates.length] ?? null;
}

/** What a follow-up is called, in its owner's language; afterwards it is theirs to change. */
export const followUpTitles = {
  voicemail: {
    en: 'Listen to the message and call back',
    'zh-Hant': '聽取語音留言並回電',
    'zh-Hans': '听取语音留言并回电',
  },
  callback: {
    en: 'Call back: could not be reached',
    'zh-Hant': '回電：多次未接通',
    'zh-Hans': '回电：多次未接通',
  },
  ownCallback: {
    en: 'Call back: you were not free at the time agreed',
    'zh-Hant': '回電：約定時間內您未能撥打',
    'zh-Hans': '回电：约定时间内您未能拨打',
  },
  manager: {
    en: 'Call back: wants a manager, and was promised your call',
    'zh-Hant': '回電：客戶要求與主管通話，已承諾回電',
    'zh-Hans': '回电：客户要求与经理通话，已承诺回电',
  },
  wantsManager: {
    en: 'Call back: wants a manager',
    'zh-Hant': '回電：客戶要求與主管通話',
    'zh-Hans': '回电：客户要求与经理通话',
  },
  managerMissed: {
    en: 'Call back: wanted a manager, and left before anybody could take the call',
    'zh-Hant': '回電：客戶要求與主管通話，接通前已掛斷',
    'zh-Hans': '回电：客户要求与经理通话，接通前已挂断',
  },
} as const satisfies Record<string, LocalText>;

export type FollowUp = keyof typeof followUpTitles;

export function followUpTask(
  what: FollowUp,
  owner: { readonly agentId: AgentId; readonly language: Language },
  facts: Pick<Task, 'taskId' | 'note' | 'dueAt' | 'customerId' | 'callId' | 'number' | 'createdAt'>,
): Task {
  return newTask({
    ...facts,
    kind: 'callBack',
    title: followUpTitles[what][owner.language],
    ownerId: owner.agentId,
    caseId: null,
    madeBy: null,
  });
}
