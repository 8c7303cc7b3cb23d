import { expect, test } from 'vitest';
import { ManualTimers, settled } from '../testing/manual-timers.ts';
import { outbox } from './outbox.ts';

function given() {
  const timers = new ManualTimers();
  const sent: ((answer: unknown) => void)[] = [];
  const box = outbox<string>(timers, 10_000, (answer) => `read ${String(answer)}`, 'unanswered');
  const post = () => box.post((answered) => sent.push(answered));
  return { timers, sent, box, post };
}

test('what is asked on a living line goes out once and gets its answer', async () => {
  const { box, post, sent } = given();
  box.lineIsUp();
  const answer = post();
  expect(sent).toHaveLength(1);
  sent[0]?.('yes');
  expect(await answer).toBe('read yes');
  box.lineIsUp();
  expect(sent).toHaveLength(1);
});

test('Maya presses Answer while the network changes: it goes out again with the new line', async () => {
  const { box, post, sent } = given();
  box.lineIsUp();
  const answer = post();
  box.lineIsDown();
  box.lineIsUp();
  expect(sent).toHaveLength(2);
  sent[1]?.('yes');
  sent[0]?.('late and second');
  expect(await answer).toBe('read yes');
});

test('what is asked without a line waits for one', async () => {
  const { box, post, sent } = given();
  const answer = post();
  expect(sent).toHaveLength(0);
  box.lineIsUp();
  sent[0]?.('yes');
  expect(await answer).toBe('read yes');
});

test('after ten seconds nobody knows whether it was done, and it is not sent any more', async () => {
  const { box, post, sent, timers } = given();
  const answer = post();
  timers.pass(9_999);
  box.lineIsUp();
  box.lineIsDown();
  timers.pass(1);
  expect(await answer).toBe('unanswered');
  box.lineIsUp();
  expect(sent).toHaveLength(1);
});

test('signing out ends every wait at once', async () => {
  const { box, post } = given();
  const answers = [post(), post()];
  box.giveUp();
  expect(await Promise.all(answers)).toEqual(['unanswered', 'unanswered']);
  await settled();
});
