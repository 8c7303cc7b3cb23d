import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { CallEventOf } from './call-event.ts';
import type { CallIn } from './call.ts';
import { notRecorded } from './call.ts';
import { recordOf } from './record-of-call.ts';
import { li, maya, okafor, okaforsNumber, service } from '../../testing/cast.ts';
import { given } from '../../testing/given.ts';

const arrived: CallEventOf<'CallArrived'> = {
  type: 'CallArrived',
  callId: asId('call-1'),
  trunkId: asId('trunk'),
  legId: asId('customer-leg'),
  caller: { kind: 'number', number: okaforsNumber, display: '' },
  dialled: 'service',
  hotlineId: asId('service-line'),
  customerId: okafor.customerId,
  at: 1_000,
};
const queued: CallEventOf<'CallQueued'> = { type: 'CallQueued', queueId: service, at: 1_000 };
const offered: CallEventOf<'CallOffered'> = {
  type: 'CallOffered',
  offerId: asId('offer-1'),
  agentId: maya.agentId,
  stationId: asId('maya-desk'),
  legId: asId('maya-leg'),
  until: 21_000,
  idleSince: 500,
  at: 2_000,
};
const legUp: CallEventOf<'AgentLegUp'> = { type: 'AgentLegUp', legId: offered.legId, at: 2_100 };
const answered: CallEventOf<'CallAnswered'> = { type: 'CallAnswered', at: 5_000 };
const lost: CallEventOf<'AgentLegLost'> = {
  type: 'AgentLegLost',
  legId: offered.legId,
  until: 40_000,
  why: 'lost',
  at: 20_000,
};
const accept = { do: 'accept', offerId: offered.offerId, agentId: maya.agentId, legUntil: 8_000 } as const;
const wrapUp = { mode: 'timedOptional', wrapUpFor: 60_000, dispositionNeeded: true } as const;
const ringing = [arrived, queued, offered] as const;
const talking = [...ringing, legUp, answered] as const;

describe('a call that arrives', () => {
  const { type: _type, at: _at, ...arrival } = arrived;

  test('CALL-1 is queued for its line', () => {
    given()
      .when({ do: 'arrive', ...arrival, to: { queueId: service } }, 1_000)
      .yields(arrived, queued);
  });

  test('CALL-1 is refused with the reason, and recorded', () => {
    const refused = given().when({ do: 'arrive', ...arrival, to: { refused: 'busy' } }, 1_000);
    refused.yields(arrived, { type: 'CallRefused', why: 'busy', at: 1_000 });
    expect(recordOf(refused.after() as CallIn<'ended'>)).toMatchObject({
      outcome: 'refused',
      endedBy: 'gateway',
    });
  });
});

