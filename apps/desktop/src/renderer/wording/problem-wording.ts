import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

/** What a person reads when the gateway did not do what they asked: what happened, why it matters, what to do. */
export const problemWords: Record<ProblemWord, Message> = defineMessages({
  badMessage: { id: 'problem.badMessage' },
  protocolMismatch: { id: 'problem.protocolMismatch' },
  notSignedIn: { id: 'problem.notSignedIn' },
  sessionEnded: { id: 'problem.sessionEnded' },
  takenOver: { id: 'problem.takenOver' },
  notAllowed: { id: 'problem.notAllowed' },
  tooManyAttempts: { id: 'problem.tooManyAttempts' },
  wrongNameOrPassword: { id: 'problem.wrongNameOrPassword' },
  offerIsGone: { id: 'problem.offerIsGone' },
  callIsGone: { id: 'problem.callIsGone' },
  notYourCall: { id: 'problem.notYourCall' },
  notPossibleNow: { id: 'problem.notPossibleNow' },
  noStation: { id: 'problem.noStation' },
  unknownAgent: { id: 'problem.unknownAgent' },
  unknownCall: { id: 'problem.unknownCall' },
  unknownCustomer: { id: 'problem.unknownCustomer' },
  unknownCase: { id: 'problem.unknownCase' },
  unknownTask: { id: 'problem.unknownTask' },
  unknownRecording: { id: 'problem.unknownRecording' },
  unknownReason: { id: 'problem.unknownReason' },
  unknownDisposition: { id: 'problem.unknownDisposition' },
  unknownCategory: { id: 'problem.unknownCategory' },
  wrongNumber: { id: 'problem.wrongNumber' },
  numberNotAllowed: { id: 'problem.numberNotAllowed' },
  noTrunk: { id: 'problem.noTrunk' },
  numberTaken: { id: 'problem.numberTaken' },
  changedMeanwhile: { id: 'problem.changedMeanwhile' },
  dispositionMissing: { id: 'problem.dispositionMissing' },
  demoOnly: { id: 'problem.demoOnly' },
  draining: { id: 'problem.draining' },
  internal: { id: 'problem.internal' },
  noConnection: { id: 'problem.noConnection' },
});
