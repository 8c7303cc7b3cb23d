import { z } from 'zod';
import { taskKinds, taskStates } from '../model/case-stage.ts';
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
  dueAt: instant,
  /** null: the team's */
  ownerId: id<'agent'>().nullable(),
  ownerName: z.string(),
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  /** the number to call back, where there is one */
  number: phoneNumber.nullable(),
  caseId: id<'case'>().nullable(),
  caseReference: z.string().nullable(),
  callId: id<'call'>().nullable(),
  /** the message to listen to; `kept` false: it was kept long enough and is deleted */
  recording: taskRecording.nullable(),
  version: z.number().int(),
});
export type TaskView = z.infer<typeof taskView>;

export const taskInput = z.object({
  kind: z.enum(taskKinds),
  title: line.min(1),
  note: prose,
  dueAt: instant,
  customerId: id<'customer'>().nullable(),
  caseId: id<'case'>().nullable(),
  callId: id<'call'>().nullable(),
  number: phoneNumber.nullable(),
});
export type TaskInput = z.infer<typeof taskInput>;
