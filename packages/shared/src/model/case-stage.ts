/**
 * A stage of a case. Which there are is data (SPEC STAGE): each case type has a workflow in the centre. Complaints come
 * with the stages of ISO 10002:2018 clause 7, named here because reports speak of them.
 */
export type CaseStage = string;

export const isoStages = [
  'received',
  'acknowledged',
  'assessed',
  'investigated',
  'proposed',
  'communicated',
  'accepted',
  'disputed',
  'escalated',
  'checked',
  'closed',
  'learned',
] as const;

/** What a stage is for, whatever it is called: clocks, lists and reports go by it. */
export const stagePhases = [
  /** it has come in; nobody has looked into it */
  'intake',
  /** somebody works on it */
  'work',
  /** it waits for the customer's word or evidence: the operational clocks stand still */
  'waiting',
  /** the answer is out, the customer has it */
  'answered',
  /** the customer is asked whether it is solved */
  'check',
  /** it is closed: it leaves the work list, and may still be learned from or reopened */
  'closed',
] as const;
export type StagePhase = (typeof stagePhases)[number];

/** Who has the case in a stage. */
export const stageOwners = ['handler', 'supervisor', 'manager'] as const;
export type StageOwner = (typeof stageOwners)[number];

/** What must be true to enter or leave a stage; each is looked up in facts of the case (SPEC STAGE). */
export const stageConditions = [
  'ownerSet',
  'acknowledged',
  'assessed',
  'evidenceAttached',
  'causeNamed',
  'answerWritten',
  'answerTold',
  'customerAccepted',
  'customerDisputed',
  'checklistDone',
  'tasksFinished',
  'promisesKept',
  /** nothing waits for somebody's approval */
  'compensationDecided',
  /** what was granted has been carried out, too */
  'compensationSettled',
  'satisfactionAsked',
  'preventionDecided',
] as const;
export type StageCondition = (typeof stageConditions)[number];

/** What may be done to a case in a stage; the button and the guard read the same list. */
export const caseActs = [
  'edit',
  'assign',
  'note',
  'task',
  'promise',
  'letter',
  'attach',
  'compensate',
  'cause',
  'checkSatisfaction',
  'reopen',
] as const;
export type CaseAct = (typeof caseActs)[number];

export const severities = ['minor', 'moderate', 'serious', 'safety'] as const;
export type Severity = (typeof severities)[number];
/** How many are hit by it. */
export const impacts = ['one', 'several', 'many'] as const;
export type Impact = (typeof impacts)[number];
/** How soon it gets worse if nothing is done. */
export const urgencies = ['low', 'normal', 'high'] as const;
export type Urgency = (typeof urgencies)[number];

/** What kind of thing a customer reports. */
export const caseTypes = ['complaint', 'billing', 'repair', 'request', 'compliment'] as const;
export type CaseType = (typeof caseTypes)[number];

/** How the customer reached us. */
export const caseChannels = ['call', 'email', 'web', 'letter', 'visit', 'chat', 'social'] as const;
export type CaseChannel = (typeof caseChannels)[number];

/** Whom a note is for. A draft of one's own is a desk draft and never on the case. */
export const noteKinds = ['internal', 'customer'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const customerAnswers = ['accepted', 'disputed'] as const;
export type CustomerAnswer = (typeof customerAnswers)[number];

/** Silence is not satisfaction: not reached is an outcome of its own. */
export const satisfactions = ['satisfied', 'notSatisfied', 'notReached'] as const;
export type Satisfaction = (typeof satisfactions)[number];

export const taskKinds = ['callBack', 'send', 'check', 'visit', 'satisfactionCall', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];
export const taskStates = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
export const taskRepeats = ['daily', 'workdays', 'weekly', 'monthly'] as const;
export type TaskRepeat = (typeof taskRepeats)[number];
