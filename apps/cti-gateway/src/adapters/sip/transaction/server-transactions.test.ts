import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { header, headers } from '../message/header.ts';
import { MESSAGE_LIMITS } from '../message/message-limits.ts';
import type { SipRequest, SipResponse } from '../message/message.ts';
import { parseMessage, type ReadMessage } from '../message/parse-message.ts';
import { responseTo } from '../message/response-to.ts';
import type { IncomingRequest } from '../stack.ts';
import { newCounters } from '../transport/counters.ts';
import { createDeadlineQueue } from './deadline-queue.ts';
import { createFakeFlow } from './testing/fake-flow.ts';
import { ServerTransactions } from './server-transactions.ts';

interface Asked {
  readonly method?: string;
  readonly branch?: string;
  readonly callId?: string;
  readonly toTag?: string;
  readonly via?: string;
  readonly maxForwards?: number;
  readonly number?: number;
}

function asked({
  method = 'INVITE',
  branch = 'z9hG4bK1',
  callId = 'c1',
  toTag,
  via,
  maxForwards = 70,
  number = 1,
}: Asked = {}) {
  const text =
    `${method} sip:service@192.0.2.99 SIP/2.0\r\nVia: ${via ?? `SIP/2.0/UDP 192.0.2.1:5060;rport;branch=${branch}`}\r\n` +
    `Max-Forwards: ${maxForwards}\r\nFrom: "Mr Okafor" <sip:okafor@192.0.2.1>;tag=caller\r\n` +
    `To: <sip:service@192.0.2.99>${toTag === undefined ? '' : `;tag=${toTag}`}\r\nCall-ID: ${callId}\r\nCSeq: ${number} ${method}\r\n\r\n`;
  const read = parseMessage(Buffer.from(text), MESSAGE_LIMITS);
  if (!read.ok || read.value.message.kind !== 'request') throw new Error('no request');
  return { message: read.value.message, essentials: read.value.essentials } satisfies ReadMessage<SipRequest>;
}

function stage({ transport = 'udp', most = 1_000 }: { transport?: 'udp' | 'tcp'; most?: number } = {}) {
  const clock = createManualClock();
  const flow = createFakeFlow(transport);
  const counters = newCounters();
  const heard: IncomingRequest[] = [];
  const faults: unknown[] = [];
  let tag = 0;
  let user = (_incoming: IncomingRequest): void => {};
  const queue = createDeadlineQueue(clock);
  const transactions = new ServerTransactions({
    queue,
    now: clock.now,
    newTag: () => `tag${(tag += 1)}`,
    counters,
    most,
    sendResponse: (to, _via, bytes, failed) => to.send(bytes, failed),
    deliver: (incoming) => {
      heard.push(incoming);
      user(incoming);
    },
    guard: (act) => {
      try {
        act();
        return true;
      } catch (fault) {
        faults.push(fault);
        return false;
      }
    },
  });
  const statuses = () =>
    flow.sent.map((message) => (message.kind === 'response' ? message.status : message.method));
  const receive = (what: Asked = {}) => transactions.receive(asked(what), flow);
  const answer = (status: number, index = 0) => {
    const incoming = heard[index];
    if (incoming === undefined) throw new Error('Nobody asked');
    incoming.respond(responseTo(incoming.request, status, null));
  };
  return {
    clock,
    flow,
    counters,
    heard,
    faults,
    queue,
    transactions,
    statuses,
    receive,
    answer,
    onRequest: (handle: typeof user) => (user = handle),
  };
}

const lastResponse = (sent: readonly unknown[]) => sent.at(-1) as SipResponse;

