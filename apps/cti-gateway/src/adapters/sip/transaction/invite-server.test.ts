import { describe, expect, it } from 'vitest';
import {
  inviteServer,
  inviteServerDue,
  startInviteServer,
  type InviteServer,
  type InviteServerInput,
} from './invite-server.ts';

const ringing = { type: 'response', status: 180, bytes: Uint8Array.of(180) } as const;
const ok = { type: 'response', status: 200, bytes: Uint8Array.of(200) } as const;
const busy = { type: 'response', status: 486, bytes: Uint8Array.of(486 % 256) } as const;
const request = { type: 'request' } as const;
const ack = { type: 'ack' } as const;
const time = { type: 'time' } as const;
const lost = { type: 'transportFailed' } as const;

/** Plays inputs at their times, in ms from the INVITE, and gives what was done: `send`, `again`, or the word. */
function play(reliable: boolean, ...inputs: readonly (readonly [number, InviteServerInput])[]) {
  let tx: InviteServer = startInviteServer(0);
  const done: string[] = [];
  for (const [at, input] of inputs) {
    const next = inviteServer(tx, input, at, reliable);
    tx = next.state;
    for (const output of next.outputs) {
      const word =
        output.do === 'send'
          ? output.again
            ? 'again'
            : 'send'
          : output.do === 'fail'
            ? output.why
            : output.do;
      done.push(`${at} ${word}`);
    }
  }
  return { state: tx.state, due: inviteServerDue(tx), done };
}

/** Lets every deadline pass until nothing is due any more. */
function wait(reliable: boolean, ...inputs: readonly (readonly [number, InviteServerInput])[]) {
  const played = [...inputs];
  for (let turn = 0; turn < 100; turn += 1) {
    const { due, state, done } = play(reliable, ...played);
    if (due === null) return { state, done };
    played.push([due, time]);
  }
  throw new Error('It never ends');
}

describe('RFC 3261 17.2.1: an INVITE that came in', () => {
  it('gets 100 Trying when nobody has answered after 2 ms, and only once', () => {
    expect(play(false, [1, time]).done).toEqual([]);
    expect(play(false, [2, time], [900, time]).done).toEqual(['2 sayTrying']);
  });

  it('gets no 100 Trying when somebody was quicker', () => {
    expect(play(false, [1, ringing], [200, time])).toMatchObject({ done: ['1 send'], due: null });
  });

  it('gets the last provisional response again when it is repeated', () => {
    expect(play(false, [0, request], [50, ringing], [500, request]).done).toEqual(['50 send', '500 again']);
  });
});

describe('timers G and H: a refusal over UDP', () => {
  it('is repeated at T1, doubling to T2, until the ACK is given up after 64 T1', () => {
    const { done, state } = wait(false, [0, busy]);
    const times = [500, 1_500, 3_500, 7_500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500];
    expect(done).toEqual(['0 send', ...times.map((at) => `${at} again`), '32000 timeout']);
    expect(state).toBe('terminated');
  });

  it('is repeated when the INVITE is', () => {
    expect(play(false, [0, busy], [300, request]).done).toEqual(['0 send', '300 again']);
  });

  it('stops with the ACK, and timer I absorbs further ones for T4', () => {
    const { done, state, due } = play(false, [0, busy], [100, ack], [200, ack], [300, request]);
    expect({ done, state, due }).toEqual({ done: ['0 send'], state: 'confirmed', due: 5_100 });
    expect(play(false, [0, busy], [100, ack], [5_100, time]).state).toBe('terminated');
  });
});

describe('a refusal over a connection', () => {
  it('is sent once, ends with the ACK at once, and times out without', () => {
    expect(wait(true, [0, busy]).done).toEqual(['0 send', '32000 timeout']);
    expect(play(true, [0, busy], [100, ack])).toMatchObject({ state: 'terminated', due: null });
  });
});

describe('RFC 6026: a call that was answered', () => {
  it('stays for timer L, so that repeated INVITEs are absorbed, and passes ACKs on', () => {
    const { done, state, due } = play(false, [0, ok], [500, request], [600, ack], [700, ack]);
    expect({ done, state, due }).toEqual({
      done: ['0 send', '600 passAck', '700 passAck'],
      state: 'accepted',
      due: 32_000,
    });
    expect(play(false, [0, ok], [32_000, time]).state).toBe('terminated');
  });

  it('sends the 2xx again when the dialog repeats it, and nothing else', () => {
    expect(play(false, [0, ok], [500, ok], [600, busy], [700, ringing]).done).toEqual([
      '0 send',
      '500 again',
    ]);
  });

  it('stays for timer L over a connection too', () => {
    expect(play(true, [0, ok]).due).toBe(32_000);
  });

  it('is told when the 2xx could not be sent, and goes on', () => {
    expect(play(true, [0, ok], [10, lost])).toMatchObject({
      done: ['0 send', '10 transport'],
      state: 'accepted',
    });
  });
});

it('a transport that fails ends an INVITE that has no final response, and one that was refused', () => {
  expect(play(true, [0, lost])).toMatchObject({ done: ['0 transport'], state: 'terminated', due: null });
  expect(play(true, [0, busy], [1, lost])).toMatchObject({
    done: ['0 send', '1 transport'],
    state: 'terminated',
  });
});

it('a second final response changes nothing', () => {
  expect(play(false, [0, busy], [1, ok]).done).toEqual(['0 send']);
});
