import type { CallOutcome, Feeling, OfferOutcome } from '@ringside/shared/model/call-outcome';
import type {
  CaseChannel,
  CaseType,
  Impact,
  Severity,
  TaskKind,
  TaskState,
  Urgency,
} from '@ringside/shared/model/case-stage';
import type { CompensationKind } from '@ringside/shared/model/compensation';
import type { Language } from '@ringside/shared/model/language';
import type { Title } from '@ringside/shared/model/person-name';
import type { PresenceState, SystemReason } from '@ringside/shared/model/presence';
import type { Tier } from '@ringside/shared/model/tier';
import type { CustomerFile, RiskFlag } from '@ringside/shared/protocol/customer';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

/*
 * One table for each union of the model: the compiler asks for a word when a member is added, and the extraction of
 * messages finds each id written out.
 */

export const presenceWords: Record<PresenceState, Message> = defineMessages({
  signedOut: { id: 'presence.signedOut' },
  notReady: { id: 'presence.notReady' },
  ready: { id: 'presence.ready' },
  reserved: { id: 'presence.reserved' },
  onCall: { id: 'presence.onCall' },
  wrapUp: { id: 'presence.wrapUp' },
});

export const systemReasonWords: Record<SystemReason, Message> = defineMessages({
  missed: { id: 'reason.missed' },
  declined: { id: 'reason.declined' },
  unreachable: { id: 'reason.unreachable' },
  connectionLost: { id: 'reason.connectionLost' },
  signedIn: { id: 'reason.signedIn' },
  resuming: { id: 'reason.resuming' },
  forcedBySupervisor: { id: 'reason.forcedBySupervisor' },
});

export const offerOutcomeWords: Record<OfferOutcome, Message> = defineMessages({
  accepted: { id: 'offerOutcome.accepted' },
  declined: { id: 'offerOutcome.declined' },
  notAnswered: { id: 'offerOutcome.notAnswered' },
  unreachable: { id: 'offerOutcome.unreachable' },
  callerGaveUp: { id: 'offerOutcome.callerGaveUp' },
  withdrawn: { id: 'offerOutcome.withdrawn' },
});

export const callOutcomeWords: Record<CallOutcome, Message> = defineMessages({
  handled: { id: 'callOutcome.handled' },
  abandoned: { id: 'callOutcome.abandoned' },
  refused: { id: 'callOutcome.refused' },
  noAnswer: { id: 'callOutcome.noAnswer' },
  failed: { id: 'callOutcome.failed' },
  closed: { id: 'callOutcome.closed' },
  leftMenu: { id: 'callOutcome.leftMenu' },
  overflowed: { id: 'callOutcome.overflowed' },
  tookCallback: { id: 'callOutcome.tookCallback' },
  leftMessage: { id: 'callOutcome.leftMessage' },
});

export const feelingWords: Record<Feeling, Message> = defineMessages({
  pleased: { id: 'feeling.pleased' },
  neutral: { id: 'feeling.neutral' },
  upset: { id: 'feeling.upset' },
  angry: { id: 'feeling.angry' },
});

export const tierWords: Record<Tier, Message> = defineMessages({
  mvc: { id: 'tier.mvc' },
  mgc: { id: 'tier.mgc' },
  standard: { id: 'tier.standard' },
  bz: { id: 'tier.bz' },
});

export const riskWords: Record<RiskFlag, Message> = defineMessages({
  openComplaint: { id: 'risk.openComplaint' },
  repeatCaller: { id: 'risk.repeatCaller' },
  promiseAtRisk: { id: 'risk.promiseAtRisk' },
  promiseBroken: { id: 'risk.promiseBroken' },
  disputedBill: { id: 'risk.disputedBill' },
  overduePayment: { id: 'risk.overduePayment' },
  vulnerable: { id: 'risk.vulnerable' },
  goneCold: { id: 'risk.goneCold' },
});

