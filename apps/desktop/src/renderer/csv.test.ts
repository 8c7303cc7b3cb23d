import { expect, test } from 'vitest';
import type { Figure } from './wording/figure-wording.ts';
import { csvOf } from './csv.ts';

const level: Figure = {
  name: 'SL-4 in 20 s',
  value: '74 %',
  exact: 70 / 95,
  formula: 'A ÷ B',
  from: '70 ÷ 95',
};
const offered: Figure = { name: 'Offered', value: '104', exact: 104, formula: 'all, that entered', from: '' };

test('REP-5 the file names each figure, its formula and what it was counted from', () => {
  const text = csvOf({ names: ['Queue'], rows: [{ names: ['客服'], figures: [offered, level] }] });
  expect(text).toBe(
    '\uFEFFQueue,Offered,SL-4 in 20 s,SL-4 in 20 s (÷)\r\n' +
      ',"all, that entered",A ÷ B,\r\n' +
      '客服,104,0.7368,70 ÷ 95\r\n',
  );
});

test.each(['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1'])(
  'REP-5 an agent who calls themselves %j runs nothing in a spreadsheet',
  (name) => {
    const line = csvOf({ names: ['Agent'], rows: [{ names: [name], figures: [] }] }).split('\r\n')[2] ?? '';
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('REP-5 what cannot be counted is empty, and a name may hold quotes, commas and lines', () => {
  const none = { ...level, exact: null, from: '0 ÷ 0' };
  const text = csvOf({
    names: ['Agent'],
    rows: [{ names: ['Li "the voice", senior\nTaipei'], figures: [none] }],
  });
  expect(text.endsWith('"Li ""the voice"", senior\nTaipei",,0 ÷ 0\r\n')).toBe(true);
});

test.each(['', '"', '","', '\r\n', 'a\rb', '李怡君', '😀, "x"', '--', '=', '3', '-3.5', "'=1"])(
  'REP-5 the name %j comes out of the file as it went in, but for the apostrophe',
  (name) => {
    const text = csvOf({ names: ['Agent'], rows: [{ names: [name], figures: [] }] });
    const cell = text.split('\r\n').slice(2).join('\r\n').slice(0, -2);
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    expect([name, `'${name}`]).toContain(plain);
  },
);
