import { expect, it } from 'vitest';
import {
  plainServer,
  plainServerDue,
  startPlainServer,
  type PlainServer,
  type PlainServerInput,
} from './plain-server.ts';

const trying = { type: 'response', status: 100, bytes: Uint8Array.of(100) } as const;
const ok = { type: 'response', status: 200, bytes: Uint8Array.of(200) } as const;
const request = { type: 'request' } as const;
const time = { type: 'time' } as const;

function play(reliable: boolean, ...inputs: readonly (readonly [number, PlainServerInput])[]) {
  let tx: PlainServer = startPlainServer(0);
  const done: string[] = [];
  for (const [at, input] of inputs) {
    const next = plainServer(tx, input, at, reliable);
    tx = next.state;
    for (const output of next.outputs) {
      done.push(
        output.do === 'fail'
          ? `${at} ${output.why}`
          : `${at} ${output.again ? 'again' : 'send'} ${output.bytes[0]}`,
      );
    }
  }
  return { state: tx.state, due: plainServerDue(tx), done };
}

it('RFC 3261 17.2.2: a repeated request is absorbed while nobody has answered', () => {
  expect(play(false, [500, request])).toEqual({ state: 'trying', due: 32_000, done: [] });
});

it('a repeated request gets the last response again, provisional or final', () => {
  expect(play(false, [0, trying], [500, request], [600, ok], [1_500, request]).done).toEqual([
    '0 send 100',
    '500 again 100',
    '600 send 200',
    '1500 again 200',
  ]);
});

it('timer J: the final response is kept for 64 T1 over UDP and not at all over a connection', () => {
  expect(play(false, [100, ok])).toMatchObject({ state: 'completed', due: 32_100 });
  expect(play(false, [100, ok], [32_100, time]).state).toBe('terminated');
  expect(play(true, [100, ok])).toMatchObject({ state: 'terminated', due: null });
});

it('a request that nobody answers is forgotten when its client has given up', () => {
  expect(play(false, [31_999, time]).state).toBe('trying');
  expect(play(false, [32_000, time], [32_001, ok])).toEqual({ state: 'terminated', due: null, done: [] });
});

it('only the first final response counts', () => {
  expect(play(false, [0, ok], [1, { ...ok, status: 500 }]).done).toEqual(['0 send 200']);
});

it('ends when its answer can not be sent', () => {
  expect(play(true, [0, trying], [1, { type: 'transportFailed' }])).toMatchObject({
    state: 'terminated',
    done: ['0 send 100', '1 transport'],
  });
});
