import { describe, expect, it } from 'vitest';
import {
  inviteClient,
  inviteClientDue,
  startInviteClient,
  type InviteClient,
  type InviteClientInput,
} from './invite-client.ts';

const response = (status: number) => ({ type: 'response', status }) as const;
const cancel = { type: 'cancel' } as const;
const time = { type: 'time' } as const;
const lost = { type: 'transportFailed' } as const;

function play(reliable: boolean, ...inputs: readonly (readonly [number, InviteClientInput])[]) {
  let tx: InviteClient = startInviteClient(0, reliable);
  const done: string[] = [];
  for (const [at, input] of inputs) {
    const next = inviteClient(tx, input, at, reliable);
    tx = next.state;
    for (const output of next.outputs) done.push(`${at} ${output.do === 'fail' ? output.why : output.do}`);
  }
  return { state: tx.state, due: inviteClientDue(tx), done };
}

function wait(reliable: boolean, ...inputs: readonly (readonly [number, InviteClientInput])[]) {
  const played = [...inputs];
  for (let turn = 0; turn < 100; turn += 1) {
    const { due, state, done } = play(reliable, ...played);
    if (due === null) return { state, done };
    played.push([due, time]);
  }
  throw new Error('It never ends');
}

describe('RFC 3261 17.1.1: an INVITE that we sent', () => {
  it('timers A and B: is repeated with doubling pauses over UDP and given up after 64 T1', () => {
    expect(wait(false).done).toEqual([
      ...[500, 1_500, 3_500, 7_500, 15_500, 31_500].map((at) => `${at} resend`),
      '32000 timeout',
    ]);
  });

  it('is sent once over a connection and given up after 64 T1', () => {
    expect(wait(true).done).toEqual(['32000 timeout']);
  });

  it('rings for as long as the peer likes once it has said something', () => {
    expect(play(false, [100, response(100)], [200, response(180)])).toEqual({
      state: 'proceeding',
      due: null,
      done: ['100 deliver', '200 deliver'],
    });
  });

  it('fails when the connection does', () => {
    expect(play(true, [5, lost])).toMatchObject({ done: ['5 transport'], state: 'terminated' });
    expect(play(true, [5, response(180)], [6, lost])).toMatchObject({ done: ['5 deliver', '6 transport'] });
  });
});

describe('a refusal', () => {
  it('timer D: is acknowledged, and each time again that it comes within 32 s over UDP', () => {
    const { done, state, due } = play(false, [0, response(486)], [500, response(486)], [600, response(200)]);
    expect({ done, state }).toEqual({ done: ['0 sendAck', '0 deliver', '500 sendAck'], state: 'completed' });
    expect(due).toBeGreaterThan(32_000);
  });

  it('is acknowledged once over a connection', () => {
    expect(play(true, [0, response(486)], [1, response(486)])).toEqual({
      done: ['0 sendAck', '0 deliver'],
      state: 'terminated',
      due: null,
    });
  });
});

describe('RFC 6026: an answer', () => {
  it('timer M: every 2xx within 64 T1 is delivered, also those of other branches of a fork', () => {
    const { done, state, due } = play(
      false,
      [0, response(200)],
      [500, response(200)],
      [600, response(486)],
      [700, response(180)],
    );
    expect({ done, state, due }).toEqual({
      done: ['0 deliver', '500 deliver'],
      state: 'accepted',
      due: 32_000,
    });
    expect(play(true, [0, response(200)], [32_000, time]).state).toBe('terminated');
  });

  it('is not undone by a connection that closes', () => {
    expect(play(true, [0, response(200)], [1, lost])).toMatchObject({
      done: ['0 deliver'],
      state: 'accepted',
    });
  });
});

describe('section 9.1: a call that is cancelled', () => {
  it('waits with the CANCEL until a provisional response has come', () => {
    expect(play(false, [0, cancel]).done).toEqual([]);
    expect(play(false, [0, cancel], [50, response(180)]).done).toEqual(['50 deliver', '50 sendCancel']);
    expect(play(false, [0, response(180)], [50, cancel], [60, cancel]).done).toEqual([
      '0 deliver',
      '50 sendCancel',
    ]);
  });

  it('sends no CANCEL when the final response was quicker', () => {
    expect(play(false, [0, cancel], [50, response(200)], [60, cancel]).done).toEqual(['50 deliver']);
    expect(play(false, [0, cancel], [50, response(486)], [60, cancel]).done).toEqual([
      '50 sendAck',
      '50 deliver',
    ]);
  });

  it('is given up when no 487 comes within 64 T1', () => {
    expect(wait(false, [0, response(180)], [1_000, cancel]).done).toEqual([
      '0 deliver',
      '1000 sendCancel',
      '33000 timeout',
    ]);
  });
});
