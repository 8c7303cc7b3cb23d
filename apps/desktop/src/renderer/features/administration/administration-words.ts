import type { ApiScope } from '@ringside/shared/model/api-scope';
import type { Language } from '@ringside/shared/model/language';
import type { Role } from '@ringside/shared/model/role';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import type { AdminFault } from '@ringside/shared/protocol/administration';
import { defineMessages } from 'react-intl';
import type { Message, Text } from '../../i18n/text.ts';

export const languageWords: Record<Language, Message> = defineMessages({
  en: { id: 'admin.languageEn' },
  'zh-Hant': { id: 'admin.languageHant' },
  'zh-Hans': { id: 'admin.languageHans' },
});

export const roleWords: Record<Role, Message> = defineMessages({
  agent: { id: 'admin.roleAgent' },
  supervisor: { id: 'admin.roleSupervisor' },
  manager: { id: 'admin.roleManager' },
  admin: { id: 'admin.roleAdmin' },
});

export const scopeWords: Record<ApiScope, Message> = defineMessages({
  'cases:read': { id: 'admin.scopeRead' },
  'cases:write': { id: 'admin.scopeWrite' },
});

export const wrapUpModeNames: Record<WrapUpMode, Message> = defineMessages({
  none: { id: 'admin.wrapUpNone' },
  optional: { id: 'admin.wrapUpOptional' },
  timedOptional: { id: 'admin.wrapUpTimedOptional' },
  mandatory: { id: 'admin.wrapUpMandatory' },
  mandatoryTimed: { id: 'admin.wrapUpMandatoryTimed' },
});

export const overflowWords = defineMessages({
  waited: { id: 'admin.overflowWaited' },
  expectedWait: { id: 'admin.overflowExpected' },
  callersPerAgent: { id: 'admin.overflowPerAgent' },
  full: { id: 'admin.overflowFull' },
  closed: { id: 'admin.overflowClosed' },
  unstaffed: { id: 'admin.overflowUnstaffed' },
}) satisfies Record<string, Message>;

export const preferredWords = defineMessages({
  last: { id: 'admin.preferredLast' },
  owner: { id: 'admin.preferredOwner' },
  ownerThenLast: { id: 'admin.preferredOwnerThenLast' },
}) satisfies Record<string, Message>;

export const callbackFirstWords = defineMessages({
  agentFirst: { id: 'admin.callbackAgentFirst' },
  customerFirst: { id: 'admin.callbackCustomerFirst' },
}) satisfies Record<string, Message>;

export const answerWords = defineMessages({
  atOnce: { id: 'admin.answerAtOnce' },
  withAgent: { id: 'admin.answerWithAgent' },
}) satisfies Record<string, Message>;

export const destinationWords: Readonly<Record<string, Message>> = defineMessages({
  queue: { id: 'admin.toQueue' },
  voicemail: { id: 'admin.toVoicemail' },
  callback: { id: 'admin.toCallback' },
  goodbye: { id: 'admin.toGoodbye' },
  language: { id: 'admin.toLanguage' },
  keyIn: { id: 'admin.toKeyIn' },
});

export const keyInWords = defineMessages({
  customerNumber: { id: 'admin.keyInCustomer' },
  caseReference: { id: 'admin.keyInCase' },
}) satisfies Record<string, Message>;

export const weekdayWords = defineMessages({
  mon: { id: 'admin.mon' },
  tue: { id: 'admin.tue' },
  wed: { id: 'admin.wed' },
  thu: { id: 'admin.thu' },
  fri: { id: 'admin.fri' },
  sat: { id: 'admin.sat' },
  sun: { id: 'admin.sun' },
}) satisfies Record<string, Message>;

