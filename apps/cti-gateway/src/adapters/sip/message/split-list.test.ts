import { expect, it } from 'vitest';
import { splitList } from './split-list.ts';

it.each([
  ['a', ['a']],
  ['a , b,c', ['a', 'b', 'c']],
  ['"a,b" <sip:x,y@h>, <sip:z@h>', ['"a,b" <sip:x,y@h>', '<sip:z@h>']],
  ['"quote \\", still", b', ['"quote \\", still"', 'b']],
  ['"never ends, b', ['"never ends, b']],
  ['<never ends, b', ['<never ends, b']],
  [',, ,a,,', ['a']],
  [',', []],
  ['', ['']],
])('splits %j at the commas between elements', (text, elements) => {
  expect(splitList(text)).toEqual(elements);
});
