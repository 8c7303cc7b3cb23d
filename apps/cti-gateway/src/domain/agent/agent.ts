import type { AgentId, JobFamilyId, SkillId, StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { Presence, PresenceState } from '@ringside/shared/model/presence';
import type { Role } from '@ringside/shared/model/role';

/** A person who may sign in. */
export interface Agent {
  readonly agentId: AgentId;
  readonly userName: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly skills: readonly AgentSkill[];
  /** null: of none */
  readonly familyId: JobFamilyId | null;
  readonly active: boolean;
}

/** Who takes the calls of queues; managers get those of their rota alone (DUTY-7). */
export const servesQueues = ({ roles }: Agent): boolean =>
  roles.includes('agent') || roles.includes('supervisor');

/** What somebody can do, and how well: 1 to 5. */
export interface AgentSkill {
  readonly skillId: SkillId;
  readonly level: number;
}

/** What the gateway remembers of an agent's presence through a restart. */
export interface StoredPresence {
  readonly agentId: AgentId;
  readonly presence: Presence;
}

/** How long an agent stood in one state, and with Not ready for one reason (SPEC PRES-9). */
export interface PresenceStretch {
  readonly agentId: AgentId;
  readonly since: Instant;
  readonly state: Exclude<PresenceState, 'signedOut'>;
  /** of Not ready; null in every other state */
  readonly reason: string | null;
  /** null: it goes on */
  readonly until: Instant | null;
}

/** A station's right to register: short-lived, bound to one agent. Only digests of the secret are kept. */
export interface StationGrant {
  readonly stationId: StationId;
  readonly agentId: AgentId;
  readonly media: 'webrtc' | 'rtp';
  /** HA1 per RFC 8760 / RFC 2617: H(username ":" realm ":" secret), lower-case hex */
  readonly ha1Sha256: string;
  readonly ha1Md5: string;
  readonly expiresAt: Instant;
}

/** A signed-in session. The token itself is never kept, only its SHA-256. */
export interface Session {
  readonly tokenSha256: string;
  readonly agentId: AgentId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}
