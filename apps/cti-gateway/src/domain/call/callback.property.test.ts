import { asId } from '@ringside/shared/model/ids';
import { minutes } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unknownStanding } from '../acd/caller-standing.ts';
import type { Call } from './call.ts';
import { isLive, isOffLine } from './call.ts';
import type { CallCommand } from './call-command.ts';
import type { CallEvent } from './call-event.ts';
import { decideCall } from './decide-call.ts';
import { evolveCall, noCall } from './evolve-call.ts';
import type { CallbackPlan } from './while-waiting.ts';

const number = '+886912345678' as PhoneNumber;
const attempts = 3;
const wrapUp = { mode: 'none', wrapUpFor: 0, dispositionNeeded: false } as const;

const plan = (first: CallbackPlan['first'], until: number | null): CallCommand => ({
  do: 'planCallback',
  callId: asId('callback'),
  trunkId: asId('carrier'),
  legId: asId('leg-0'),
  caller: { kind: 'number', number, display: '' },
  hotlineId: null,
  customerId: null,
  queueId: asId('service'),
  queuedAt: 0,
  plan: {
    of: asId('before'),
    number,
    first,
    onlyFor: null,
    notBefore: 0,
    until,
    attempts,
    retryAfter: minutes(10),
    note: '',
  },
  standing: unknownStanding,
  language: null,
  by: null,
});

let legs = 0;
const leg = () => asId<'leg'>(`leg-${(legs += 1)}`);
const theOffer = asId<'offer'>('offer');
const maya = asId<'agent'>('maya');

/** Anything the gateway, the switch or an agent may want of a callback, in any order. */
const wishes: readonly (() => CallCommand)[] = [
  () => ({ do: 'callbackDue' }),
  () => ({ do: 'ringBack', legId: leg() }),
  () => ({
    do: 'offer',
    offerId: theOffer,
    agentId: maya,
    stationId: asId('desk'),
    legId: leg(),
    until: 0,
    idleSince: 0,
    why: null as never,
  }),
  () => ({ do: 'takeCallback', offerId: theOffer, agentId: maya, legId: leg() }),
  () => ({ do: 'accept', offerId: theOffer, agentId: maya, legUntil: 0 }),
  () => ({ do: 'returnOffer', offerId: theOffer, outcome: 'declined' }),
  () => ({ do: 'customerAnswers' }),
  () => ({ do: 'dialFails', outcome: 'noAnswer', wrapUp }),
  () => ({ do: 'end', by: 'caller', failed: false, wrapUp }),
  () => ({ do: 'giveUpCallback' }),
];

test('BACK-5, BACK-9 whatever is wanted of a callback and when, the customer is rung by one call at a time and not more often than agreed', () => {
  const step = fc.record({ wish: fc.constantFrom(...wishes), after: fc.nat(minutes(12)) });
  const firsts = fc.constantFrom('agentFirst' as const, 'customerFirst' as const);
  const until = fc.option(fc.nat(minutes(60)));
  fc.assert(
    fc.property(firsts, until, fc.array(step, { maxLength: 80 }), (first, end, steps) => {
      let call: Call = noCall;
      let at = 0;
      const happened: CallEvent[] = [];
      const want = (command: CallCommand): void => {
        const decision = decideCall(call, command, at);
        if (!decision.ok) return;
        for (const event of decision.value) {
          // never while an attempt goes on, or after somebody answered
          expect(event.type !== 'CallbackDialled' || isOffLine(call)).toBe(true);
          call = evolveCall(call, event);
          happened.push(event);
        }
      };
      want(plan(first, end));
      for (const { wish, after } of steps) {
        at += after;
        want(wish());
        const isRung = call.state === 'dialling' || call.state === 'ringingBack';
        expect(!isRung || isLive(call)).toBe(true);
      }
      const dialled = happened.filter(({ type }) => type === 'CallbackDialled').length;
      const ended = happened.filter(({ type }) => type === 'CallEnded').length;
      expect(dialled).toBeLessThanOrEqual(attempts);
      expect(ended).toBeLessThanOrEqual(1);
      const outcome = call.state === 'ended' ? call.outcome : 'noAnswer';
      expect(['handled', 'abandoned', 'noAnswer']).toContain(outcome);
    }),
    { numRuns: 500 },
  );
});