describe('an offer', () => {
  test('OFFER-1 is made to one agent at a time', () => {
    const { type: _type, at: _at, ...offer } = offered;
    given(...ringing)
      .when({ do: 'offer', ...offer, offerId: asId('offer-2'), agentId: li.agentId }, 3_000)
      .isRefused('notPossibleNow');
  });

  test('OFFER-2 is answered at once when the leg is up', () => {
    given(...ringing, legUp)
      .when(accept, 5_000)
      .yields(answered);
  });

  test('OFFER-2 that was another agent’s is gone', () => {
    given(...ringing, legUp)
      .when({ ...accept, agentId: li.agentId }, 5_000)
      .isRefused('offerIsGone');
  });

  test('OFFER-2 that was made before is gone', () => {
    given(...ringing, legUp)
      .when({ ...accept, offerId: asId('offer-0') }, 5_000)
      .isRefused('offerIsGone');
  });

  test('OFFER-8 accepted before the leg is up waits for it', () => {
    given(...ringing)
      .when(accept, 3_000)
      .yields({ type: 'OfferTaken', until: 8_000, at: 3_000 });
  });

  test('OFFER-8 is answered when the leg that was waited for comes up', () => {
    given(...ringing, { type: 'OfferTaken', until: 8_000, at: 3_000 })
      .when({ do: 'agentLegUp', legId: offered.legId, picksUp: false }, 5_000)
      .yields({ ...legUp, at: 5_000 }, answered);
  });

  test('OFFER-8 whose leg never comes is unreachable, not missed', () => {
    given(...ringing, { type: 'OfferTaken', until: 8_000, at: 3_000 })
      .when({ do: 'returnOffer', offerId: offered.offerId, outcome: 'notAnswered' }, 8_000)
      .yields({
        type: 'OfferEnded',
        offerId: offered.offerId,
        agentId: maya.agentId,
        outcome: 'unreachable',
        at: 8_000,
      });
  });

  test('OFFER-9 to a desk phone is accepted by picking up', () => {
    given(...ringing)
      .when({ do: 'agentLegUp', legId: offered.legId, picksUp: true }, 5_000)
      .yields({ ...legUp, at: 5_000 }, answered);
  });

  test('CALL-3 that is declined leaves the call at its old place', () => {
    const back = given(...ringing)
      .when({ do: 'returnOffer', offerId: offered.offerId, outcome: 'declined' }, 9_000)
      .after();
    expect(back).toMatchObject({ state: 'queued', queuedAt: 1_000, passedOver: [maya.agentId] });
  });

  test('OFFER-7 that was withdrawn is not held against the agent', () => {
    const back = given(...ringing)
      .when({ do: 'returnOffer', offerId: offered.offerId, outcome: 'withdrawn' }, 9_000)
      .after();
    expect(back).toMatchObject({ state: 'queued', passedOver: [] });
  });

  test('CALL-6 accepted twice is accepted once', () => {
    given(...talking)
      .when(accept, 6_000)
      .yields();
  });
});

describe('a conversation', () => {
  test('CALL-6 holding a held call changes nothing', () => {
    given(...talking, { type: 'CallHeld', at: 6_000 })
      .when({ do: 'hold' }, 7_000)
      .yields();
  });

  test('CALL-10 counts talking and holding apart', () => {
    const ended = given(...talking, { type: 'CallHeld', at: 8_000 }, { type: 'CallRetrieved', at: 10_000 })
      .when({ do: 'end', by: 'caller', failed: false, wrapUp }, 15_000)
      .after();
    expect(recordOf(ended as CallIn<'wrapUp'>)).toMatchObject({
      talkMs: 8_000,
      holdMs: 2_000,
      waitMs: 4_000,
      outcome: 'handled',
    });
  });

  test('CALL-8 whose agent’s leg is lost keeps the caller and remembers that they were on hold', () => {
    const kept = given(...talking, { type: 'CallHeld', at: 8_000 })
      .when({ do: 'loseAgentLeg', legId: offered.legId, until: 40_000, why: 'lost' }, 20_000)
      .after();
    expect(kept).toMatchObject({ state: 'reconnecting', held: true, until: 40_000 });
  });

  test('CALL-8 goes on where it was when the new leg is up', () => {
    const legId = asId<'leg'>('maya-leg-2');
    const offeredAgain = {
      type: 'AgentLegOffered',
      stationId: offered.stationId,
      legId,
      at: 21_000,
    } as const;
    const back = given(...talking, lost, offeredAgain).when(
      { do: 'agentLegUp', legId, picksUp: false },
      22_000,
    );
    back.yields({ type: 'CallResumed', at: 22_000 });
    expect(back.after()).toMatchObject({ state: 'talking', legId, answeredAt: 5_000 });
  });

  test('CALL-8 an end of an older leg does not disturb the new one', () => {
    given(...talking)
      .when({ do: 'loseAgentLeg', legId: asId('older-leg'), until: 1, why: 'lost' }, 6_000)
      .yields();
  });

  test('CALL-9 goes back to the old place after the grace time', () => {
    const back = given(...talking, lost)
      .when({ do: 'giveUpReconnecting', wrapUp }, 40_000)
      .after();
    expect(back).toMatchObject({ state: 'queued', queuedAt: 1_000, passedOver: [maya.agentId] });
  });

  test('CALL-10 left after it was put back in the queue is neither handled nor abandoned', () => {
    const left = given(...talking, lost, { type: 'CallReturned', agentId: maya.agentId, at: 40_000 })
      .when({ do: 'end', by: 'caller', failed: false, wrapUp }, 50_000)
      .after();
    expect(left).toMatchObject({ state: 'ended', outcome: 'failed', endedBy: 'caller' });
  });
});

