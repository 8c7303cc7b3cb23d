import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordingId } from '@ringside/shared/model/ids';
import type { Recordings } from '../../ports/recordings.ts';

/** What an id source makes; anything else might lead out of the folder. */
const NAME = /^[A-Za-z0-9-]{1,64}$/;

/** The sounds in a folder, one file each, as the audio engine writes them. */
export function recordingFiles(folder: string): Recordings {
  const pathOf = (recordingId: RecordingId): string => {
    if (!NAME.test(recordingId)) throw new Error(`No recording is called ${JSON.stringify(recordingId)}`);
    return join(folder, `${recordingId}.wav`);
  };
  return {
    async size(recordingId) {
      try {
        return (await stat(pathOf(recordingId))).size;
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw cause;
      }
    },
    read: (recordingId, from, until) =>
      createReadStream(pathOf(recordingId), { start: from, end: until - 1 }),
    remove: (recordingId) => rm(pathOf(recordingId), { force: true }),
  };
}
