/** Branded ids: a CallId can't be handed in where a CaseId is meant. All are opaque strings of at most 64 characters. */
declare const brand: unique symbol;
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** One contact by telephone, from arrival to wrap-up. Also the id of its bridge. */
export type CallId = Id<'call'>;
/** One party's connection to a call (a trunk leg or an agent's leg). */
export type LegId = Id<'leg'>;
/** One attempt to give a call to one agent. */
export type OfferId = Id<'offer'>;
/** A person who signs in, whatever their roles. */
export type AgentId = Id<'agent'>;
/** One desktop (or desk phone) an agent is signed in at; also the SIP user name it registers with. */
export type StationId = Id<'station'>;
export type QueueId = Id<'queue'>;
export type HotlineId = Id<'hotline'>;
export type SkillId = Id<'skill'>;
/** Opening hours. */
export type CalendarId = Id<'calendar'>;
/** Customer service, sales, support … */
export type JobFamilyId = Id<'jobFamily'>;
/** What a caller said to the voicemail, kept as a sound file. */
export type RecordingId = Id<'recording'>;
/** One message from somebody in charge to people on the floor. */
export type MessageId = Id<'message'>;
export type TrunkId = Id<'trunk'>;
export type CustomerId = Id<'customer'>;
export type CaseId = Id<'case'>;
export type TaskId = Id<'task'>;
export type PromiseId = Id<'promise'>;
/** One entry of a case's history. */
export type CaseEntryId = Id<'caseEntry'>;
export type CompensationId = Id<'compensation'>;
/** One asking whether a customer is satisfied, with all its attempts. */
export type CheckId = Id<'check'>;
/** A measure against a cause. */
export type PreventionId = Id<'prevention'>;
export type LetterId = Id<'letter'>;
export type AttachmentId = Id<'attachment'>;
/** An e-mail to a colleague. */
export type NoticeId = Id<'notice'>;
/** What went wrong, apart from what the customer complains about; an item of the centre. */
export type CauseId = Id<'cause'>;
/** What a customer was sold as service: deadlines go by it. */
export type ContractId = Id<'contract'>;
/** A shop, workshop or office that is party to a case. */
export type ServicePointId = Id<'servicePoint'>;
/** Who takes turns to be reached, for what: an item of the centre. */
export type RotaId = Id<'rota'>;
/** Somebody is on, or nobody, instead of whose turn it is. */
export type RotaChangeId = Id<'rotaChange'>;
export type AbsenceId = Id<'absence'>;
/** One asking for somebody to take a shift. */
export type SwapId = Id<'swap'>;
/** One asking for a manager: by a caller, an agent or a complaint. */
export type ManagerRequestId = Id<'managerRequest'>;
/** What another system signs in with. */
export type ApiTokenId = Id<'apiToken'>;
/** A command from a desk: the same id sent twice is carried out once. */
export type CommandId = Id<'command'>;

/** Names a string as an id where it enters: at the id source, a parsed message or a database row. */
export const asId = <Kind extends string>(value: string): Id<Kind> => value as Id<Kind>;
