/** What the agent did on the headset. `mute` asks for the other state of what the software shows. */
export type HeadsetPress = 'answer' | 'end' | 'mute';

/** The call as the software knows it. It is the truth: the headset is told, never believed (pains 10). */
export interface HeadsetCall {
  readonly call: 'none' | 'ringing' | 'talking';
  readonly muted: boolean;
  readonly held: boolean;
}

export interface HeadsetPort {
  /** Asks the agent which headset; only a click may do so. False when none was chosen. */
  choose(): Promise<boolean>;
  /** Lights and rings the headset accordingly. */
  show(call: HeadsetCall): void;
  /** The product's name, null without one. */
  readonly name: string | null;
  close(): Promise<void>;
}
