import type { ApiScope } from '@ringside/shared/model/api-scope';
import type { AgentId, ApiTokenId, JobFamilyId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { Result } from '@ringside/shared/model/result';
import type { Role } from '@ringside/shared/model/role';
import type { AgentSkill } from '../domain/agent/agent.ts';
import type { Holiday, HolidayFault } from '../domain/calendar/icalendar.ts';
import type { OpenState } from '../domain/calendar/opening.ts';
import type { CentreDocument, CentreSection } from '../domain/centre/centre-document.ts';
import type { RevisionOrigin } from '../domain/centre/centre-revision.ts';
import type { Difference } from '../domain/centre/document-diff.ts';
import type { CentreFault } from './centre-reader.ts';
import type { Prompt, PromptRefusal } from './prompts.ts';

/**
 * What administrators ask of the gateway (driving port; SPEC ADMIN). Requests were parsed by the adapter as far as their
 * shape goes; documents are read by the configuration's own rules.
 */
export interface Administration {
  /** Whose token this is. Each thing asked for then looks at their roles as they are at that moment. */
  enter(token: string): Promise<Result<Administrator, AdminRefusal>>;
}

export interface Administrator {
  readonly agentId: AgentId;
  centre(): Asked<CentreState>;
  changeCentre(edit: CentreEdit, terms: EditTerms): Asked<CentreChanged>;
  importHolidays(calendarId: string, icalendar: string, terms: EditTerms): Asked<HolidaysImported>;
  exportCentre(): Asked<string>;
  /** Whether a calendar, as it is being edited, is open at an instant. */
  opening(calendar: unknown, at: Instant | null): Asked<OpenState>;
  revisions(
    before: number | null,
  ): Asked<{ readonly revisions: readonly RevisionTold[]; readonly more: boolean }>;
  revision(revision: number): Asked<RevisionTold & { readonly document: CentreDocument }>;
  users(): Asked<readonly UserTold[]>;
  user(agentId: AgentId): Asked<UserTold>;
  createUser(user: NewUser): Asked<UserTold & OneTimePassword>;
  /** `ifVersion`: the version that was seen; null changes whatever is there. */
  changeUser(agentId: AgentId, user: UserEntry, ifVersion: string | null): Asked<UserTold>;
  setPassword(agentId: AgentId, password: string | null): Asked<OneTimePassword>;
  userHistory(agentId: AgentId): Asked<readonly UserChange[]>;
  apiTokens(): Asked<readonly ApiTokenTold[]>;
  makeApiToken(token: NewApiToken): Asked<ApiTokenTold & { readonly token: string }>;
  revokeApiToken(tokenId: ApiTokenId): Asked<null>;
  prompts(): Asked<readonly Prompt[]>;
  prompt(promptId: string): Asked<Uint8Array>;
  savePrompt(promptId: string, wav: Uint8Array, about: PromptEntry): Asked<Prompt>;
  removePrompt(promptId: string): Asked<null>;
}

export interface NewApiToken {
  /** what the system is called */
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** null: it does not end by itself */
  readonly expiresInDays: number | null;
}

export interface ApiTokenTold {
  readonly tokenId: ApiTokenId;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly revokedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

export type Asked<Value> = Promise<Result<Value, AdminRefusal>>;

export type AdminRefusal =
  | { readonly problem: AdminProblem | PromptRefusal }
  | { readonly problem: 'faults'; readonly faults: readonly CentreFault[] }
  | { readonly problem: 'changedMeanwhile'; readonly by: ChangedBy }
  | { readonly problem: 'inUse'; readonly usedBy: readonly PlaceInUse[] };

export type AdminProblem =
  | 'notSignedIn'
  | 'sessionEnded'
  | 'notAllowed'
  /** there is no such item, revision, person or recording */
  | 'unknown'
  | 'userNameTaken'
  | 'lastAdministrator'
  | 'internal';

/** Who changed it in between; null: the operator's configuration file or command. */
export interface ChangedBy {
  readonly name: string | null;
  readonly at: Instant | null;
}

export interface PlaceInUse {
  readonly section: CentreSection;
  readonly id: string;
}

/** What is to become of the document. */
export type CentreEdit =
  | { readonly edit: 'document'; readonly document: unknown }
  | { readonly edit: 'import'; readonly yaml: string }
  | { readonly edit: 'general'; readonly settings: CentreDocument }
  | { readonly edit: 'section'; readonly section: CentreSection; readonly items: unknown }
  | { readonly edit: 'item'; readonly section: CentreSection; readonly id: string; readonly item: unknown }
  | { readonly edit: 'remove'; readonly section: CentreSection; readonly id: string }
  | { readonly edit: 'undo'; readonly revision: number }
  | {
      readonly edit: 'emergency';
      readonly hotlineId: string;
      /** null: open again */
      readonly emergency: { readonly reason: string; readonly prompt: string | null } | null;
    };

export interface EditTerms {
  /** the revision that was seen; null changes whatever is there */
  readonly ifRevision: number | null;
  readonly comment: string;
  /** says what would change and changes nothing */
  readonly dryRun: boolean;
}

export interface CentreState {
  readonly revision: number;
  readonly document: CentreDocument;
}

export interface CentreChanged extends CentreState {
  readonly differences: readonly Difference[];
}

export interface HolidaysImported extends CentreChanged {
  readonly holidays: readonly Holiday[];
  readonly faults: readonly HolidayFault[];
}

export interface RevisionTold {
  readonly revision: number;
  readonly at: Instant;
  /** null: the configuration file or a command of the operator's */
  readonly who: string | null;
  readonly origin: RevisionOrigin;
  readonly comment: string;
  /** to the revision before */
  readonly differences: readonly Difference[];
}

/** What an administrator says about somebody. */
export interface UserEntry {
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly skills: readonly AgentSkill[];
  readonly familyId: JobFamilyId | null;
  readonly active: boolean;
}

export interface NewUser extends UserEntry {
  readonly userName: string;
  /** null: one is made up and shown once */
  readonly password: string | null;
}

export interface UserTold extends UserEntry {
  readonly agentId: AgentId;
  readonly userName: string;
  /** changes whenever the person does */
  readonly version: string;
  readonly signedIn: boolean;
}

/** null: the administrator chose it themselves. */
export interface OneTimePassword {
  readonly password: string | null;
}

export interface UserChange {
  readonly at: Instant;
  readonly who: string | null;
  readonly did: string;
  readonly differences: readonly Difference[];
  /** what stood before; null where it was not a change of particulars */
  readonly before: UserEntry | null;
}

export interface PromptEntry {
  readonly name: Readonly<Record<Language, string>> | null;
  readonly language: Language | null;
}
