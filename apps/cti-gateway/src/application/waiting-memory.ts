import type { CallId, QueueId, RecordingId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { CallbackDialog } from '../domain/waiting/callback-dialog.ts';
import type { Recording } from '../domain/waiting/recording.ts';

/** What is in mind about callers who wait; all of it follows anew from calls and rows after a restart. */
export interface WaitingMemory {
  readonly handling: HandlingMemory;
  /** callers who are giving a number to be called back at */
  readonly dialogs: Map<CallId, OpenDialog>;
  /** messages that are being spoken, or not yet known to be over */
  readonly recordings: Map<RecordingId, Recording>;
}

/** Handle times of recent calls, newest last (WAIT-1). */
export interface HandlingMemory {
  readonly ofQueue: Map<QueueId, Milliseconds[]>;
  readonly ofCentre: Milliseconds[];
}

export interface OpenDialog {
  readonly dialog: CallbackDialog;
  /** of the words that were said last */
  announcementId: string;
  /** something was to be said or heard while an agent was being rung */
  interrupted: boolean;
}

export const nobodyWaits = (): WaitingMemory => ({
  handling: { ofQueue: new Map(), ofCentre: [] },
  dialogs: new Map(),
  recordings: new Map(),
});
