import type { CalendarId, HotlineId, QueueId, RotaId, SkillId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { LocalText } from '@ringside/shared/model/language';
import type { ServiceLevelFormula } from '@ringside/shared/model/service-level';
import type { Tier } from '@ringside/shared/model/tier';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';

/** Where callers wait, and by which rules they are served. */
export interface Queue {
  readonly queueId: QueueId;
  readonly name: LocalText;
  /** an agent needs all of them */
  readonly skills: readonly SkillNeed[];
  /** of those who fit, who has more of these comes first, and of equals who waited longest; never a condition */
  readonly preferredSkills: readonly SkillId[];
  /** how the needed skills relax as a caller waits; in order of `after` */
  readonly rings: readonly Ring[];
  readonly priority: PriorityPoints;
  /** nobody waits longer while somebody who fits is ready, whatever the points of others; null: no such promise */
  readonly guaranteedWait: Milliseconds | null;
  readonly preferredAgent: PreferredAgentRule | null;
  /** looked at in this order; the first that holds sends the caller on */
  readonly overflow: readonly OverflowRule[];
  readonly waiting: WaitingTreatment;
  readonly callback: CallbackRule | null;
  readonly voicemail: VoicemailRule | null;
  /** null: the hours of the hotline alone count */
  readonly calendarId: CalendarId | null;
  /** whose people on duty serve it, in the rota's order and by its times; null: agents, by skill and idle time */
  readonly rotaId: RotaId | null;
  /** how long one agent is rung before the call goes elsewhere */
  readonly offerFor: Milliseconds;
  readonly wrapUpMode: WrapUpMode;
  /** 0 only where the mode has no time; the agent can extend it unless the mode has a limit */
  readonly wrapUpFor: Milliseconds;
  /** callers beyond this are sent where the overflow rule `full` says, or hear busy (486) */
  readonly capacity: number;
  /** whether a disposition must be chosen before wrap-up is done */
  readonly dispositionNeeded: boolean;
  readonly serviceLevel: ServiceLevelRule;
}

export interface SkillNeed {
  readonly skillId: SkillId;
  /** least proficiency, 1 to 5 */
  readonly level: number;
}

/** From `after` of waiting on, the needed skills are these (a wider ring of agents), and the rings before no longer count. */
export interface Ring {
  readonly after: Milliseconds;
  readonly skills: readonly SkillNeed[];
}

/** Points a caller gets; one point counts like `millisecondsPerPoint` (60 s) of waiting. May be negative only for tiers. */
export interface PriorityPoints {
  readonly tiers: Readonly<Record<Tier, number>>;
  /** callers whom nobody knows: they can't be judged, and give up sooner than customers do */
  readonly unknown: number;
  readonly openComplaint: number;
  /** for each attempt given up in the last hour, at most three count */
  readonly abandonedBefore: number;
  /** by the line that was dialled, e.g. a complaints line */
  readonly hotlines: Readonly<Record<HotlineId, number>>;
}

export interface PreferredAgentRule {
  readonly who: 'last' | 'owner' | 'ownerThenLast';
  /** how long a caller waits for them while they are ready or about to be; 0: only if ready at once */
  readonly waitFor: Milliseconds;
}

/** `over`: milliseconds of wait or expected wait, or callers per ready agent; not used by full, closed, unstaffed. */
export interface OverflowRule {
  readonly when: 'waited' | 'expectedWait' | 'callersPerAgent' | 'full' | 'closed' | 'unstaffed';
  readonly over: number;
  readonly to: Destination;
}

/** Where a caller is sent who can't stay. */
export type Destination =
  | { readonly to: 'queue'; readonly queueId: QueueId }
  | { readonly to: 'voicemail' }
  | { readonly to: 'callback' }
  /** says `prompt` (a sound), then ends the call; null says nothing */
  | { readonly to: 'goodbye'; readonly prompt: string | null };

export interface WaitingTreatment {
  /** between two announcements; null: none */
  readonly announceEvery: Milliseconds | null;
  /** a sound at each interval, e.g. "please-hold"; languages are added by the caller's language; null: none */
  readonly comfort: string | null;
  readonly position: boolean;
  readonly expectedWait: boolean;
}

export interface CallbackRule {
  /** offered when the expected wait is over this; 0: to everybody */
  readonly offerOver: Milliseconds;
  /** 'agentFirst': the agent sees the pop, then we dial; 'customerFirst': we dial when it is nearly their turn */
  readonly first: 'agentFirst' | 'customerFirst';
  readonly attempts: number;
  readonly retryAfter: Milliseconds;
}

export interface VoicemailRule {
  readonly longest: Milliseconds;
  /** who must listen: the follow-up task belongs to one of them in turn, or to supervisors when there is none */
  readonly dueWithin: Milliseconds;
}

export interface ServiceLevelRule {
  readonly formula: ServiceLevelFormula;
  /** T of metrics.md */
  readonly within: Milliseconds;
  /** S of metrics.md: shorter abandons don't count where the formula says so */
  readonly shortAbandon: Milliseconds;
  /** wanted share, 0 to 1; the board turns amber below it and red below `red` */
  readonly target: number;
  readonly red: number;
}
