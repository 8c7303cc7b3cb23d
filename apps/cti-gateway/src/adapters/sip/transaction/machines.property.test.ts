import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inviteClient, inviteClientDue, startInviteClient } from './invite-client.ts';
import { inviteServer, inviteServerDue, startInviteServer } from './invite-server.ts';
import { plainClient, plainClientDue, startPlainClient } from './plain-client.ts';
import { plainServer, plainServerDue, startPlainServer } from './plain-server.ts';
import type { Step } from './step.ts';

type Output = { readonly do: string };
interface Play<State, Input> {
  readonly start: (reliable: boolean) => State;
  readonly run: (state: State, input: Input, now: number, reliable: boolean) => Step<State, Output>;
  readonly due: (state: State) => number | null;
  readonly inputs: fc.Arbitrary<Input>;
  /** what must happen for it to end: the part of the world that has no timer */
  readonly last: Input;
}

const bytes = Uint8Array.of(1);
const status = fc.integer({ min: 100, max: 699 });
const heard = status.map((code) => ({ type: 'response' as const, status: code }));
const said = status.map((code) => ({ type: 'response' as const, status: code, bytes }));
const word = <Type extends string>(...types: readonly Type[]) =>
  fc.constantFrom(...types.map((type) => ({ type })));

/** Plays any inputs at any times, deadlines included, then only lets time pass. */
function check<State extends { readonly state: string }, Input>(play: Play<State, Input>) {
  const inputs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), play.inputs), { maxLength: 30 });
  const property = fc.property(fc.boolean(), inputs, (reliable, given) => {
    let state = play.start(reliable);
    let now = 0;
    let finals = 0;
    const put = (input: Input) => {
      const next = play.run(state, input, now, reliable);
      state = next.state;
      finals += next.outputs.filter((output) => output.do === 'fail').length;
    };
    const passTime = (end: number) => {
      for (let turns = 0; ; turns += 1) {
        const due = play.due(state);
        if (due === null || due > end) break;
        // each waking must move on, or the driver would spin
        expect(turns).toBeLessThan(200);
        now = Math.max(now, due);
        put({ type: 'time' } as Input);
      }
      now = Math.max(now, end);
    };
    for (const [pause, input] of given) {
      passTime(now + pause);
      put(input);
    }
    put(play.last);
    passTime(now + 200_000);
    expect(state.state).toBe('terminated');
    expect(play.due(state)).toBeNull();
    expect(finals).toBeLessThanOrEqual(3 * given.length + 1);
  });
  fc.assert(property, { numRuns: 500 });
}

describe('whatever comes in whatever order, a transaction ends once the last answer is given', () => {
  it('INVITE server', () => {
    check({
      start: () => startInviteServer(0),
      run: inviteServer,
      due: inviteServerDue,
      inputs: fc.oneof(said, word('request', 'ack', 'transportFailed')),
      last: { type: 'response', status: 500, bytes },
    });
  });

  it('INVITE client', () => {
    check({
      start: (reliable) => startInviteClient(0, reliable),
      run: inviteClient,
      due: inviteClientDue,
      inputs: fc.oneof(heard, word('cancel', 'transportFailed')),
      last: { type: 'cancel' },
    });
  });

  it('other server', () => {
    check({
      start: () => startPlainServer(0),
      run: plainServer,
      due: plainServerDue,
      inputs: fc.oneof(said, word('request', 'transportFailed')),
      last: { type: 'request' },
    });
  });

  it('other client', () => {
    check({
      start: (reliable) => startPlainClient(0, reliable),
      run: plainClient,
      due: plainClientDue,
      inputs: fc.oneof(heard, word('transportFailed')),
      last: { type: 'transportFailed' },
    });
  });
});
