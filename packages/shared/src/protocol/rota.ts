import { z } from 'zod';
import {
  absenceKinds,
  calendarFaults,
  changeOrigins,
  rotaFaultKinds,
  swapKinds,
  swapStates,
} from '../model/rota.ts';
import { id, instant, line, localText } from './values.ts';

/* The rota: who is on when, changes, absences, swaps (SPEC ROTA, ABSENT, SWAP). */

const rotaId = id<'rota'>();
const agentId = id<'agent'>();
const version = z.number().int();
const layer = z.string().min(1).max(64);
/** wall time in the rota's zone */
export const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/);
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const span = { from: localTime, until: localTime };
/** one change as a planner draws it; `agentId` null declares that nobody is on */
export const plannedShift = z.object({ layer, ...span, agentId: agentId.nullable() });
export type PlannedShift = z.infer<typeof plannedShift>;
/** without an origin it is that of all of them, of a preview by hand */
export const changedShift = plannedShift.extend({ origin: z.enum(['byHand', 'plan']).optional() });
export type ChangedShift = z.infer<typeof changedShift>;

export const rotaCommands = [
  /** Result: { changeIds }. Refused where it would make a clash that `evenSo` does not accept */
  z.object({
    do: z.literal('rota.change'),
    rotaId,
    shifts: z.array(changedShift).min(1).max(500),
    reason: line,
    evenSo: z.boolean(),
    origin: z.enum(['byHand', 'plan']),
  }),
  /** a change no longer counts */
  z.object({ do: z.literal('rota.undo'), changeId: id<'rotaChange'>(), version }),
  /** Result: { absenceId }; one's own, or anybody's for those in charge */
  z.object({
    do: z.literal('absence.enter'),
    agentId,
    // on the wall of the centre's zone
    ...span,
    kind: z.enum(absenceKinds),
    note: line,
  }),
  z.object({ do: z.literal('absence.remove'), absenceId: id<'absence'>(), version }),
  /** takes whole-day and timed events of an iCalendar file as absences, in place of those read before. Result: absenceImport */
  z.object({ do: z.literal('absence.import'), agentId, text: z.string().max(2_000_000) }),
  /** follows the calendar at this address, or (null) no longer. Result: calendarFollowed, null where it is no longer */
  z.object({
    do: z.literal('absence.subscribe'),
    agentId,
    address: z.string().min(1).max(2_000).nullable(),
  }),
  /** Result: { swapId } */
  z.object({
    do: z.literal('swap.ask'),
    kind: z.enum(swapKinds),
    rotaId,
    layer,
    ...span,
    wants: z.object({ agentId, layer, ...span }).nullable(),
    /** null: everybody who could */
    asks: z.array(agentId).min(1).max(200).nullable(),
    reason: line,
  }),
  z.object({ do: z.literal('swap.accept'), swapId: id<'swap'>() }),
  z.object({ do: z.literal('swap.decline'), swapId: id<'swap'>() }),
  z.object({ do: z.literal('swap.withdraw'), swapId: id<'swap'>() }),
] as const;

export const rotaQueries = [
  /** the final schedule of local days [from, until), at most 400 of them → rotaSchedule */
  z.object({ ask: z.literal('rota.schedule'), rotaId, from: localDate, until: localDate }),
  /** how it would be with these changes, nothing kept → rotaSchedule */
  z.object({
    ask: z.literal('rota.preview'),
    rotaId,
    from: localDate,
    until: localDate,
    shifts: z.array(changedShift).max(500),
  }),
  /** a fair plan for a layer, nothing kept → rotaPlan */
  z.object({ ask: z.literal('rota.plan'), rotaId, layer, from: localDate, until: localDate }),
  /** → rotaChangeView[], the latest first */
  z.object({ ask: z.literal('rota.changes'), rotaId, from: localDate, until: localDate }),
  /** one's own shifts on all rotas from now on, and what is asked of one → myShifts */
  z.object({ ask: z.literal('rota.mine') }),
  /** who could take a shift, and why others could not → swapCandidate[] */
  z.object({ ask: z.literal('swap.candidates'), rotaId, layer, ...span }),
  /** of a rota, or one's own, the latest first → swapView[] */
  z.object({ ask: z.literal('swap.list'), rotaId: rotaId.nullable() }),
  /** not over yet; of one person, or of everybody for those in charge → absenceView[] */
  z.object({ ask: z.literal('absence.list'), agentId: agentId.nullable() }),
  /** calendars that are followed; of one person, or of everybody for those in charge → followedCalendarView[] */
  z.object({ ask: z.literal('absence.calendars'), agentId: agentId.nullable() }),
] as const;

