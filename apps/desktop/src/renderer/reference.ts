import type { QueueId } from '@ringside/shared/model/ids';
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
};

/** The centre's names and lists; empty ones in the moment in which the desk is left. */
export const useReference = (): Reference => useDesk((s) => s.desk?.reference ?? none);

export function queueName(queueId: QueueId | null, reference: Reference, { language }: Words): string | null {
  if (queueId === null) return null;
  return nameOf(reference.queues, (item) => item.queueId === queueId, queueId, language);
}
