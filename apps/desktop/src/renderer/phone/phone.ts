import type { StationCredentials } from '@ringside/shared/protocol/down';

/**
 * The audio side of the desk: SIP over WebSocket, microphone, headset and ringer. It decides nothing about calls: the
 * gateway offers legs, the phone takes them up muted at once, and is unmuted when the contact is talking.
 */
export interface Phone {
  start(credentials: () => Promise<StationCredentials | null>): void;
  /** After sleep or a network change: check the registration now, register anew where it is gone. */
  checkNow(): void;
  stop(): Promise<void>;
  /** Asks for the microphone and keeps it open, so that answering needs no wait. */
  openMicrophone(): Promise<MicrophoneState>;
  /** Whether the agent's voice goes out: called from the contact's state and the mute button. */
  setMuted(muted: boolean): void;
  /** Starts or stops the ring on the ringer device. Ringing is a function of the gateway's state, never of SIP. */
  setRinging(ringing: boolean): void;
  /** Plays the ring for two seconds and says whether it really sounded. */
  testRing(): Promise<boolean>;
  /** Registers now and says whether the registrar answered: what looks registered may have died in sleep. */
  confirmLine(): Promise<boolean>;
  /** After sleep: whether microphone and sound really work, found out within a few seconds. */
  testAudio(): Promise<AudioTest>;
  choose(devices: Partial<DeviceChoice>): Promise<void>;
  devices(): Promise<DeviceList>;
  readonly state: PhoneState;
  subscribe(changed: () => void): () => void;
  /** Level of the own microphone and of the caller, 0 to 1, read by meters at their own pace. */
  levels(): { readonly microphone: number; readonly caller: number };
}

/** `silent`: the microphone is there and gives nothing at all; `noSound`: nothing can be played. */
export type AudioTest = 'passed' | 'noMicrophone' | 'silent' | 'noSound';

export type MicrophoneState = 'closed' | 'asking' | 'open' | 'denied' | 'missing' | 'inUse';

export interface PhoneState {
  readonly registration: 'off' | 'connecting' | 'registered' | 'failed';
  readonly microphone: MicrophoneState;
  readonly muted: boolean;
  /** a leg with the gateway is up */
  readonly leg: 'none' | 'connecting' | 'up';
  readonly chosen: DeviceChoice;
  /** mean opinion score of the running call by metrics.md, null without a call */
  readonly quality: {
    readonly mos: number;
    readonly lossPercent: number;
    readonly jitterMs: number;
    readonly roundTripMs: number;
  } | null;
}

/** Device ids; null is the system's default. */
export interface DeviceChoice {
  readonly microphoneId: string | null;
  readonly headsetId: string | null;
  readonly ringerId: string | null;
}

export interface DeviceList {
  readonly microphones: readonly { readonly id: string; readonly name: string }[];
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
}
