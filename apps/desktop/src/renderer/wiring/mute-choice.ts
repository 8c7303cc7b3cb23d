import type { WantedAudio } from './wanted-audio.ts';

/** Where the agent's own mute stands: it survives hold, a lost leg and a reload, and ends with the call. */
export interface MuteChoice {
  readonly callId: string | null;
  readonly voice: 'off' | 'on' | 'held';
  /** what the agent chose for this call */
  readonly muted: boolean;
}

export const noCall: MuteChoice = { callId: null, voice: 'off', muted: false };

/** The choice after the contacts changed. `kept` is the call that was muted before the page was loaded. */
export function muteFor(choice: MuteChoice, call: WantedAudio['call'], kept: string | null): MuteChoice {
  if (call === null) return choice.callId === null ? choice : noCall;
  const muted = call.callId === choice.callId ? choice.muted : call.callId === kept;
  const voice = call.voice === 'held' ? 'held' : 'on';
  return call.callId === choice.callId && voice === choice.voice
    ? choice
    : { callId: call.callId, voice, muted };
}

/** Whether the phone is to be muted. */
export const isMuted = ({ voice, muted }: MuteChoice): boolean => voice !== 'on' || muted;
