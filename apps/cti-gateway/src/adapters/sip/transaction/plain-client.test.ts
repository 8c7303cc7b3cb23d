import { expect, it } from 'vitest';
import {
  plainClient,
  plainClientDue,
  startPlainClient,
  type PlainClient,
  type PlainClientInput,
} from './plain-client.ts';

const response = (status: number) => ({ type: 'response', status }) as const;
const time = { type: 'time' } as const;

function play(reliable: boolean, ...inputs: readonly (readonly [number, PlainClientInput])[]) {
  let tx: PlainClient = startPlainClient(0, reliable);
  const done: string[] = [];
  for (const [at, input] of inputs) {
    const next = plainClient(tx, input, at, reliable);
    tx = next.state;
    for (const output of next.outputs) done.push(`${at} ${output.do === 'fail' ? output.why : output.do}`);
  }
  return { state: tx.state, due: plainClientDue(tx), done };
}

function wait(reliable: boolean, ...inputs: readonly (readonly [number, PlainClientInput])[]) {
  const played = [...inputs];
  for (let turn = 0; turn < 100; turn += 1) {
    const { due, state, done } = play(reliable, ...played);
    if (due === null) return { state, done };
    played.push([due, time]);
  }
  throw new Error('It never ends');
}

it('RFC 3261 17.1.2, timers E and F: a request is repeated at T1, doubling to T2, and given up after 64 T1', () => {
  const times = [500, 1_500, 3_500, 7_500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500];
  expect(wait(false).done).toEqual([...times.map((at) => `${at} resend`), '32000 timeout']);
});

it('once the peer has said that it is at work, it is repeated every T2, and given up all the same', () => {
  const times = [500, 4_500, 8_500, 12_500, 16_500, 20_500, 24_500, 28_500];
  expect(wait(false, [100, response(100)]).done).toEqual([
    '100 deliver',
    ...times.map((at) => `${at} resend`),
    '32000 timeout',
  ]);
});

it('over a connection it is sent once and given up after 64 T1', () => {
  expect(wait(true).done).toEqual(['32000 timeout']);
});

it('timer K: repeated final responses are absorbed for T4 over UDP', () => {
  expect(play(false, [100, response(200)], [600, response(200)])).toEqual({
    state: 'completed',
    due: 5_100,
    done: ['100 deliver'],
  });
  expect(play(false, [100, response(200)], [5_100, time]).state).toBe('terminated');
});

it('over a connection the final response ends it', () => {
  expect(play(true, [100, response(404)])).toEqual({ state: 'terminated', due: null, done: ['100 deliver'] });
});

it('fails with its transport, but not once it was answered', () => {
  expect(play(false, [1, { type: 'transportFailed' }])).toMatchObject({
    state: 'terminated',
    done: ['1 transport'],
  });
  expect(play(false, [1, response(200)], [2, { type: 'transportFailed' }]).done).toEqual(['1 deliver']);
});