describe('a request', () => {
  it('reaches the transaction user once, however often it is repeated', () => {
    const { receive, heard, counters } = stage();
    receive();
    receive();
    receive();
    expect(heard).toHaveLength(1);
    expect(counters).toMatchObject({ requestsIn: 3, retransmissionsIn: 2 });
  });

  it('gets a response with the Via it came with, where it came from, and a tag', () => {
    const { receive, heard, flow } = stage();
    receive({ via: 'SIP/2.0/UDP 10.0.0.1:5060;rport;branch=z9hG4bK1' });
    heard[0]?.respond({
      kind: 'response',
      status: 180,
      reason: 'Ringing',
      headers: [{ name: 'Contact', value: '<sip:us>' }],
      body: new Uint8Array(0),
    });
    const response = lastResponse(flow.sent);
    expect(headers(response, 'Via')).toEqual([
      'SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bK1;received=192.0.2.1;rport=5060',
    ]);
    expect(header(response, 'To')).toBe('<sip:service@192.0.2.99>;tag=tag1');
    expect(header(response, 'Call-ID')).toBe('c1');
    expect(header(response, 'Contact')).toBe('<sip:us>');
  });

  it('keeps the tag that the dialog chose', () => {
    const { receive, heard, flow } = stage();
    receive();
    const request = heard[0]?.request as SipRequest;
    heard[0]?.respond(responseTo(request, 180, null, { toTag: 'ours' }));
    expect(header(lastResponse(flow.sent), 'To')).toContain('tag=ours');
  });

  it('of another branch at another call is another request, also from a peer of RFC 2543', () => {
    const { receive, heard } = stage();
    receive({ via: 'SIP/2.0/UDP 192.0.2.1', callId: 'a' });
    receive({ via: 'SIP/2.0/UDP 192.0.2.1', callId: 'a' });
    receive({ via: 'SIP/2.0/UDP 192.0.2.1', callId: 'b' });
    receive({ via: 'SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK', callId: 'c' });
    expect(heard.map(({ request }) => header(request, 'Call-ID'))).toEqual(['a', 'b', 'c']);
  });

  it('gets 100 Trying when the transaction user is still thinking', () => {
    const { receive, clock, flow, statuses } = stage();
    receive();
    clock.advance(1_000);
    expect(statuses()).toEqual([100]);
    expect(header(lastResponse(flow.sent), 'To')).not.toContain('tag=');
  });

  it('gets 500 when its handler fails, and the log the fault', () => {
    const { receive, statuses, onRequest, faults } = stage();
    onRequest(() => {
      throw new Error('a bug');
    });
    receive({ method: 'OPTIONS' });
    expect(statuses()).toEqual([500]);
    expect(faults).toHaveLength(1);
  });
});

describe('an ACK', () => {
  it('to a refusal is absorbed, and ends its repetition', () => {
    const { receive, answer, clock, heard, statuses } = stage();
    receive();
    answer(486);
    receive({ method: 'ACK' });
    clock.advance(60_000);
    expect(statuses()).toEqual([486]);
    expect(heard).toHaveLength(1);
  });

  it('to an answer reaches the dialog, with its own branch or with that of the INVITE', () => {
    const { receive, answer, heard } = stage();
    receive();
    answer(200);
    receive({ method: 'ACK', branch: 'z9hG4bK2' });
    receive({ method: 'ACK', branch: 'z9hG4bK1' });
    expect(heard.map(({ request }) => request.method)).toEqual(['INVITE', 'ACK', 'ACK']);
  });

  it('that is missing is told to whoever refused', () => {
    const { receive, heard, answer, clock, counters } = stage();
    receive();
    const failures: string[] = [];
    heard[0]?.onFailure((why) => failures.push(why));
    answer(486);
    clock.advance(60_000);
    expect(failures).toEqual(['timeout']);
    expect(counters.timeouts).toBe(1);
  });

  it('is never answered', () => {
    const { receive, heard, flow } = stage();
    receive({ method: 'ACK', branch: 'z9hG4bK9' });
    heard[0]?.respond(responseTo(heard[0].request, 481, null));
    expect(flow.sent).toEqual([]);
  });
});

describe('an answer', () => {
  it('may be repeated by the dialog until its ACK comes; other responses after it go nowhere', () => {
    const { receive, answer, statuses } = stage();
    receive();
    answer(180);
    answer(200);
    answer(200);
    answer(486);
    answer(180);
    expect(statuses()).toEqual([180, 200, 200]);
  });
});

describe('section 26.3.2.4: a stranger', () => {
  it('gets one answer, and no forged sender is sent it eleven times', () => {
    const { receive, clock, onRequest, statuses } = stage();
    onRequest((incoming) => incoming.dismiss(responseTo(incoming.request, 403, null)));
    receive();
    clock.advance(40_000);
    expect(statuses()).toEqual([403]);
  });

  it('takes nobody’s place, however many requests come', () => {
    const { transactions, receive, onRequest, statuses } = stage({ most: 5 });
    onRequest((incoming) => incoming.dismiss(responseTo(incoming.request, 403, null)));
    for (const method of ['INVITE', 'OPTIONS', 'CANCEL'])
      for (let n = 0; n < 20; n += 1) receive({ method, branch: `z9hG4bK-${method}${n}`, callId: `c${n}` });
    expect(transactions.size).toBe(0);
    expect(statuses()).not.toContain(503);
  });
});

