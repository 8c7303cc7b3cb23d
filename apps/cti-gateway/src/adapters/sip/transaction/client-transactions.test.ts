import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { header } from '../message/header.ts';
import { MESSAGE_LIMITS } from '../message/message-limits.ts';
import type { SipRequest } from '../message/message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { responseTo } from '../message/response-to.ts';
import { serializeMessage } from '../message/serialize-message.ts';
import { newCounters } from '../transport/counters.ts';
import { ClientTransactions } from './client-transactions.ts';
import { createDeadlineQueue } from './deadline-queue.ts';
import { createFakeFlow } from './testing/fake-flow.ts';

const request = (method: string): SipRequest => ({
  kind: 'request',
  method,
  uri: 'sip:maya@192.0.2.1',
  headers: [
    { name: 'Max-Forwards', value: '70' },
    { name: 'Route', value: '<sip:proxy;lr>' },
    { name: 'From', value: '<sip:service@192.0.2.99>;tag=us' },
    { name: 'To', value: '<sip:maya@192.0.2.1>' },
    { name: 'Call-ID', value: 'c1' },
    { name: 'CSeq', value: `7 ${method}` },
  ],
  body: new Uint8Array(0),
});

function stage(transport: 'udp' | 'tcp' = 'udp') {
  const clock = createManualClock();
  const flow = createFakeFlow(transport);
  const counters = newCounters();
  const queue = createDeadlineQueue(clock);
  let branch = 0;
  const guard = (act: () => void) => {
    act();
    return true;
  };
  const transactions = new ClientTransactions({
    queue,
    now: clock.now,
    newBranch: () => `b${(branch += 1)}`,
    counters,
    guard,
  });
  const heard: (number | string)[] = [];
  const send = (method: string) =>
    transactions.send(request(method), flow, {
      onResponse: ({ status }) => heard.push(status),
      onFailure: (why) => heard.push(why),
    });
  /** Answers the nth message that was sent, with headers changed on the way where a test wants that. */
  const answer = (status: number, { index = 0, change = (text: string) => text } = {}) => {
    const sent = flow.sent[index];
    if (sent?.kind !== 'request') throw new Error('no request was sent');
    const text = serializeMessage(responseTo(sent, status, null, { toTag: 'peer' })).toString();
    const read = parseMessage(Buffer.from(change(text)), MESSAGE_LIMITS);
    if (!read.ok || read.value.message.kind !== 'response') throw new Error('no response');
    transactions.receive({ message: read.value.message, essentials: read.value.essentials });
  };
  const methods = () =>
    flow.sent.map((message) => (message.kind === 'request' ? message.method : message.status));
  return { clock, flow, counters, queue, transactions, heard, send, answer, methods };
}

describe('a request of ours', () => {
  it('gets a Via on top with our address, rport and a branch of its own', () => {
    const { send, flow } = stage();
    const { branch } = send('OPTIONS');
    expect(branch).toBe('z9hG4bKb1');
    expect(flow.sent[0]?.headers[0]).toEqual({
      name: 'Via',
      value: 'SIP/2.0/UDP 192.0.2.99:5060;rport;branch=z9hG4bKb1',
    });
  });

  it('is repeated over UDP until it is answered, and the answer comes once', () => {
    const { send, clock, answer, heard, methods, counters } = stage();
    send('OPTIONS');
    clock.advance(600);
    answer(200);
    answer(200);
    clock.advance(60_000);
    expect(methods()).toEqual(['OPTIONS', 'OPTIONS']);
    expect(heard).toEqual([200]);
    expect(counters).toMatchObject({ requestsOut: 1, retransmissionsOut: 1, responsesIn2xx: 2 });
  });

  it('that nobody answers is given up', () => {
    const { send, clock, heard } = stage();
    send('OPTIONS');
    clock.advance(32_000);
    expect(heard).toEqual(['timeout']);
  });

  it('fails when its connection closes, and not when it was answered before', () => {
    const { send, answer, heard, transactions, flow } = stage('tcp');
    send('OPTIONS');
    send('OPTIONS');
    answer(200);
    transactions.flowClosed(flow);
    expect(heard).toEqual([200, 'transport']);
  });

  it('without a way to its target fails later, not inside the call', async () => {
    const { transactions } = stage();
    const heard: string[] = [];
    transactions.send(request('OPTIONS'), null, {
      onResponse: () => {},
      onFailure: (why) => heard.push(why),
    });
    expect(heard).toEqual([]);
    await Promise.resolve();
    expect(heard).toEqual(['transport']);
  });
});

