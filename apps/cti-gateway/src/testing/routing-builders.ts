import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { CallerStanding } from '../domain/acd/caller-standing.ts';
import { unknownStanding } from '../domain/acd/caller-standing.ts';
import type { RoutableAgent } from '../domain/acd/idle-agents.ts';
import type { RoutingQueue, WaitingCaller } from '../domain/acd/routing-line.ts';
import type { SkillNeed } from '../domain/centre/queue.ts';

/** Callers, agents and queues for tests of routing, with what a test does not speak of left at nothing. */

type Levels = Readonly<Record<string, number>>;

export const agent = (
  name: string,
  idleSince: Instant,
  skills: Levels = {},
  free: RoutableAgent['free'] = 'now',
): RoutableAgent => ({
  agentId: asId(name),
  idleSince,
  skills: new Map(Object.entries(skills).map(([skill, level]) => [asId<'skill'>(skill), level])),
  free,
});

export const standing = (given: Partial<CallerStanding>): CallerStanding => ({
  ...unknownStanding,
  ...given,
});

export const caller = (
  name: string,
  queuedAt: Instant,
  { queueId = 'service', ...given }: Omit<Partial<WaitingCaller>, 'queueId'> & { queueId?: string } = {},
): WaitingCaller => ({
  callId: asId(name),
  queuedAt,
  queueId: asId(queueId),
  hotlineId: null,
  standing: unknownStanding,
  passedOver: [],
  ...given,
});

interface QueueGiven extends Partial<Pick<RoutingQueue, 'guaranteedWait' | 'preferredAgent'>> {
  readonly queueId?: string;
  readonly skills?: Levels;
  readonly preferredSkills?: readonly string[];
  readonly rings?: readonly { readonly after: number; readonly skills: Levels }[];
  readonly priority?: {
    readonly tiers?: Partial<Record<Tier, number>>;
    readonly hotlines?: Levels;
    readonly unknown?: number;
    readonly openComplaint?: number;
    readonly abandonedBefore?: number;
  };
}

export const queue = (given: QueueGiven = {}): RoutingQueue => ({
  queueId: asId(given.queueId ?? 'service'),
  skills: needs(given.skills ?? {}),
  preferredSkills: (given.preferredSkills ?? []).map((skill) => asId<'skill'>(skill)),
  rings: (given.rings ?? []).map(({ after, skills }) => ({ after, skills: needs(skills) })),
  priority: {
    tiers: { mvc: 0, mgc: 0, standard: 0, bz: 0, ...given.priority?.tiers },
    unknown: given.priority?.unknown ?? 0,
    openComplaint: given.priority?.openComplaint ?? 0,
    abandonedBefore: given.priority?.abandonedBefore ?? 0,
    hotlines: given.priority?.hotlines ?? {},
  },
  guaranteedWait: given.guaranteedWait ?? null,
  preferredAgent: given.preferredAgent ?? null,
});

const needs = (levels: Levels): readonly SkillNeed[] =>
  Object.entries(levels).map(([skill, level]) => ({ skillId: asId<'skill'>(skill), level }));
