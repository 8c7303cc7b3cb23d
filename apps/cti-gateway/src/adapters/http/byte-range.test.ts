import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  [undefined, 'whole'],
  ['bytes=0-99', { from: 0, until: 100 }],
  ['bytes=100-', { from: 100, until: 1_000 }],
  ['bytes=-50', { from: 950, until: 1_000 }],
  ['bytes=-5000', { from: 0, until: 1_000 }],
  ['bytes=900-5000', { from: 900, until: 1_000 }],
  ['bytes=1000-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=9-3', 'none'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['pieces=1-2', 'whole'],
] as const)('VM-4 of a thousand bytes, %s is %o', (header, range) => {
  expect(byteRange(header, 1_000)).toEqual(range);
});
