import type { CallId } from '@ringside/shared/model/ids';

/** The name of a call's stream of events; the store finds calls that are not settled by it. */
export const callStream = (callId: CallId): string => `call-${callId}`;
