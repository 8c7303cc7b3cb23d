import { expect, test } from 'vitest';
import { FakePhone } from '../../testing/fake-phone.ts';
import { ManualTimers, settled } from '../../testing/manual-timers.ts';
import { voiceFirst } from './voice-first.ts';

function given() {
  const timers = new ManualTimers();
  const phone = new FakePhone({ registration: 'connecting', leg: 'none' });
  let isDrawn = false;
  void voiceFirst(phone, timers).then(() => {
    isDrawn = true;
  });
  return { timers, phone, isDrawn: () => isDrawn };
}

test('after a reload in a call the desk is drawn when the voice is on its way', async () => {
  const { phone, isDrawn } = given();
  phone.become({ registration: 'registered' });
  await settled();
  expect(isDrawn()).toBe(false);
  phone.become({ leg: 'up' });
  await settled();
  expect(isDrawn()).toBe(true);
});

test('a telephone that does not come back does not keep the desk from being drawn', async () => {
  const { timers, isDrawn } = given();
  timers.pass(599);
  await settled();
  expect(isDrawn()).toBe(false);
  timers.pass(1);
  await settled();
  expect(isDrawn()).toBe(true);
});
