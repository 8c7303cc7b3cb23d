import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scanned, SeenBytes } from './media-type.ts';
import { headBytes, mediaTypes, nameFits, safeName, scannedType, tailBytes } from './media-type.ts';
import { zipOf } from './testing/zip-of.ts';
import { zipMembers } from './zip-members.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
  );
const seen = (file: Uint8Array, isText = false): SeenBytes => ({
  head: file.subarray(0, headBytes),
  tail: file.subarray(-tailBytes),
  isText,
});
const text = (content: string): SeenBytes => seen(bytes(content), true);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('LETTER-10 a file is what its first bytes say', () => {
  test.each<[string, SeenBytes, Scanned]>([
    ['receipt.pdf', seen(bytes('%PDF-1.7\n')), 'application/pdf'],
    ['drill.png', seen(bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])), 'image/png'],
    ['drill.jpg', seen(bytes([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg'],
    ['drill.gif', seen(bytes('GIF89a')), 'image/gif'],
    ['drill.webp', seen(bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')), 'image/webp'],
    ['drill.heic', seen(bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0])), 'image/heic'],
    ['what-he-said.wav', seen(bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')), 'audio/wav'],
    ['what-he-said.mp3', seen(bytes('ID3', [4, 0])), 'audio/mpeg'],
    ['without-a-tag.mp3', seen(bytes([0xff, 0xfb, 0x90, 0x64])), 'audio/mpeg'],
    ['smoke.mp4', seen(bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 2, 0])), 'video/mp4'],
    ['letter.docx', seen(zipOf(['[Content_Types].xml', 'word/document.xml'])), word],
    ['bill.xlsx', seen(zipOf(['[Content_Types].xml', 'xl/workbook.xml'])), excel],
    [
      'mail.eml',
      text('From: Amara <a@example.com>\r\nSubject: the drill\r\n\r\nIt smokes.'),
      'message/rfc822',
    ],
    ['calls.csv', text('date,minutes\n2026-11-22,5\n'), 'text/csv'],
    ['note.txt', text('她說電鑽冒煙了。'), 'text/plain'],
  ])('%s', (name, file, expected) => {
    expect(scannedType(file, name)).toBe(expected);
  });
});

describe('LETTER-10 what can run is refused, whatever it is called', () => {
  test.each<[string, SeenBytes]>([
    ['a program called receipt.pdf', seen(bytes('MZ', [0x90, 0]))],
    ['a program for Linux', seen(bytes([0x7f], 'ELF'))],
    ['a Java class', seen(bytes([0xca, 0xfe, 0xba, 0xbe]))],
    ['a Windows shortcut', seen(bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0]))],
    ['a shell script', text('#!/bin/sh\nrm -rf /\n')],
    ['a page', text('<!DOCTYPE html><p>')],
    ['a page behind a comment', text('<!-- hello --> <html>')],
    ['a drawing', text('<?xml version="1.0"?><svg onload="x()"/>')],
    ['a PHP page', text('<?php echo 1;')],
    [
      'a document with macros',
      seen(zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])),
    ],
  ])('%s', (_what, file) => {
    expect(scannedType(file, 'receipt.pdf')).toBe('active');
  });

  test.each(['run.exe', 'RUN.EXE', 'page.html', 'drawing.svg', 'macro.docm', 'install.sh', 'x.js', 'x.exe '])(
    'a text called %s',
    (name) => {
      expect(scannedType(text('hello'), name)).toBe('active');
    },
  );
});

test.each<[string, SeenBytes]>([
  ['an empty file', seen(new Uint8Array(0), true)],
  ['bytes of no kind', seen(bytes([1, 2, 3, 4]))],
  ['a zip of something else', seen(zipOf(['holiday.jpg']))],
  ['a zip that is cut off', seen(zipOf(['[Content_Types].xml', 'word/document.xml']).subarray(0, 60))],
  ['a film of a brand nobody knows', seen(bytes([0, 0, 0, 24], 'ftypzzzz', [0, 0, 0, 0]))],
])('LETTER-10 %s is not taken', (_what, file) => {
  expect(scannedType(file, 'x.docx')).toBe('unknown');
});

describe('LETTER-10 no file makes the scanner fail', () => {
  const starts = ['PK\u0003\u0004', '%PDF-', 'RIFF', '<', 'From: x\r\n', '\u0000\u0000\u0000\u0018ftyp', ''];
  const anyFile = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), fc.boolean())
    .map(([start, rest, isText]) => seen(bytes(start, [...rest]), isText));

  test('any bytes have an answer', () => {
    const answers: ReadonlySet<string> = new Set([...mediaTypes, 'active', 'unknown']);
    const codes = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    const anyName = codes.map((all) => String.fromCharCode(...all));
    fc.assert(
      fc.property(anyFile, anyName, (file, name) => answers.has(scannedType(file, name))),
      { numRuns: 3_000 },
    );
  });

  test('a zip whose bytes were changed anywhere is read, or given up', () => {
    const zip = zipOf(['[Content_Types].xml', 'word/document.xml', 'docProps/app.xml']);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const broken = Uint8Array.from(zip);
        for (const [at, byte] of changes) broken[at] = byte;
        return (zipMembers(broken)?.length ?? 0) <= 10_000;
      }),
      { numRuns: 3_000 },
    );
  });

  test('a head full of what a page may begin with costs no more than its length', () => {
    for (const one of ['<!-- ', '<!-- --> ', '<?xml ?>', ' '])
      expect(scannedType(text(`${one.repeat(500)}x`), 'x.txt')).not.toBe('unknown');
  });
});

describe('names', () => {
  test('LETTER-11 a name that says something else than the content is known', () => {
    expect(nameFits('drill.jpg', 'image/jpeg')).toBe(true);
    expect(nameFits('drill.JPEG', 'image/jpeg')).toBe(true);
    expect(nameFits('drill.pdf', 'image/jpeg')).toBe(false);
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\amara\\receipt.pdf', 'receipt.pdf'],
    ['gpj.\u202etxt.pdf', 'gpj.txt.pdf'],
    ['a\r\nb.txt', 'ab.txt'],
    ['..', 'file'],
    ['', 'file'],
    ['收據 2026.pdf', '收據 2026.pdf'],
  ])('LETTER-4 %j is kept as %s', (given, kept) => {
    expect(safeName(given, 200)).toBe(kept);
  });

  test('LETTER-4 a long one keeps its ending', () => {
    const name = safeName(`${'長'.repeat(400)}.pdf`, 200);
    expect([...name].length).toBe(200);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
