/** How a layer's people take turns (SPEC ROTA-2). `byHand`: only as somebody or the plan says. */
export const rotationKinds = ['byHand', 'halfDaily', 'daily', 'weekly'] as const;
export type RotationKind = (typeof rotationKinds)[number];

/** Where a change of the rota came from. */
export const changeOrigins = ['plan', 'byHand', 'swap', 'cover'] as const;
export type ChangeOrigin = (typeof changeOrigins)[number];

export const absenceKinds = ['holiday', 'sick', 'training', 'other'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Why a calendar could not be read at its address (SPEC ABSENT-8 to ABSENT-10). */
export const calendarFaults = [
  /** it leads to where the gateway must not reach */
  'notAllowed',
  /** no such host, or nobody answers there */
  'notReached',
  'badCertificate',
  'tooSlow',
  'tooLarge',
  'tooManyRedirects',
  /** nothing is there, or not for whoever has this address */
  'notValid',
  /** its server is in trouble, or asks to be left alone for now */
  'notNow',
  'notCalendar',
] as const;
export type CalendarFault = (typeof calendarFaults)[number];

export const swapKinds = ['swap', 'cover'] as const;
export type SwapKind = (typeof swapKinds)[number];

/**
 *   asked ─accept─▶ done       asked ─withdraw─▶ withdrawn
 *     ├─everybody declines─▶ declined
 *     └─the shift begins─▶ expired
 */
export const swapStates = ['asked', 'done', 'withdrawn', 'declined', 'expired'] as const;
export type SwapState = (typeof swapStates)[number];

/** Where somebody on duty is rung, in this order; the second only where the first can't be reached. */
export const dutyReaches = ['deskThenPhone', 'phoneThenDesk', 'deskOnly', 'phoneOnly'] as const;
export type DutyReach = (typeof dutyReaches)[number];

/** Why nobody, or not the right person, is on: what must be mended before it happens (SPEC ROTA-10). */
export const rotaFaultKinds = [
  /** nobody's turn */
  'nobody',
  /** whose turn it is is away */
  'absent',
  /** no longer here, or no manager any more */
  'notActive',
  /** neither a desk nor a telephone is set up for them */
  'notReachable',
  /** on in two places at once */
  'twice',
  'tooLittleRest',
  'overLimit',
] as const;
export type RotaFaultKind = (typeof rotaFaultKinds)[number];

/** By which way somebody asked for a manager. */
export const managerRequestWays = ['agent', 'menu', 'hotline', 'case'] as const;
export type ManagerRequestWay = (typeof managerRequestWays)[number];

/** Why a customer wants a manager, as agents say it with one key. */
export const managerRequestReasons = [
  'notHelped',
  'promiseBroken',
  'staff',
  'money',
  'safety',
  'asksForIt',
] as const;
export type ManagerRequestReason = (typeof managerRequestReasons)[number];

/**
 *   asked ─a manager has the caller─▶ taken ─noted─▶ closed
 *     ├─nobody could─▶ promised ─called back─▶ taken
 *     └─the caller left before─▶ missed ─called back─▶ taken
 */
export const managerRequestStates = ['asked', 'taken', 'promised', 'missed', 'closed'] as const;
export type ManagerRequestState = (typeof managerRequestStates)[number];

/** What came of it. */
export const managerOutcomes = ['solved', 'promised', 'passedOn', 'noSolution', 'notReached'] as const;
export type ManagerOutcome = (typeof managerOutcomes)[number];

/**
 * What requests for managers are counted as (SPEC MREP-2). Every request is one of `fromCase`, `reached`, `promised`, `missed` and
 * `waiting`; every promised one is one of `inTime`, `late` and `owed`.
 */
export const managerFigures = [
  'asked',
  'fromCase',
  'reached',
  'within20',
  'within60',
  'within120',
  'promised',
  'inTime',
  'late',
  'owed',
  'missed',
  'waiting',
  'satisfied',
  'notSatisfied',
] as const;
export type ManagerFigure = (typeof managerFigures)[number];
