/** What a person is told of a task outside its list (SPEC TASK). */
export const taskNoticeReasons = [
  'reminder',
  'late',
  /** somebody else's: those in charge are told */
  'lateForLong',
  /** its owner let the call pass as often as may be: those in charge are told */
  'notTaken',
  /** somebody gave it to them */
  'given',
  /** the one before it is finished */
  'begins',
] as const;
export type TaskNoticeReason = (typeof taskNoticeReasons)[number];