const faultWords: Readonly<Record<string, Message>> = defineMessages({
  needed: { id: 'form.needed' },
  text: { id: 'form.needed' },
  kind: { id: 'admin.faultKind' },
  choice: { id: 'admin.faultChoice' },
  range: { id: 'admin.faultRange' },
  id: { id: 'admin.faultId' },
  unknownName: { id: 'admin.faultUnknown' },
  twice: { id: 'admin.faultTwice' },
  numberTaken: { id: 'admin.faultNumberTaken' },
  interval: { id: 'admin.faultInterval' },
  timeOfDay: { id: 'admin.faultTimeOfDay' },
  overlap: { id: 'admin.faultOverlap' },
  date: { id: 'admin.faultDate' },
  key: { id: 'admin.faultKey' },
  header: { id: 'admin.faultHeader' },
  zone: { id: 'admin.faultZone' },
  region: { id: 'admin.faultRegion' },
  currency: { id: 'admin.faultCurrency' },
  share: { id: 'admin.faultShare' },
  noSound: { id: 'admin.faultSound' },
  unknownSetting: { id: 'admin.faultSetting' },
  tooFew: { id: 'admin.faultTooFew' },
  tooMany: { id: 'admin.faultTooMany' },
  userName: { id: 'admin.faultUserName' },
  passwordTooShort: { id: 'admin.faultPasswordShort' },
  passwordTooLong: { id: 'admin.faultPasswordLong' },
  passwordHasName: { id: 'admin.faultPasswordName' },
  yaml: { id: 'admin.faultYaml' },
  noClosedStage: { id: 'admin.faultNoClosedStage' },
  beginsClosed: { id: 'admin.faultBeginsClosed' },
  beginsWithConditions: { id: 'admin.faultBeginsWithConditions' },
  leadsToItself: { id: 'admin.faultLeadsToItself' },
  leadsOutOfClosed: { id: 'admin.faultLeadsOutOfClosed' },
  neverTogether: { id: 'admin.faultNeverTogether' },
  neverFollows: { id: 'admin.faultNeverFollows' },
  unreachable: { id: 'admin.faultUnreachable' },
  deadEnd: { id: 'admin.faultDeadEnd' },
  reopensClosed: { id: 'admin.faultReopensClosed' },
  reopensUndone: { id: 'admin.faultReopensUndone' },
  reopenedNowhere: { id: 'admin.faultReopenedNowhere' },
  neverAsked: { id: 'admin.faultNeverAsked' },
  windowBackwards: { id: 'admin.faultWindowBackwards' },
  typeMissing: { id: 'admin.faultTypeMissing' },
  statutoryByHours: { id: 'admin.faultStatutoryByHours' },
  warnsTooEarly: { id: 'admin.faultWarnsTooEarly' },
  nobodyIsTold: { id: 'admin.faultNobodyIsTold' },
  halfDays: { id: 'admin.faultHalfDays' },
  oneChange: { id: 'admin.faultOneChange' },
  limitsNothing: { id: 'admin.faultLimitsNothing' },
});

/** What a person reads at the field: the screen's own sentence, or the gateway's where it has said more than that. */
export function faultText(fault: AdminFault, t: Text): string {
  const word = fault.word === undefined ? undefined : faultWords[fault.word];
  if (word === undefined) return `${fault.why}. ${fault.remedy}`;
  const [least = '', most = ''] = fault.remedy.match(/\d+/g) ?? [];
  return t(word, { value: fault.value ?? '', least, most });
}

const problemWords: Readonly<Record<string, Message>> = defineMessages({
  notSignedIn: { id: 'problem.notSignedIn' },
  sessionEnded: { id: 'problem.sessionEnded' },
  notAllowed: { id: 'problem.notAllowed' },
  noConnection: { id: 'problem.noConnection' },
  tooManyAttempts: { id: 'problem.tooManyAttempts' },
  unknown: { id: 'admin.problemUnknown' },
  userNameTaken: { id: 'admin.problemUserNameTaken' },
  lastAdministrator: { id: 'admin.problemLastAdministrator' },
  faults: { id: 'admin.problemFaults' },
  badPromptId: { id: 'admin.problemPromptId' },
  fileTooLarge: { id: 'admin.problemFileTooLarge' },
  notWav: { id: 'admin.problemNotWav' },
  unknownEncoding: { id: 'admin.problemEncoding' },
  unknownRate: { id: 'admin.problemRate' },
  tooManyChannels: { id: 'admin.problemChannels' },
  empty: { id: 'admin.problemEmpty' },
  tooLong: { id: 'admin.problemTooLong' },
  noRoom: { id: 'admin.problemNoRoom' },
});
const internal = defineMessages({ internal: { id: 'problem.internal' } }).internal as Message;

export const problemMessage = (problem: string): Message => problemWords[problem] ?? internal;
