import { minutes, seconds } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import type { CallId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { Queue } from '../domain/centre/queue.ts';
import { centre, maya, service } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const withQueue = (changed: Partial<Queue>) => ({
  centre: {
    queues: centre.queues.map((queue) => (queue.queueId === service ? { ...queue, ...changed } : queue)),
  },
});
const spoken = withQueue({
  waiting: { announceEvery: seconds(60), comfort: 'please-hold', position: true, expectedWait: true },
});

const saidTo = (rig: Rig, callId: CallId): readonly (readonly string[])[] =>
  rig.telephony.asked
    .filter((one) => one.callId === callId && one.ask === 'announce')
    .map((one) => one['sounds'] as readonly string[]);

const place = (position: number): readonly string[] => [
  'position-before-en',
  `number-${position}-en`,
  'position-after-en',
];

describe('WAIT what a waiting caller is told', () => {
  test('WAIT-2 the first word comes after a quarter of a minute, the next at the interval', async () => {
    const rig = await openRig(spoken);
    const callId = await rig.callIn();
    await rig.advance(seconds(14));
    expect(saidTo(rig, callId)).toEqual([]);
    await rig.advance(seconds(1));
    expect(saidTo(rig, callId)).toEqual([['please-hold-en', ...place(1)]]);
    await rig.advance(seconds(59));
    expect(saidTo(rig, callId)).toHaveLength(1);
    await rig.advance(seconds(1));
    expect(saidTo(rig, callId)).toHaveLength(2);
  });

  test('WAIT-3 a place is said again only when it has become better', async () => {
    const rig = await openRig(spoken);
    const first = await rig.callIn();
    const second = await rig.callIn({ from: null });
    await rig.advance(seconds(15));
    expect(saidTo(rig, second)).toEqual([['please-hold-en', ...place(2)]]);
    await rig.advance(seconds(60));
    expect(saidTo(rig, second).at(-1)).toEqual(['please-hold-en']);
    await rig.advance(seconds(60));
    expect(saidTo(rig, second).at(-1)).toEqual(['please-hold-en']);
    await rig.hangUp(first);
    await rig.advance(seconds(60));
    expect(saidTo(rig, second).at(-1)).toEqual(['please-hold-en', ...place(1)]);
  });

  test('WAIT-2 nothing is said while an agent is being rung, and it goes on after an offer that came to nothing', async () => {
    const rig = await openRig(spoken);
    const callId = await rig.callIn();
    await rig.advance(seconds(10));
    const atMaya = await rig.seatReady(maya);
    await rig.advance(seconds(10));
    expect(saidTo(rig, callId)).toEqual([]);
    await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
    await rig.advance(0);
    expect(saidTo(rig, callId)).toHaveLength(1);
  });

  test('WAIT-6 a restart neither repeats what was said nor forgets which place that was', async () => {
    const rig = await openRig(spoken);
    const callId = await rig.callIn();
    await rig.happens({ type: 'legRecord', callId, legId: asId(`${callId}-customer`), record: 'a leg' });
    await rig.advance(seconds(15));
    await rig.advance(seconds(30));
    await rig.restart([callId]);
    expect(saidTo(rig, callId)).toEqual([]);
    await rig.advance(seconds(30));
    expect(saidTo(rig, callId)).toEqual([['please-hold-en']]);
  });

  test('WAIT-4 the wait is said as a range once enough calls are known, and not before', async () => {
    const rig = await openRig(spoken);
    const atMaya = await rig.seatReady(maya);
    for (let call = 0; call < 5; call += 1) {
      const callId = await rig.callIn({ from: null });
      await rig.answer(atMaya);
      await rig.advance(minutes(4));
      await rig.hangUp(callId);
      await atMaya.do({
        do: 'wrapUp.dispose',
        callId,
        disposition: { disposition: 'solved', resolved: true, feeling: null, note: '' },
      });
      await atMaya.do({ do: 'wrapUp.done', callId });
    }
    await rig.callIn({ from: null });
    await rig.answer(atMaya);
    const waiting = await rig.callIn();
    await rig.advance(seconds(15));
    expect(saidTo(rig, waiting)).toEqual([
      [
        'please-hold-en',
        ...place(1),
        'wait-about-en',
        'number-3-en',
        'wait-to-en',
        'number-5-en',
        'wait-minutes-en',
      ],
    ]);
  });

  test('WAIT-2 who hears ringing is told nothing: the call is not answered yet', async () => {
    const rig = await openRig({
      centre: {
        queues: centre.queues.map((queue) => ({
          ...queue,
          ...spoken.centre.queues[0],
          queueId: queue.queueId,
        })),
      },
    });
    const callId = await rig.callIn({ to: 'billing' });
    await rig.advance(minutes(2));
    expect(saidTo(rig, callId)).toEqual([]);
  });
});
