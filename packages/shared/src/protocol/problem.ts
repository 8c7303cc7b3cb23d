import { z } from 'zod';

/** Why the gateway did not do what a desk asked. A word each; the desk chooses the sentence a person reads. */
export const problems = [
  'badMessage',
  'protocolMismatch',
  'notSignedIn',
  'sessionEnded',
  'takenOver',
  'notAllowed',
  'tooManyAttempts',
  'wrongNameOrPassword',
  'offerIsGone',
  'callIsGone',
  'notYourCall',
  'notPossibleNow',
  'noStation',
  'unknownAgent',
  'unknownCall',
  'unknownCustomer',
  'unknownCase',
  'unknownTask',
  'taskInCircle',
  'unknownRecording',
  'unknownReason',
  'unknownDisposition',
  'unknownCategory',
  'unknownServicePoint',
  'unknownContract',
  'unknownCompensation',
  /** more than one's own authority covers: somebody else has to */
  'aboveAuthority',
  /** nobody approves what they asked for themselves */
  'ownRequest',
  /** somebody (`by`) has decided it already */
  'alreadyDecided',
  'wrongNumber',
  'numberNotAllowed',
  'noTrunk',
  'numberTaken',
  'changedMeanwhile',
  'dispositionMissing',
  /** somebody in charge was first (`by`) with this call, agent or hand */
  'someoneWasFirst',
  /** another supervisor speaks in this call (`by`) */
  'someoneSpeaks',
  /** who takes calls can't supervise one */
  'notReadyFirst',
  'unknownQueue',
  'agentIsAway',
  'agentIsThere',
  'handIsDown',
  'unknownLetter',
  'unknownTemplate',
  'unknownAttachment',
  'mailNotSetUp',
  'wrongAddress',
  'letterHasHoles',
  'letterIsEmpty',
  'attachmentInLetter',
  'attachmentTooLarge',
  'tooManyAttachments',
  'attachmentNotTaken',
  'attachmentIsActive',
  'unknownCheck',
  'checkIsOver',
  /** satisfied needs an answer to whether it is solved */
  'answerMissing',
  'unknownCause',
  'unknownMeasure',
  /** what leaving or coming into the stage asks for does not hold; `field` is the first of it */
  'conditionsMissing',
  'reopeningIsOver',
  'unknownFamily',
  'demoOnly',
  'draining',
  'internal',
  /** said by the desk itself: no answer came from the gateway in time, so nobody knows whether it was done */
  'noConnection',
  'unknownRota',
  'unknownLayer',
  /** they end before they begin, or there is no such day */
  'wrongTimes',
  'shiftIsOver',
  /** somebody would be on twice, too soon again, or while away; it can be taken all the same */
  'wouldClash',
  'unknownSwap',
  'unknownAbsence',
  'wrongCalendarAddress',
  /** a calendar at an address is followed: it is changed there, not here */
  'followsCalendar',
  /** somebody has taken it, or it was withdrawn */
  'swapIsOver',
  /** somebody else is on then */
  'notYourShift',
  /** the same shift is asked for already */
  'alreadyAsked',
  /** none of those who could be asked is free for it */
  'nobodyCanTakeIt',
  /** one of both would be on twice, too soon again, over a limit or while away */
  'cannotTakeShift',
  'unknownRequest',
  /** nobody is on duty now */
  'nobodyOnDuty',
] as const;
export const problem = z.object({
  problem: z.enum(problems),
  /** which field, where one is at fault */
  field: z.string().optional(),
  /** the name of the person who was first, where somebody was */
  by: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
export type ProblemWord = (typeof problems)[number];
