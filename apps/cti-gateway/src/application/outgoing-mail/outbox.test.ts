import { seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../testing/manual-clock.ts';
import { settle } from '../../testing/rig.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { openOutbox } from './outbox.ts';

/** Letters that are under way until the test says so. */
function scene() {
  const clock = createManualClock(0);
  const outbox = openOutbox({ clock, inTurn: oneAtATime() });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (mailId: string, name = mailId): Promise<void> =>
    outbox.take(mailId, async (cutOff) => {
      begun.push(name);
      await new Promise<void>((resolve) => {
        ends.set(name, resolve);
        cutOff.addEventListener('abort', () => resolve());
      });
    });
  return { clock, outbox, begun, ends, take };
}

describe('the outbox', () => {
  test('LETTER-15 one letter that hangs keeps no other: four go at once, the fifth when there is a place', async () => {
    const { begun, ends, take } = scene();
    for (const name of ['hangs', 'second', 'third', 'fourth', 'fifth']) void take(name);
    await settle();
    expect(begun).toEqual(['hangs', 'second', 'third', 'fourth']);
    ends.get('third')?.();
    await settle();
    expect(begun).toEqual(['hangs', 'second', 'third', 'fourth', 'fifth']);
  });

  test('LETTER-15 the same letter is never under way twice', async () => {
    const { begun, ends, take } = scene();
    void take('letter', 'first time');
    void take('letter', 'second time');
    await settle();
    expect(begun).toEqual(['first time']);
    ends.get('first time')?.();
    await settle();
    expect(begun).toEqual(['first time', 'second time']);
  });

  test('LETTER-15 a place is free again after one that fails', async () => {
    const { outbox, begun, take } = scene();
    const fails = () => Promise.reject(new Error('the disk is full'));
    await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => outbox.take(name, fails)));
    void take('next');
    await settle();
    expect(begun).toEqual(['next']);
  });

  test('LETTER-15 a stop begins no other, waits two seconds, and cuts off what hangs', async () => {
    const { clock, outbox, begun, take } = scene();
    for (const name of ['1', '2', '3', '4', 'waits']) void take(name);
    await settle();
    let stopped = false;
    const stop = outbox.stop().then(() => {
      stopped = true;
    });
    clock.advance(seconds(2) - 1);
    await settle();
    expect(stopped).toBe(false);
    clock.advance(1);
    await stop;
    expect(begun).toEqual(['1', '2', '3', '4']);
  });

  test('LETTER-15 a stop ends after four seconds at most, also where a letter does not listen', async () => {
    const { clock, outbox } = scene();
    void outbox.take('deaf', () => new Promise(() => undefined));
    const stop = outbox.stop();
    clock.advance(seconds(4));
    await stop;
  });
});
