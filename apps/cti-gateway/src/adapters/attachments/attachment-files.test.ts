import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import { tailBytes } from '../../domain/letter/media-type.ts';
import { attachmentFiles, clearUnfinished } from './attachment-files.ts';

const photo = asId<'attachment'>('0198-photo');

function folder() {
  const path = join(mkdtempSync(join(tmpdir(), 'ringside-attachments-')), 'attachments');
  return { path, files: attachmentFiles(path) };
}

async function* pieces(...all: readonly (string | Uint8Array)[]) {
  for (const piece of all) yield Buffer.from(piece);
}

test('LETTER-12 a file is kept under its id, for this user alone, byte for byte', async () => {
  const { path, files } = folder();
  const received = await files.receive(pieces('hello ', '世界'), 100);
  if (received === 'tooLarge') throw new Error('It is small');
  expect(received).toMatchObject({
    bytes: 12,
    sha256: createHash('sha256').update('hello 世界').digest('hex'),
    seen: { isText: true },
  });
  await received.keepAs(photo);
  expect(readdirSync(path)).toEqual(['0198-photo']);
  expect(statSync(join(path, photo)).mode & 0o777).toBe(0o600);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  let read = '';
  for await (const piece of files.read(photo)) read += Buffer.from(piece).toString('utf8');
  expect([read, await files.size(photo)]).toEqual(['hello 世界', 12]);
  await files.remove(photo);
  await files.remove(photo);
  expect(await files.size(photo)).toBeNull();
});

test('LETTER-10 one that is too large leaves nothing behind, nor does one that breaks off', async () => {
  const { path, files } = folder();
  expect(await files.receive(pieces('12345', '67890', 'x'), 10)).toBe('tooLarge');
  async function* breaksOff() {
    yield Buffer.from('half');
    throw new Error('The page went away');
  }
  await expect(files.receive(breaksOff(), 10)).rejects.toThrow('The page went away');
  expect(readdirSync(path)).toEqual([]);
});

test('LETTER-10 of a large file its beginning and its end are looked at', async () => {
  const { files } = folder();
  const large = Buffer.alloc(tailBytes * 3, 'a');
  large.write('PK', 0);
  large.write('END', large.length - 3);
  const received = await files.receive(pieces(large.subarray(0, 7), large.subarray(7)), large.length);
  if (received === 'tooLarge') throw new Error('It is allowed');
  const { head, tail } = received.seen;
  expect([head.length, tail.length]).toEqual([4_096, tailBytes]);
  expect(Buffer.from(head).toString('latin1', 0, 3)).toBe('PKa');
  expect(Buffer.from(tail).toString('latin1', tail.length - 4)).toBe('aEND');
});

test.each<[string, readonly (string | Uint8Array)[], boolean]>([
  [
    'a letter cut in the middle of a sign',
    [Buffer.from('世').subarray(0, 1), Buffer.from('世').subarray(1)],
    true,
  ],
  ['a sign that does not end', [Buffer.from('世').subarray(0, 2)], false],
  ['Latin-1', [Buffer.of(0x63, 0xe9)], false],
  ['a zero byte', ['a\u0000b'], false],
])('LETTER-10 whether it is text: %s', async (_what, content, isText) => {
  const { files } = folder();
  expect(await files.receive(pieces(...content), 100)).toMatchObject({ seen: { isText } });
});

test('LETTER-12 what was coming in when the gateway was killed is cleared at the next start', async () => {
  const { path } = folder();
  writeFileSync(join(path, 'half.coming'), 'half');
  writeFileSync(join(path, photo), 'whole');
  await clearUnfinished(path);
  expect(readdirSync(path)).toEqual(['0198-photo']);
});

test('LETTER-12 no name leads out of the folder', async () => {
  const { path, files } = folder();
  writeFileSync(join(path, '..', 'secret'), 'x');
  expect(() => files.read(asId('../secret'))).toThrow('No file is called');
  await expect(files.size(asId('../secret'))).rejects.toThrow('No file is called');
  expect(existsSync(join(path, '..', 'secret'))).toBe(true);
});
