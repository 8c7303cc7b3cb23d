import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';

/**
 * Own recordings that callers hear: greetings, menus, closed lines. Kept as `prompts/<promptId>.wav` in the data folder,
 * where they go before a sound of the same name that came with Ringside. A change is heard by the next caller.
 */
export interface Prompts {
  /**
   * Takes a WAV file as people's recorders make it (16-bit PCM or G.711; 8, 16, 44.1 or 48 kHz; mono or stereo; at most
   * 5 MB and 10 minutes) and keeps it as the telephone has it. One of the same id is replaced; a refusal leaves it as it is.
   */
  save(promptId: string, file: Uint8Array): Promise<Result<Prompt, PromptRefusal>>;
  remove(promptId: string): Promise<Result<void, 'noSuchPrompt'>>;
  /** By id. */
  list(): Promise<readonly Prompt[]>;
  /** A WAV file (8 kHz, 16 bits, mono) to be listened to. */
  read(promptId: string): Promise<Uint8Array | null>;
}

export interface Prompt {
  readonly promptId: string;
  readonly length: Milliseconds;
  readonly savedAt: Instant;
}

export type PromptRefusal =
  /** an id is 1 to 64 letters (a-z), digits and hyphens */
  | 'badPromptId'
  /** more than 5 MB */
  | 'fileTooLarge'
  | 'notWav'
  /** neither 16-bit PCM nor G.711 */
  | 'unknownEncoding'
  /** neither 8, 16, 44.1 nor 48 kHz */
  | 'unknownRate'
  /** more than two */
  | 'tooManyChannels'
  /** there is no sound in it */
  | 'empty'
  /** more than 10 minutes */
  | 'tooLong'
  /** the data folder can't be written to */
  | 'noRoom';
