/** Why a letter or a file is not written, sent or taken; words of protocol/problem.ts. */
export type LetterRefusal =
  | 'unknownCase'
  | 'unknownLetter'
  | 'unknownTemplate'
  | 'unknownAttachment'
  | 'notAllowed'
  | 'notPossibleNow'
  | 'changedMeanwhile'
  | 'mailNotSetUp'
  | 'wrongAddress'
  | 'letterHasHoles'
  | 'letterIsEmpty'
  | 'attachmentInLetter'
  | 'attachmentTooLarge'
  | 'tooManyAttachments'
  | 'attachmentNotTaken'
  | 'attachmentIsActive';
