/** Complaint stages (ISO 10002:2018 clause 7) as far as a case can stand in them. */
export const caseStages = [
  'received',
  'acknowledged',
  'assessed',
  'investigated',
  'proposed',
  'communicated',
  'accepted',
  'disputed',
  'closed',
] as const;
export type CaseStage = (typeof caseStages)[number];

export const severities = ['minor', 'moderate', 'serious', 'safety'] as const;
export type Severity = (typeof severities)[number];

/** What kind of thing a customer reports. */
export const caseTypes = ['complaint', 'request', 'compliment'] as const;
export type CaseType = (typeof caseTypes)[number];

export const taskKinds = ['callBack', 'send', 'check', 'visit', 'satisfactionCall', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];
export const taskStates = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
