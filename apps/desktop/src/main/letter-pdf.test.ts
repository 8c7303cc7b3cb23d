import { expect, test } from 'vitest';
import { letterPdf } from './letter-pdf.ts';

test('LETTER-17 a letter is printed on A4, without lines of the browser above and below it', async () => {
  const asked: unknown[] = [];
  const printToPDF = (options: unknown) => {
    asked.push(options);
    return Promise.resolve(Buffer.from('%PDF-1.7'));
  };
  const pdf = await letterPdf({ webContents: { printToPDF } });
  expect(asked).toEqual([
    { pageSize: 'A4', landscape: false, displayHeaderFooter: false, printBackground: false },
  ]);
  expect(new TextDecoder().decode(pdf)).toBe('%PDF-1.7');
  expect(pdf.buffer.byteLength).toBe(pdf.byteLength);
});

test('LETTER-17 without a page there is no PDF', async () => {
  await expect(letterPdf(null)).rejects.toThrow('its window was closed');
});
