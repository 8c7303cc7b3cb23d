import type { QueueId, RotaId } from '@ringside/shared/model/ids';
import type { CaseView } from '@ringside/shared/protocol/case';
import type { Reference } from '@ringside/shared/protocol/reference';
import { useDesk } from './desk.ts';
import type { Words } from './wording/words.ts';
import { nameOf } from './wording/words.ts';

const none: Reference = {
  centreName: { en: '', 'zh-Hant': '', 'zh-Hans': '' },
  region: 'TW',
  timeZone: 'UTC',
  currency: 'TWD',
  queues: [],
  skills: [],
  hotlines: [],
  notReadyReasons: [],
  presence: { warnBeforeMs: 0, missesAllowed: 1 },
  dispositions: [],
  categories: [],
  workflows: [],
  playbooks: [],
  causes: [],
  contracts: [],
  servicePoints: [],
  templates: [],
  families: [],
};

/** The centre's names and lists; empty ones in the moment in which the desk is left. */
export const useReference = (): Reference => useDesk((s) => s.desk?.reference ?? none);

export function queueName(queueId: QueueId | null, reference: Reference, { language }: Words): string | null {
  if (queueId === null) return null;
  return nameOf(reference.queues, (item) => item.queueId === queueId, queueId, language);
}

/** DUTY-1: the rota whose people answer a queue; null: its agents do. */
export const rotaOf = (queueId: QueueId, { queues }: Reference): RotaId | null =>
  queues.find((queue) => queue.queueId === queueId)?.rotaId ?? null;

/** What the centre calls a stage; one that its workflow no longer has stands for itself. */
export function stageName(
  { type, stage }: Pick<CaseView, 'type' | 'stage'>,
  { workflows }: Reference,
  { language }: Words,
): string {
  const stages = workflows.find((flow) => flow.type === type)?.stages ?? [];
  return nameOf(stages, (item) => item.stage === stage, stage, language);
}
