import type { JobFamilyId, SkillId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Language, LocalText } from '@ringside/shared/model/language';
import type { Role } from '@ringside/shared/model/role';
import type { Calendar } from './calendar.ts';
import type { Complaints } from './complaints.ts';
import type { Rota } from '../rota/rota.ts';
import type { Hotline } from './hotline.ts';
import type { Queue, SkillNeed } from './queue.ts';

/**
 * The contact centre as its operator set it up: lines, queues and lists to choose from. First read from the
 * configuration, then kept in revisions that administrators make (SPEC ADMIN).
 */
export interface Centre extends Complaints {
  readonly name: LocalText;
  /** ISO 3166 region that local numbers are read in, e.g. "TW" */
  readonly region: string;
  /** IANA zone, e.g. "Asia/Taipei" */
  readonly timeZone: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly skills: readonly Skill[];
  readonly jobFamilies: readonly JobFamily[];
  readonly calendars: readonly Calendar[];
  readonly hotlines: readonly Hotline[];
  readonly queues: readonly Queue[];
  readonly notReadyReasons: readonly NotReadyReason[];
  readonly dispositions: readonly Disposition[];
  readonly categories: readonly Category[];
  readonly prompts: readonly Prompt[];
  readonly rotas: readonly Rota[];
  readonly presence: PresenceRules;
  readonly supervision: SupervisionRules;
}

export interface Skill {
  readonly skillId: SkillId;
  readonly name: LocalText;
}

/** Customer service, sales, support: a profile that new people start from, and by which scorecards are grouped (P1). */
export interface JobFamily {
  readonly familyId: JobFamilyId;
  readonly name: LocalText;
  readonly roles: readonly Role[];
  readonly skills: readonly SkillNeed[];
}

export interface NotReadyReason {
  readonly reason: string;
  readonly name: LocalText;
  /** how long it should last; the agent is warned before and supervisors see it after; null: as long as it takes */
  readonly limit: Milliseconds | null;
}

export interface Disposition {
  readonly disposition: string;
  readonly name: LocalText;
  /** suggests "resolved" */
  readonly resolves: boolean;
}

export interface Category {
  readonly category: string;
  readonly parent: string | null;
  readonly name: LocalText;
  readonly sayFirst: LocalText | null;
  /** what is reported under it may hurt somebody (CASE-29) */
  readonly safety: boolean;
}

/** An own recording, uploaded by an administrator; its sound stem is `promptId`. */
export interface Prompt {
  readonly promptId: string;
  readonly name: LocalText;
  readonly language: Language;
  readonly length: Milliseconds;
}

export interface PresenceRules {
  /** offers not answered in a row before the agent is set Not ready; declined and unreachable count at once */
  readonly missesAllowed: number;
  /** how long before a reason's limit the agent is warned */
  readonly warnBefore: Milliseconds;
}

export interface SupervisionRules {
  /** whether the agent hears and sees that somebody listens */
  readonly announced: boolean;
}