export const shiftView = z.object({
  rotaId,
  layer,
  from: instant,
  until: instant,
  fromLocal: localTime,
  untilLocal: localTime,
  agentId: agentId.nullable(),
  agentName: z.string(),
  how: z.enum(['turn', ...changeOrigins, 'declared', 'gap']),
  gap: z.enum(rotaFaultKinds).nullable(),
  missingName: z.string(),
  changeId: id<'rotaChange'>().nullable(),
});
export type ShiftView = z.infer<typeof shiftView>;

export const rotaFaultView = z.object({
  kind: z.enum(rotaFaultKinds),
  layer,
  from: instant,
  until: instant,
  agentId: agentId.nullable(),
  agentName: z.string(),
});
export type RotaFaultView = z.infer<typeof rotaFaultView>;

/** What a person carries in the period shown, and before it: hours weigh more at weekends and on holidays. */
export const burdenView = z.object({
  agentId,
  agentName: z.string(),
  hours: z.number(),
  shifts: z.number().int(),
  weekends: z.number().int(),
  holidays: z.number().int(),
  calls: z.number().int(),
  burden: z.number(),
});
export type BurdenView = z.infer<typeof burdenView>;

export const rotaSchedule = z.object({
  rotaId,
  timeZone: z.string(),
  /** in the order in which they are asked */
  layers: z.array(z.object({ layer, name: localText })),
  /** who may be put on it, by name */
  people: z.array(z.object({ agentId, name: z.string() })),
  shifts: z.array(shiftView),
  faults: z.array(rotaFaultView),
  burdens: z.array(burdenView),
  /** holidays of its calendar in the period */
  holidays: z.array(z.object({ date: localDate, name: z.string() })),
  /** days in the period on which clocks are changed, and how long they are */
  clockChanges: z.array(z.object({ date: localDate, minutes: z.number().int() })),
  absences: z.array(z.object({ agentId, from: instant, until: instant, kind: z.enum(absenceKinds) })),
  mayChange: z.boolean(),
});
export type RotaSchedule = z.infer<typeof rotaSchedule>;

/** a shift of a plan, and who has that time as things stand, one after the other; nobody is one of them */
export const shiftOfPlan = plannedShift.extend({
  agentName: z.string(),
  was: z.array(z.object({ agentId: agentId.nullable(), agentName: z.string() })),
});
export type ShiftOfPlan = z.infer<typeof shiftOfPlan>;

/** a shift that nobody could be found for, and why each person of the layer can't have it */
export const openShift = z.object({
  ...span,
  why: z.array(
    z.object({ agentName: z.string(), not: z.enum(['absent', 'twice', 'tooLittleRest', 'overLimit']) }),
  ),
});
export type OpenShift = z.infer<typeof openShift>;

export const rotaPlan = z.object({
  shifts: z.array(shiftOfPlan),
  schedule: rotaSchedule,
  /** as things stand; with the plan they are those of the schedule */
  burdensBefore: z.array(burdenView),
  /** Jain's index of the burdens, 0 to 1, before and with the plan */
  fairnessBefore: z.number().nullable(),
  fairness: z.number().nullable(),
  open: z.array(openShift),
});
export type RotaPlan = z.infer<typeof rotaPlan>;

export const rotaChangeView = z.object({
  changeId: id<'rotaChange'>(),
  layer,
  ...span,
  agentName: z.string(),
  origin: z.enum(changeOrigins),
  reason: z.string(),
  madeByName: z.string(),
  madeAt: instant,
  undoneByName: z.string(),
  undoneAt: instant.nullable(),
  version,
});
export type RotaChangeView = z.infer<typeof rotaChangeView>;

