import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { unknownStanding } from '../acd/caller-standing.ts';
import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-event.ts';
import { evolveCall, noCall } from '../call/evolve-call.ts';
import type { ManagerRequest } from '../manager/manager-request.ts';
import { requestAfter } from './request-of-call.ts';

const [managers, service] = [asId<'queue'>('managers'), asId<'queue'>('service')];
const max = asId<'agent'>('max');

/** Lets events happen to a call and to its request, one after another. */
function story(events: readonly CallEvent[], begin: ManagerRequest | null = null): ManagerRequest | null {
  let call: Call = noCall;
  let request = begin;
  let made = 0;
  for (const event of events) {
    const before = call;
    call = evolveCall(before, event);
    if (call.state === 'none') throw new Error('The call has begun');
    const around = {
      rotaOf: (queueId: string) => (queueId === managers ? asId<'rota'>('duty') : null),
      nextId: () => asId<'managerRequest'>(`request-${(made += 1)}`),
      missedTask: asId<'task'>('call-back'),
    };
    request = requestAfter(request, { before, event, after: call }, around);
  }
  return request;
}

const arrived: CallEvent = {
  type: 'CallArrived',
  at: 1,
  callId: asId('call-1'),
  trunkId: asId('trunk'),
  legId: asId('customer'),
  caller: { number: null, display: '', withheld: true } as never,
  dialled: 'manager',
  hotlineId: asId('manager'),
  customerId: null,
  standing: unknownStanding,
};
const queued: CallEvent = { type: 'CallQueued', at: 2, queueId: managers };
const offered: CallEvent = {
  type: 'CallOffered',
  at: 3,
  offerId: asId('offer'),
  agentId: max,
  stationId: asId('phone:max'),
  legId: asId('leg'),
  until: 30,
  idleSince: 0,
};
const lost: CallEvent = { type: 'AgentLegLost', at: 6, legId: asId('leg'), until: 9, why: 'lost' };
const back: CallEvent = { type: 'CallReturned', at: 9, agentId: max };
const taken = [arrived, queued, offered, { type: 'CallAnswered', at: 5 } as const, lost];
const promised = {
  type: 'ManagerPromised',
  at: 20,
  taskId: asId('task'),
  promiseId: asId('promise'),
} as CallEvent;

describe('DUTY-9 the request of a call', () => {
  test('Max has the caller and loses them; nobody else answers: the call back is for whoever is on duty, not for him', () => {
    expect(story([...taken, back])).toMatchObject({ state: 'taken', takenBy: max });
    expect(story([...taken, back, promised])).toMatchObject({
      state: 'promised',
      takenBy: null,
      takenAt: null,
      via: null,
      taskId: 'task',
    });
  });

  test('Max noted while they still talked, and then lost the caller: who waits again asks again', () => {
    const noted = taken.length;
    const events = [...taken, back, promised];
    let request: ManagerRequest | null = null;
    let call: Call = noCall;
    for (const [nth, event] of events.entries()) {
      const before = call;
      call = evolveCall(before, event);
      if (call.state === 'none') throw new Error('The call has begun');
      // noted and closed: it is no longer the request of the call
      if (nth === noted) request = null;
      request = requestAfter(
        request,
        { before, event, after: call },
        {
          rotaOf: () => asId<'rota'>('duty'),
          nextId: () => asId<'managerRequest'>(`request-${nth}`),
          missedTask: null,
        },
      );
    }
    expect(request).toMatchObject({ requestId: `request-${noted}`, state: 'promised', takenBy: null });
  });

  test('a caller whom a supervisor moved to agents asks for no manager any more once they are served', () => {
    const moved: CallEvent = { type: 'CallMoved', at: 4, to: service, by: asId('noor') } as CallEvent;
    const gone: CallEvent = {
      type: 'CallEnded',
      at: 8,
      outcome: 'abandoned',
      by: 'caller',
      wrapUpUntil: null,
    };
    expect(story([arrived, queued, moved, gone])).toMatchObject({ state: 'closed', closedAt: 8 });
    expect(story([arrived, queued, gone])).toMatchObject({ state: 'missed', taskId: 'call-back' });
  });
});