describe('an ending', () => {
  test('CALL-10 before anybody answered is abandoned, and says how long they waited', () => {
    const left = given(arrived, queued)
      .when({ do: 'end', by: 'caller', failed: false, wrapUp }, 31_000)
      .after();
    expect(recordOf(left as CallIn<'ended'>)).toMatchObject({
      outcome: 'abandoned',
      waitMs: 30_000,
      endedBy: 'caller',
    });
  });

  test('OFFER-7 while it rings closes the offer as callerGaveUp', () => {
    given(...ringing)
      .when({ do: 'end', by: 'caller', failed: false, wrapUp }, 9_000)
      .yields(
        {
          type: 'OfferEnded',
          offerId: offered.offerId,
          agentId: maya.agentId,
          outcome: 'callerGaveUp',
          at: 9_000,
        },
        { type: 'CallEnded', outcome: 'abandoned', by: 'caller', wrapUpUntil: null, at: 9_000 },
      );
  });

  test('CALL-10 happens once', () => {
    given(...talking, {
      type: 'CallEnded',
      outcome: 'handled',
      by: 'caller',
      wrapUpUntil: 70_000,
      at: 10_000,
    })
      .when({ do: 'end', by: 'agent', failed: false, wrapUp }, 11_000)
      .yields();
  });

  test('WRAP-3 in a queue without wrap-up closes what was not recorded', () => {
    given(...talking)
      .when({ do: 'end', by: 'caller', failed: false, wrapUp: { ...wrapUp, mode: 'none' } }, 9_000)
      .yields(
        { type: 'ContactDisposed', closing: notRecorded, at: 9_000 },
        { type: 'CallEnded', outcome: 'handled', by: 'caller', wrapUpUntil: null, at: 9_000 },
      );
  });
});

describe('wrap-up', () => {
  const ended = {
    type: 'CallEnded',
    outcome: 'handled',
    by: 'caller',
    wrapUpUntil: 70_000,
    at: 10_000,
  } as const;
  const closing = { disposition: 'solved', resolved: true, feeling: null, note: '' } as const;

  test('WRAP-2 is not done without a disposition where one is needed', () => {
    given(...talking, ended)
      .when({ do: 'endWrapUp', by: 'agent', dispositionNeeded: true }, 11_000)
      .isRefused('dispositionMissing');
  });

  test('WRAP-1 may be filled in during the call', () => {
    given(...talking, { type: 'ContactDisposed', closing, at: 6_000 }, ended)
      .when({ do: 'endWrapUp', by: 'agent', dispositionNeeded: true }, 11_000)
      .yields({ type: 'WrapUpEnded', by: 'agent', at: 11_000 });
  });

  test('WRAP-3 ends at the deadline as notRecorded', () => {
    given(...talking, ended)
      .when({ do: 'endWrapUp', by: 'deadline', dispositionNeeded: true }, 70_000)
      .yields(
        { type: 'ContactDisposed', closing: notRecorded, at: 70_000 },
        { type: 'WrapUpEnded', by: 'deadline', at: 70_000 },
      );
  });

  test('WRAP-3 keeps what the agent said when the deadline comes', () => {
    const done = given(...talking, ended, { type: 'ContactDisposed', closing, at: 12_000 })
      .when({ do: 'endWrapUp', by: 'deadline', dispositionNeeded: true }, 70_000)
      .after();
    expect(recordOf(done as CallIn<'ended'>)).toMatchObject({ disposition: 'solved', wrapUpMs: 60_000 });
  });
});
