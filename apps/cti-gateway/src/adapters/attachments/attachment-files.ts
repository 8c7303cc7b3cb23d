import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentId } from '@ringside/shared/model/ids';
import type { SeenBytes } from '../../domain/letter/media-type.ts';
import { headBytes, tailBytes } from '../../domain/letter/media-type.ts';
import type { Attachments, ReceivedFile } from '../../ports/attachments.ts';
import { textWatch } from './text-watch.ts';

/** What an id source makes; anything else might lead out of the folder. */
const NAME = /^[A-Za-z0-9-]{1,64}$/;
const coming = '.coming';

/** Files in a folder, each under its id, which only the gateway's own user may read. */
export function attachmentFiles(folder: string): Attachments {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (attachmentId: AttachmentId): string => {
    if (!NAME.test(attachmentId)) throw new Error(`No file is called ${JSON.stringify(attachmentId)}`);
    return join(folder, attachmentId);
  };
  return {
    receive: (bytes, most) => receive(folder, pathOf, bytes, most),
    async size(attachmentId) {
      try {
        return (await stat(pathOf(attachmentId))).size;
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw cause;
      }
    },
    read: (attachmentId) => createReadStream(pathOf(attachmentId)),
    remove: (attachmentId) => rm(pathOf(attachmentId), { force: true }),
  };
}

/** What was coming in when the gateway stopped belongs to no case. */
export async function clearUnfinished(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(coming));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

async function receive(
  folder: string,
  pathOf: (attachmentId: AttachmentId) => string,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<ReceivedFile | 'tooLarge'> {
  const path = join(folder, `${randomUUID()}${coming}`);
  const drop = () => rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    const written = await write(file, bytes, most);
    if (written === 'tooLarge') {
      await drop();
      return written;
    }
    return { ...written, drop, keepAs: (attachmentId) => keep(folder, path, pathOf(attachmentId)) };
  } catch (cause) {
    await drop();
    throw cause;
  } finally {
    await file.close();
  }
}

async function write(
  file: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Omit<ReceivedFile, 'drop' | 'keepAs'> | 'tooLarge'> {
  const hash = createHash('sha256');
  const text = textWatch();
  let [size, head, tail] = [0, Buffer.alloc(0), Buffer.alloc(0)];
  for await (const piece of bytes) {
    size += piece.length;
    if (size > most) return 'tooLarge';
    hash.update(piece);
    text.see(piece);
    if (head.length < headBytes) head = Buffer.concat([head, piece]).subarray(0, headBytes);
    tail = Buffer.concat([tail, piece]).subarray(-tailBytes);
    await file.writeFile(piece);
  }
  await file.sync();
  const seen: SeenBytes = { head, tail, isText: text.isText() };
  return { bytes: size, sha256: hash.digest('hex'), seen };
}

/** The name is on the disk, too, before anybody is told that the file is kept. */
async function keep(folder: string, from: string, to: string): Promise<void> {
  await rename(from, to);
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
