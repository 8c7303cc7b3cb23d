import type { AttachmentId } from '@ringside/shared/model/ids';
import type { SeenBytes } from '../domain/letter/media-type.ts';

/** Files on cases, as bytes: attachments/<attachmentId> in the data folder. */
export interface Attachments {
  /**
   * Writes what comes in to a temporary file, as far as `most` bytes. 'tooLarge': there were more, and nothing is left
   * of it. Fails with a cause when the sender breaks off or the disk fails; nothing is left then either.
   */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile | 'tooLarge'>;
  /** bytes; null: there is no such file */
  size(attachmentId: AttachmentId): Promise<number | null>;
  read(attachmentId: AttachmentId): AsyncIterable<Uint8Array>;
  /** Deletes it; nothing where there is none. */
  remove(attachmentId: AttachmentId): Promise<void>;
}

export interface ReceivedFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly seen: SeenBytes;
  /** From now on it is the file of this attachment; on the disk before this resolves. */
  keepAs(attachmentId: AttachmentId): Promise<void>;
  drop(): Promise<void>;
}