describe('section 9.2: CANCEL', () => {
  it('gets 200, its INVITE 487 with the same tag, and the call is told', () => {
    const { receive, answer, heard, flow, statuses } = stage();
    receive();
    let cancelled = 0;
    heard[0]?.onCancel(() => {
      cancelled += 1;
    });
    answer(180);
    receive({ method: 'CANCEL' });
    receive({ method: 'CANCEL' });
    expect(statuses()).toEqual([180, 200, 487, 200]);
    expect(cancelled).toBe(1);
    expect(new Set(flow.sent.map((message) => header(message, 'To'))).size).toBe(1);
    expect(header(lastResponse(flow.sent), 'CSeq')).toBe('1 CANCEL');
  });

  it('after the answer gets 200 and changes nothing', () => {
    const { receive, answer, heard, statuses } = stage();
    receive();
    let cancelled = false;
    heard[0]?.onCancel(() => {
      cancelled = true;
    });
    answer(200);
    receive({ method: 'CANCEL' });
    expect(statuses()).toEqual([200, 200]);
    expect(cancelled).toBe(false);
  });

  it('that belongs to nothing gets 481', () => {
    const { receive, statuses, heard } = stage();
    receive({ method: 'CANCEL' });
    expect(statuses()).toEqual([481]);
    expect(heard).toEqual([]);
  });
});

describe('what is refused before anybody is asked', () => {
  it('section 8.2.2.2: the same call by a second way gets 482', () => {
    const { receive, heard, statuses } = stage();
    receive({ branch: 'z9hG4bK1' });
    receive({ branch: 'z9hG4bK2' });
    expect(heard).toHaveLength(1);
    expect(statuses()).toEqual([482]);
  });

  it('a call that was refused may come again by another way', () => {
    const { receive, heard, answer } = stage();
    receive({ branch: 'z9hG4bK1' });
    answer(503);
    receive({ branch: 'z9hG4bK2' });
    expect(heard).toHaveLength(2);
  });

  it('requests within a dialog are not merged', () => {
    const { receive, heard } = stage();
    receive({ method: 'INFO', branch: 'z9hG4bK1', toTag: 'x' });
    receive({ method: 'INFO', branch: 'z9hG4bK2', toTag: 'x' });
    expect(heard).toHaveLength(2);
  });

  it('a call that has been sent on too often gets 483; OPTIONS, REGISTER and requests in dialogs do not', () => {
    const { receive, heard, statuses } = stage();
    receive({ maxForwards: 0 });
    expect(statuses()).toEqual([483]);
    receive({ method: 'OPTIONS', maxForwards: 0, callId: 'b' });
    receive({ method: 'REGISTER', maxForwards: 0, callId: 'c' });
    receive({ method: 'BYE', maxForwards: 0, callId: 'd', toTag: 'x' });
    expect(heard.map(({ request }) => request.method)).toEqual(['OPTIONS', 'REGISTER', 'BYE']);
  });

  it('a request beyond the limit gets 503 with Retry-After, and those that run go on', () => {
    const { receive, heard, answer, statuses, flow, counters } = stage({ most: 2 });
    receive({ callId: 'a', branch: 'z9hG4bKa' });
    receive({ callId: 'b', branch: 'z9hG4bKb' });
    receive({ callId: 'c', branch: 'z9hG4bKc' });
    expect(heard).toHaveLength(2);
    expect(statuses()).toEqual([503]);
    expect(header(lastResponse(flow.sent), 'Retry-After')).toBe('5');
    expect(counters.overload).toBe(1);
    answer(200, 1);
    expect(statuses()).toEqual([503, 200]);
  });
});

it('nothing is left behind when all calls are over', () => {
  const { receive, heard, clock, transactions, queue } = stage();
  for (let call = 0; call < 50; call += 1) receive({ callId: `c${call}`, branch: `z9hG4bK${call}` });
  heard.forEach((incoming, index) =>
    incoming.respond(responseTo(incoming.request, index % 2 ? 200 : 404, null)),
  );
  clock.advance(120_000);
  expect(transactions.size).toBe(0);
  expect(queue.size).toBe(0);
});

it('a transport that fails is told to the call', () => {
  const { receive, heard, answer, flow } = stage({ transport: 'tcp' });
  receive();
  const failures: string[] = [];
  heard[0]?.onFailure((why) => failures.push(why));
  answer(180);
  flow.fail();
  expect(failures).toEqual(['transport']);
});
