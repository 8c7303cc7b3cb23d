import { expect, it } from 'vitest';
import { parseCSeq } from './c-seq.ts';

it('reads number and method with any white space between them', () => {
  expect(parseCSeq('0009 \t INVITE')).toEqual({ number: 9, method: 'INVITE' });
  expect(parseCSeq('2147483647 OPTIONS')).toEqual({ number: 2_147_483_647, method: 'OPTIONS' });
});

it.each([
  '2147483648 INVITE',
  '36893488147419103232 REGISTER',
  '-1 INVITE',
  '1',
  'INVITE',
  '1 INVITE x',
  '',
  '1.5 INVITE',
])('refuses "%s"', (text) => {
  expect(parseCSeq(text)).toBeNull();
});
