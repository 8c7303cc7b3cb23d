import type { QueueId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';
import { queue as queueSchema } from '../config/queue.ts';
import type { RoutingQueue } from '../domain/acd/routing-line.ts';
import type { Priority } from './call-log.ts';

/** A way to put callers in line. */
export interface Policy {
  readonly name: 'fcfs' | 'bank' | 'ringside';
  readonly title: string;
  readonly queueOf: (queueId: QueueId) => RoutingQueue;
}

/** How the log's priorities count here: high is most valuable, an identified caller is a regular customer. */
export const tierOf: Readonly<Record<Priority, Tier | null>> = { 0: null, 1: 'standard', 2: 'mvc' };

const noPoints = { mvc: 0, mgc: 0, standard: 0, bz: 0 };

const plain = (queueId: QueueId): RoutingQueue => ({
  queueId,
  skills: [{ skillId: asId<'skill'>(queueId), level: 1 }],
  preferredSkills: [],
  rings: [],
  priority: { tiers: noPoints, unknown: 0, openComplaint: 0, abandonedBefore: 0, hotlines: {} },
  guaranteedWait: null,
  preferredAgent: null,
});

/** What a queue has of which the configuration says nothing but its name. */
export function defaultRules(queueId: QueueId): RoutingQueue {
  const { priority, guaranteedWait } = queueSchema.parse({
    queueId,
    name: { en: queueId, 'zh-Hant': queueId, 'zh-Hans': queueId },
  });
  return { ...plain(queueId), priority, guaranteedWait };
}

/** One point counts like a minute, so that 90 seconds are a point and a half. */
const bank = (queueId: QueueId): RoutingQueue => ({
  ...plain(queueId),
  priority: { ...plain(queueId).priority, tiers: { ...noPoints, mvc: 1.5 } },
});

export const policies: readonly Policy[] = [
  { name: 'fcfs', title: 'first come first served', queueOf: plain },
  { name: 'bank', title: 'high priority advanced by 90 s', queueOf: bank },
  { name: 'ringside', title: 'Ringside’s default', queueOf: defaultRules },
];