export const severityWords: Record<Severity, Message> = defineMessages({
  minor: { id: 'severity.minor' },
  moderate: { id: 'severity.moderate' },
  serious: { id: 'severity.serious' },
  safety: { id: 'severity.safety' },
});

export const impactWords: Record<Impact, Message> = defineMessages({
  one: { id: 'impact.one' },
  several: { id: 'impact.several' },
  many: { id: 'impact.many' },
});

export const urgencyWords: Record<Urgency, Message> = defineMessages({
  low: { id: 'urgency.low' },
  normal: { id: 'urgency.normal' },
  high: { id: 'urgency.high' },
});

export const caseChannelWords: Record<CaseChannel, Message> = defineMessages({
  call: { id: 'caseChannel.call' },
  email: { id: 'caseChannel.email' },
  web: { id: 'caseChannel.web' },
  letter: { id: 'caseChannel.letter' },
  visit: { id: 'caseChannel.visit' },
  chat: { id: 'caseChannel.chat' },
  social: { id: 'caseChannel.social' },
});

export const compensationKindWords: Record<CompensationKind, Message> = defineMessages({
  refund: { id: 'compensationKind.refund' },
  credit: { id: 'compensationKind.credit' },
  voucher: { id: 'compensationKind.voucher' },
  replacement: { id: 'compensationKind.replacement' },
  points: { id: 'compensationKind.points' },
  goodwill: { id: 'compensationKind.goodwill' },
  apologyLetter: { id: 'compensationKind.apologyLetter' },
});

export const caseTypeWords: Record<CaseType, Message> = defineMessages({
  complaint: { id: 'caseType.complaint' },
  billing: { id: 'caseType.billing' },
  repair: { id: 'caseType.repair' },
  request: { id: 'caseType.request' },
  compliment: { id: 'caseType.compliment' },
});

export const taskKindWords: Record<TaskKind, Message> = defineMessages({
  callBack: { id: 'taskKind.callBack' },
  send: { id: 'taskKind.send' },
  check: { id: 'taskKind.check' },
  visit: { id: 'taskKind.visit' },
  satisfactionCall: { id: 'taskKind.satisfactionCall' },
  other: { id: 'taskKind.other' },
});

export const taskStateWords: Record<TaskState, Message> = defineMessages({
  open: { id: 'taskState.open' },
  done: { id: 'taskState.done' },
  cancelled: { id: 'taskState.cancelled' },
});

export const languageWords: Record<Language, Message> = defineMessages({
  en: { id: 'language.en' },
  'zh-Hant': { id: 'language.zhHant' },
  'zh-Hans': { id: 'language.zhHans' },
});

export const titleWords: Record<Title, Message> = defineMessages({
  mr: { id: 'title.mr' },
  ms: { id: 'title.ms' },
  mrs: { id: 'title.mrs' },
  miss: { id: 'title.miss' },
  mx: { id: 'title.mx' },
  dr: { id: 'title.dr' },
  prof: { id: 'title.prof' },
});

export const numberLabelWords: Record<CustomerFile['numbers'][number]['label'], Message> = defineMessages({
  mobile: { id: 'numberLabel.mobile' },
  home: { id: 'numberLabel.home' },
  work: { id: 'numberLabel.work' },
  other: { id: 'numberLabel.other' },
});

/** The terms a case's priority is made of, as the gateway names them. */
const priorityTerms: Readonly<Record<string, Message>> = defineMessages({
  severity: { id: 'priority.severity' },
  repeat: { id: 'priority.repeat' },
  tier: { id: 'priority.tier' },
  impact: { id: 'priority.impact' },
  urgency: { id: 'priority.urgency' },
  age: { id: 'priority.age' },
  legal: { id: 'priority.legal' },
  clock: { id: 'priority.clock' },
  promise: { id: 'priority.promise' },
  reopened: { id: 'priority.reopened' },
  feeling: { id: 'priority.feeling' },
  ceiling: { id: 'priority.ceiling' },
});
export const priorityTermWord = (term: string): Message | null => priorityTerms[term] ?? null;
