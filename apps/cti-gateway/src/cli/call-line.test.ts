import { expect, test } from 'vitest';
import { readCallLine } from './call-line.ts';
import { endLine, progressLine } from './tell-call.ts';

test('a customer calls a hotline', () => {
  expect(readCallLine(['--from', '+886912345678', '--to', 'service', '--hang-up-after', '20'])).toEqual({
    ok: true,
    value: { from: '+886912345678', to: 'service', say: null, audio: null, hangUpAfterSeconds: 20 },
  });
});

test('a withheld number is none', () => {
  expect(readCallLine(['--withheld', '--to', 'service'])).toMatchObject({ value: { from: null } });
});

test.each([
  [['--from', '+886912345678'], '--to is missing'],
  [['--to', 'service'], '--from is missing'],
  [['--to', 'service', '--from', '1', '--withheld'], 'exclude each other'],
  [['--to', 'service', '--from', '1 2'], 'which is no number'],
  [['--to', 'ser vice', '--from', '1'], 'no hotline and no number'],
  [['--to', 'service', '--from', '1', '--say', 'hello', '--audio', 'a.wav'], 'exclude each other'],
  [['--to', 'service', '--from', '1', '--hang-up-after', 'soon'], 'it takes seconds, 0 to 3600'],
  [['--to', 'service', '--frm', '1'], "Unknown option '--frm'"],
])('%j is refused with a sentence', (args, told) => {
  expect(readCallLine(args)).toMatchObject({ ok: false, refusal: expect.stringContaining(told) });
});

test('a refused call says what to do', () => {
  expect(endLine({ how: 'refused', status: 404, reason: 'Not Found' }, ['service', 'sales'])).toBe(
    'Refused: 404 Not Found. No hotline has this number. There are: service, sales.',
  );
  expect(endLine({ how: 'refused', status: 403, reason: 'Forbidden' }, [])).toContain('`allow` of a trunk');
  expect(endLine({ how: 'refused', status: 599, reason: 'Odd' }, [])).toContain('log says why');
});

test('silence is told as such', () => {
  expect(progressLine({ is: 'hearing', level: -70 })).toBe('Hears nothing.');
  expect(progressLine({ is: 'hearing', level: -20 })).toContain('-20 dBm0');
});
