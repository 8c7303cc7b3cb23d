import { expect, test } from 'vitest';
import { dialArgument, dialNumber } from './dial-link.ts';

test.each([
  ['tel:+886-2-2345-6789', '+886223456789'],
  ['tel:+886223456789;ext=12', '+886223456789'],
  ['TEL:(02)2345.6789', '0223456789'],
  ['callto:0800%20000%20123', '0800000123'],
  ['callto://+442079460000', '+442079460000'],
  ['sip:+886912345678@carrier.example;user=phone', '+886912345678'],
  ['sips:1001@pbx.example', '1001'],
  ['tel:*21*0912345678#', '*21*0912345678#'],
])('%s dials %s', (link, number) => {
  expect(dialNumber(link)).toBe(number);
});

test.each([
  'tel:',
  'tel:1',
  'tel:<script>alert(1)</script>',
  'tel:+886%0d%0aINVITE',
  'sip:maya@ringside.example',
  'https://evil.example/tel:123456',
  'tel:12345678901234567890123456789012345',
  `tel:${' '.repeat(300)}123`,
  'tel:%E0%A4%A',
  '--gateway=http://x',
])('%s dials nothing', (link) => {
  expect(dialNumber(link)).toBeNull();
});

test('a clicked link is found among the arguments of a start', () => {
  expect(dialArgument(['.', '--user-data-dir=/x', 'tel:+886912345678'])).toBe('+886912345678');
  expect(dialArgument(['.', '--no-sandbox'])).toBeNull();
});