describe('responses that are not for us', () => {
  it.each([
    ['of another branch', (text: string) => text.replace('z9hG4bKb1', 'z9hG4bKb2')],
    ['to another method', (text: string) => text.replace('7 OPTIONS', '7 BYE')],
    ['with the Via of somebody else', (text: string) => text.replace('192.0.2.99:5060', '255.255.255.255')],
    [
      'with two Vias',
      (text: string) => text.replace('Via: ', 'Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKb1\r\nVia: '),
    ],
  ])('are dropped: %s', (_what, change) => {
    const { send, answer, heard, counters } = stage();
    send('OPTIONS');
    answer(200, { change });
    expect(heard).toEqual([]);
    expect(counters.dropped).toBe(1);
  });
});

describe('an INVITE of ours', () => {
  it('that is refused gets its ACK, each time the refusal comes', () => {
    const { send, answer, flow, heard, methods } = stage();
    send('INVITE');
    answer(486);
    answer(486);
    expect(heard).toEqual([486]);
    expect(methods()).toEqual(['INVITE', 'ACK', 'ACK']);
    const ack = flow.sent[1];
    expect(ack && header(ack, 'Via')).toBe(flow.sent[0] && header(flow.sent[0], 'Via'));
    expect(ack && header(ack, 'To')).toBe('<sip:maya@192.0.2.1>;tag=peer');
    expect(ack && header(ack, 'CSeq')).toBe('7 ACK');
    expect(ack && header(ack, 'Route')).toBe('<sip:proxy;lr>');
  });

  it('delivers every answer and leaves the ACK to the dialog', () => {
    const { send, answer, heard, methods } = stage();
    send('INVITE');
    answer(180);
    answer(200);
    answer(200);
    expect(heard).toEqual([180, 200, 200]);
    expect(methods()).toEqual(['INVITE']);
  });

  it('that is cancelled sends CANCEL with the same branch after the first response', () => {
    const { send, answer, flow, heard, methods } = stage();
    const call = send('INVITE');
    call.cancel([{ name: 'Reason', value: 'SIP;cause=200' }]);
    expect(methods()).toEqual(['INVITE']);
    answer(180);
    const cancel = flow.sent[1];
    expect(methods()).toEqual(['INVITE', 'CANCEL']);
    expect(cancel && header(cancel, 'Via')).toContain(call.branch);
    expect(cancel && header(cancel, 'CSeq')).toBe('7 CANCEL');
    expect(cancel && header(cancel, 'Reason')).toBe('SIP;cause=200');
    answer(200, { index: 1 });
    answer(487);
    expect(heard).toEqual([180, 487]);
    expect(methods()).toEqual(['INVITE', 'CANCEL', 'ACK']);
  });

  it('can be cancelled at any time without harm', () => {
    const { send, answer, heard, clock, methods } = stage();
    const call = send('INVITE');
    answer(200);
    call.cancel();
    clock.advance(120_000);
    call.cancel();
    expect(heard).toEqual([200]);
    expect(methods()).toEqual(['INVITE']);
  });
});

it('nothing is left behind when all is over', () => {
  const { send, answer, clock, transactions, queue } = stage();
  for (let call = 0; call < 40; call += 1) {
    const { cancel } = send(call % 2 ? 'INVITE' : 'OPTIONS');
    if (call % 3) answer(call % 5 ? 200 : 404, { index: call });
    else cancel();
  }
  clock.advance(120_000);
  expect(transactions.size).toBe(0);
  expect(queue.size).toBe(0);
});
