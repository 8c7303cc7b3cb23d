import { z } from 'zod';
import { taskKinds, taskRepeats, taskStates } from '../model/case-stage.ts';
import { id, instant, line, phoneNumber, prose } from './values.ts';

/** What a caller said; GET /api/recordings/:recordingId gives the sound. */
export const taskRecording = z.object({
  recordingId: id<'recording'>(),
  lengthMs: z.number().int(),
  kept: z.boolean(),
});
export type TaskRecording = z.infer<typeof taskRecording>;

export const taskView = z.object({
  taskId: id<'task'>(),
  kind: z.enum(taskKinds),
  title: line,
  note: z.string(),
  state: z.enum(taskStates),
  /** not before, of a window; null: any time until it is due */
  from: instant.nullable(),
  dueAt: instant,
  /** null: the team's */
  ownerId: id<'agent'>().nullable(),
  ownerName: z.string(),
  /** the team whose task it is or was before somebody took it */
  familyId: id<'jobFamily'>().nullable(),
  madeBy: id<'agent'>().nullable(),
  madeByName: z.string(),
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  /** the number to call back, where there is one */
  number: phoneNumber.nullable(),
  caseId: id<'case'>().nullable(),
  caseReference: z.string().nullable(),
  callId: id<'call'>().nullable(),
  /** the message to listen to; `kept` false: it was kept long enough and is deleted */
  recording: taskRecording.nullable(),
  remindAt: instant.nullable(),
  checklist: z.array(z.object({ text: z.string(), done: z.boolean() })),
  /** the one that comes before it; `waiting`: that is not finished yet */
  after: z.object({ taskId: id<'task'>(), title: z.string() }).nullable(),
  waiting: z.boolean(),
  repeat: z.enum(taskRepeats).nullable(),
  snoozed: z.object({ until: instant, reason: z.string() }).nullable(),
  timesSnoozed: z.number().int(),
  /** how often somebody was told that it is late */
  timesEscalated: z.number().int(),
  /** when its owner is rung to make the call; null: not by itself */
  ringsAt: instant.nullable(),
  /** how often they let it pass */
  timesPassed: z.number().int(),
  version: z.number().int(),
});
export type TaskView = z.infer<typeof taskView>;

const checklistItem = z.object({ text: line.min(1), done: z.boolean() });

export const taskInput = z.object({
  kind: z.enum(taskKinds),
  title: line.min(1),
  note: prose,
  from: instant.nullable(),
  dueAt: instant,
  /** whose it is: a person's, or a team's for whoever takes it; both null: one's own */
  ownerId: id<'agent'>().nullable(),
  familyId: id<'jobFamily'>().nullable(),
  customerId: id<'customer'>().nullable(),
  caseId: id<'case'>().nullable(),
  callId: id<'call'>().nullable(),
  number: phoneNumber.nullable(),
  remindAt: instant.nullable(),
  checklist: z.array(checklistItem).max(30),
  after: id<'task'>().nullable(),
  repeat: z.enum(taskRepeats).nullable(),
});
export type TaskInput = z.infer<typeof taskInput>;
