import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyFiles, filesOf } from './copy-files.ts';

test('LETTER-14 a backup has the files on cases and callers’ messages, without what is still coming in', async () => {
  const data = mkdtempSync(join(tmpdir(), 'ringside-backup-'));
  for (const folder of ['attachments', 'recordings']) mkdirSync(join(data, folder));
  writeFileSync(join(data, 'attachments', 'file-1'), '%PDF-');
  writeFileSync(join(data, 'attachments', 'x.coming'), 'half');
  writeFileSync(join(data, 'recordings', 'message-1.wav'), 'RIFF');
  const to = join(data, 'monday.db');
  expect(await copyFiles(data, to)).toBe(2);
  expect(readFileSync(join(filesOf(to), 'attachments', 'file-1'), 'utf8')).toBe('%PDF-');
  expect(readFileSync(join(filesOf(to), 'recordings', 'message-1.wav'), 'utf8')).toBe('RIFF');
});

test('LETTER-14 a centre without files has nothing to copy', async () => {
  const data = mkdtempSync(join(tmpdir(), 'ringside-backup-'));
  expect(await copyFiles(data, join(data, 'monday.db'))).toBe(0);
});
