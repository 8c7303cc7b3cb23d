import { expect, test } from 'vitest';
import { closing } from './closing.ts';

test('what was opened last is closed first', async () => {
  const closed: string[] = [];
  const opened = closing();
  opened.later(() => void closed.push('store'));
  opened.later(async () => void closed.push('switch'));
  await opened.all();
  expect(closed).toEqual(['switch', 'store']);
});

test('one that can’t be closed does not keep the others open', async () => {
  const closed: string[] = [];
  const opened = closing();
  opened.later(() => void closed.push('store'));
  opened.later(() => Promise.reject(new Error('the switch would not stop')));
  await expect(opened.all()).rejects.toThrow('the switch would not stop');
  expect(closed).toEqual(['store']);
});

test('everything is closed once', async () => {
  let times = 0;
  const opened = closing();
  opened.later(() => void (times += 1));
  await opened.all();
  await opened.all();
  expect(times).toBe(1);
});
