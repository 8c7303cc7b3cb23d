import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refuse, type Result } from '@ringside/shared/model/result';
import type { Log } from '../../ports/log.ts';
import type { Prompt, PromptRefusal, Prompts } from '../../ports/prompts.ts';
import { importRecording, lengthOf } from './sound/import-recording.ts';
import { isStem } from './sound/recording.ts';
import { bytesOf, WAV_HEADER_LENGTH, wavHeader } from './sound/wav.ts';

const ENDING = '.wav';

/** Own recordings as files in `prompts` of the data folder, which is where the media worker looks for sounds first. */
export const createPromptFolder = (dataFolder: string, log: Log): Prompts => {
  const folder = join(dataFolder, 'prompts');
  const pathOf = (promptId: string): string => join(folder, promptId + ENDING);

  const describe = async (promptId: string): Promise<Prompt> => {
    const { size, mtimeMs } = await stat(pathOf(promptId));
    const length = lengthOf(Math.max(0, size - WAV_HEADER_LENGTH) / 2);
    return { promptId, length, savedAt: Math.round(mtimeMs) };
  };

  const save = async (promptId: string, file: Uint8Array): Promise<Result<Prompt, PromptRefusal>> => {
    if (!isStem(promptId)) return refuse('badPromptId');
    const samples = await importRecording(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    if (!samples.ok) return samples;
    const bytes = bytesOf(samples.value);
    try {
      await putWhole(folder, pathOf(promptId), Buffer.concat([wavHeader(bytes.length), bytes]));
      return ok(await describe(promptId));
    } catch (cause) {
      log.error('A recording could not be kept; look at the disk of the data folder.', { promptId, cause });
      return refuse('noRoom');
    }
  };

  const remove = async (promptId: string): Promise<Result<void, 'noSuchPrompt'>> => {
    if (!isStem(promptId)) return refuse('noSuchPrompt');
    const removed = await rm(pathOf(promptId)).then(
      () => true,
      () => false,
    );
    return removed ? ok(undefined) : refuse('noSuchPrompt');
  };

  return {
    save,
    remove,
    list: async () => {
      const names = await readdir(folder).catch((): string[] => []);
      const ids = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
      return Promise.all(ids.filter(isStem).toSorted().map(describe));
    },
    read: (promptId) =>
      isStem(promptId) ? readFile(pathOf(promptId)).catch(() => null) : Promise.resolve(null),
  };
};

/** A caller who is hearing it, and a disk that fills up, must not find half a file. */
const putWhole = async (folder: string, path: string, content: Buffer): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};