export const swapView = z.object({
  swapId: id<'swap'>(),
  kind: z.enum(swapKinds),
  rotaId,
  layer,
  ...span,
  askedBy: agentId,
  askedByName: z.string(),
  askedAt: instant,
  reason: z.string(),
  wants: z.object({ agentId, agentName: z.string(), layer, ...span }).nullable(),
  asked: z.array(z.object({ agentId, agentName: z.string(), declined: z.boolean() })),
  state: z.enum(swapStates),
  takenByName: z.string(),
  endedAt: instant.nullable(),
  /** what whoever asks may do to it now */
  acts: z.array(z.enum(['accept', 'decline', 'withdraw'])),
  version,
});
export type SwapView = z.infer<typeof swapView>;

export const swapCandidate = z.object({
  agentId,
  agentName: z.string(),
  /** null: they can */
  not: z.enum([...rotaFaultKinds, 'onAlready']).nullable(),
  /** takes turns on this rota; others are asked where none of these can */
  isOnRota: z.boolean(),
});
export type SwapCandidate = z.infer<typeof swapCandidate>;

export const absenceView = z.object({
  absenceId: id<'absence'>(),
  agentId,
  agentName: z.string(),
  from: instant,
  until: instant,
  kind: z.enum(absenceKinds),
  note: z.string(),
  fromFeed: z.boolean(),
  version,
});
export type AbsenceView = z.infer<typeof absenceView>;

export const absenceImport = z.object({
  taken: z.number().int(),
  removed: z.number().int(),
  /** lines that were not understood; what stands around them was taken */
  faults: z.array(z.object({ line: z.number().int(), text: z.string(), why: z.string() })),
});
export type AbsenceImport = z.infer<typeof absenceImport>;

/** What became of an address that was given: kept where `fault` is null. */
export const calendarFollowed = absenceImport.extend({ fault: z.enum(calendarFaults).nullable() });
export type CalendarFollowed = z.infer<typeof calendarFollowed>;

/** Never the address itself. */
export const followedCalendarView = z.object({
  agentId,
  host: z.string(),
  lastReadAt: instant,
  /** since when it can't be read; null: it can */
  failing: z.object({ since: instant, fault: z.enum(calendarFaults) }).nullable(),
});
export type FollowedCalendarView = z.infer<typeof followedCalendarView>;

export const myShifts = z.object({
  shifts: z.array(shiftView.extend({ rotaName: localText })),
  /** open ones, that one asked for or is asked for */
  swaps: z.array(swapView),
});
export type MyShifts = z.infer<typeof myShifts>;

/** Who is on now and who comes next: one line, the same on every screen. */
export const dutyLine = z.object({
  rotaId,
  name: localText,
  /** in which its turns begin and end */
  timeZone: z.string(),
  /** in the order in which they are asked; empty while nobody need be on, or nobody is */
  now: z.array(z.object({ layer, agentId, name: z.string(), until: instant })),
  /** somebody must be on now and nobody is */
  gap: z.boolean(),
  next: z.object({ agentId: agentId.nullable(), name: z.string(), from: instant }).nullable(),
});
export type DutyLine = z.infer<typeof dutyLine>;
export const dutySlice = { duty: z.array(dutyLine) };

export const rotaNotice = z.object({
  what: z.literal('rotaNotice'),
  notice: z.enum([
    'gap',
    'reminder',
    'swapAsked',
    'swapDone',
    'swapOver',
    'swapDeclined',
    'swapExpired',
    'handover',
    'handedOver',
    'changed',
  ]),
  rotaId,
  rotaName: localText,
  /** the swap it tells of */
  swapId: id<'swap'>().nullable(),
  from: instant.nullable(),
  until: instant.nullable(),
  /** another person it is about */
  who: z.string(),
  /** shifts, gaps or open requests it is about; the times are those of the first */
  count: z.number().int(),
});
export type RotaNotice = z.infer<typeof rotaNotice>;
export const rotaEvents = [
  z.object({ what: z.literal('duty'), ...dutySlice }),
  /** this rota, its swaps or absences changed: pages that show it ask again */
  z.object({ what: z.literal('rotaTouched'), rotaId }),
  rotaNotice,
] as const;
