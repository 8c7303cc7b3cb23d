import type { RecordingId } from '@ringside/shared/model/ids';

/** Sounds that callers left, as the switch writes them: recordings/<recordingId>.wav in the data folder. */
export interface Recordings {
  /** bytes; null: there is no such sound */
  size(recordingId: RecordingId): Promise<number | null>;
  /** The bytes from `from` to before `until`. Fails with a cause when the file can't be read. */
  read(recordingId: RecordingId, from: number, until: number): AsyncIterable<Uint8Array>;
  /** Deletes it; nothing where there is none. */
  remove(recordingId: RecordingId): Promise<void>;
}
