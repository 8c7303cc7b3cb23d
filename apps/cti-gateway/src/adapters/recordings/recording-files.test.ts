import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import { recordingFiles } from './recording-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-recordings-'));
const message = asId<'recording'>('0198-message');
const files = recordingFiles(folder);

async function readAll(from: number, until: number): Promise<string> {
  let text = '';
  for await (const piece of files.read(message, from, until)) text += Buffer.from(piece).toString('latin1');
  return text;
}

test('VM-4 a message is read in pieces', async () => {
  writeFileSync(join(folder, `${message}.wav`), 'what was said');
  expect(await files.size(message)).toBe(13);
  expect(await readAll(0, 13)).toBe('what was said');
  expect(await readAll(5, 8)).toBe('was');
});

test('VM-7 a deleted one is gone, and deleting it again is no fault', async () => {
  await files.remove(message);
  await files.remove(message);
  expect(await files.size(message)).toBeNull();
});

test('VM-4 no name leads out of the folder', async () => {
  await expect(files.size(asId('../ringside'))).rejects.toThrow('No recording is called');
});
