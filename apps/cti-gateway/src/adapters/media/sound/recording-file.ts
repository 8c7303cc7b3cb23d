import { mkdir, open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { bytesOf, TELEPHONE_RATE, WAV_HEADER_LENGTH, wavHeader } from './wav.ts';

/** One write a second of audio. */
const BYTES_AT_ONCE = TELEPHONE_RATE * 2;
/** A disk that is behind by more than half a minute of audio is given up. */
const MOST_WAITING = 32 * BYTES_AT_ONCE;
/** What must be free before anything is recorded: the store needs room too. */
const ROOM = 64 * 1_024 * 1_024;
const BYTES_A_MS = BYTES_AT_ONCE / 1_000;

export const recordingFolder = (dataFolder: string): string => join(dataFolder, 'recordings');

export const recordingPath = (folder: string, recordingId: string): string =>
  join(folder, `${recordingId}.wav`);

/** What a recording needs of an open file. */
export interface Paper {
  write(bytes: Uint8Array, from: number, length: number, place: number): Promise<{ bytesWritten: number }>;
  close(): Promise<void>;
}

/** Null: there is no room, or the folder can't be written to. `through` is a worse disk in tests. */
export const openRecordingFile = async (
  folder: string,
  path: string,
  through: (handle: FileHandle) => Paper = (handle) => handle,
): Promise<RecordingFile | null> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < ROOM) return null;
    const handle = await open(path, 'w', 0o600);
    await handle.write(wavHeader(0));
    return new RecordingFile(path, through(handle));
  } catch {
    return null;
  }
};

/** A recording on its way to the disk. Writing never waits: what the disk has not taken yet is kept, up to a limit. */
export class RecordingFile {
  readonly #path: string;
  readonly #handle: Paper;
  #frames: Buffer[] = [];
  #collected = 0;
  #waiting = 0;
  #written = 0;
  #failed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, handle: Paper) {
    this.#path = path;
    this.#handle = handle;
  }

  /** False: the disk takes no more, and the recording is over. */
  write(frame: Int16Array): boolean {
    const bytes = bytesOf(frame);
    this.#frames.push(bytes);
    this.#collected += bytes.length;
    if (this.#collected >= BYTES_AT_ONCE) this.#handOver();
    return !this.#failed && this.#waiting <= MOST_WAITING;
  }

  /** Completes the file, or removes it. How long what was kept lasts; 0 without a file. */
  async close(keep: boolean): Promise<Milliseconds> {
    this.#handOver();
    await this.#last;
    const isKept = keep && this.#written > 0;
    await this.#finish(isKept).catch(() => {});
    return isKept ? Math.round(this.#written / BYTES_A_MS) : 0;
  }

  async #finish(keep: boolean): Promise<void> {
    try {
      if (keep) await this.#handle.write(wavHeader(this.#written), 0, WAV_HEADER_LENGTH, 0);
    } finally {
      await this.#handle.close();
      if (!keep) await rm(this.#path, { force: true });
    }
  }

  #handOver(): void {
    const bytes = Buffer.concat(this.#frames);
    this.#frames = [];
    this.#collected = 0;
    this.#waiting += bytes.length;
    this.#last = this.#last.then(() => this.#put(bytes));
  }

  async #put(bytes: Buffer): Promise<void> {
    try {
      for (let at = 0; at < bytes.length && !this.#failed;) {
        const place = WAV_HEADER_LENGTH + this.#written;
        const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at, place);
        at += bytesWritten;
        this.#written += bytesWritten;
      }
    } catch {
      this.#failed = true;
    }
    this.#waiting -= bytes.length;
  }
}

/** How long a recording lasts whose writer died; 0 without one. */
export const lengthLeft = async (path: string): Promise<Milliseconds> => {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return Math.floor(Math.max(0, size - WAV_HEADER_LENGTH) / BYTES_A_MS);
};

/** Gives recordings that a crash left without their length the one they have. */
export const mendRecordings = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) if (name.endsWith('.wav')) await mend(join(folder, name)).catch(() => {});
};

const mend = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    const header = Buffer.alloc(WAV_HEADER_LENGTH);
    const { bytesRead } = await handle.read(header, 0, WAV_HEADER_LENGTH, 0);
    const { size } = await handle.stat();
    const bytes = (size - WAV_HEADER_LENGTH) & ~1;
    if (bytesRead < WAV_HEADER_LENGTH || bytes <= 0 || header.readUInt32LE(40) !== 0) return;
    await handle.write(wavHeader(bytes), 0, WAV_HEADER_LENGTH, 0);
  } finally {
    await handle.close();
  }
};
