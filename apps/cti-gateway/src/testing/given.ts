import { expect } from 'vitest';
import type { Instant } from '@ringside/shared/model/instant';
import type { Call } from '../domain/call/call.ts';
import type { CallCommand, CallRefusal } from '../domain/call/call-command.ts';
import type { CallEvent } from '../domain/call/call-event.ts';
import { decideCall } from '../domain/call/decide-call.ts';
import { evolveCall, noCall } from '../domain/call/evolve-call.ts';

/** What happened so far, what is wanted then, and what follows: `given(...).when(...).yields(...)`. */
export function given(...events: readonly CallEvent[]) {
  const call: Call = events.reduce(evolveCall, noCall);
  return {
    call,
    when: (command: CallCommand, at: Instant) => {
      const decision = decideCall(call, command, at);
      return {
        yields: (...expected: readonly CallEvent[]) =>
          expect(decision).toEqual({ ok: true, value: expected }),
        isRefused: (refusal: CallRefusal) => expect(decision).toEqual({ ok: false, refusal }),
        /** the call after what follows */
        after: (): Call => {
          if (!decision.ok) throw new Error(`Refused: ${decision.refusal}`);
          return decision.value.reduce(evolveCall, call);
        },
      };
    },
  };
}
