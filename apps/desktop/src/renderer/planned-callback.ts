import type { CallId } from '@ringside/shared/model/ids';
import { create } from 'zustand';

/** The finished contact that a call back is being planned for, in a window of its own. */
export interface ContactToCallBack {
  readonly callId: CallId;
  /** E.164, where it is known */
  readonly number: string | null;
}

export const useCallbackWindow = create<{ readonly contact: ContactToCallBack | null }>(() => ({
  contact: null,
}));
export const planCallbackFor = (contact: ContactToCallBack): void => useCallbackWindow.setState({ contact });
export const closeCallbackWindow = (): void => useCallbackWindow.setState({ contact: null });
