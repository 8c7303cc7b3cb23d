import { describe, expect, it } from 'vitest';
import { header, headers } from '../message/header.ts';
import { FakeFlow } from '../switch/testing/fake-stack.ts';
import { givenSwitch } from '../switch/testing/given-switch.ts';

describe('The registrar', () => {
  it('registers a page at a name that resolves to nothing, by its WebSocket, and says for how long', async () => {
    const { stations, events, telephony } = givenSwitch();
    const { received } = await stations.register('maya');
    expect(received.statuses).toEqual([200]);
    expect(header(received.last(), 'Contact')).toBe('<sip:r1@x.invalid;transport=ws>;expires=600');
    expect(events).toEqual([{ type: 'stationUp', stationId: 'maya' }]);
    expect(telephony.status().stations).toBe(1);
  });

  it('challenges with SHA-256 first and MD5 last, each in a header of its own', async () => {
    const { stations } = givenSwitch();
    const { received } = await stations.register('maya', { password: 'wrong' });
    const challenges = headers(received.last(), 'WWW-Authenticate');
    expect(challenges.map((value) => value.slice(value.indexOf('algorithm=')).split(/[,\s]/u)[0])).toEqual([
      'algorithm=SHA-256',
      'algorithm=MD5',
    ]);
  });

  it('a desk phone that knows MD5 alone is asked for nothing else, and registers', async () => {
    const { stations } = givenSwitch();
    const flow = new FakeFlow('udp', '198.51.100.9', 5_060);
    const { received } = await stations.register('li', { flow, password: 'wrong' });
    const challenges = headers(received.last(), 'WWW-Authenticate');
    expect(challenges.map((value) => value.includes('algorithm=MD5'))).toEqual([true]);
  });

  it('refuses a wrong password and a station without a grant in the same way', async () => {
    const { stations, events } = givenSwitch();
    expect((await stations.register('maya', { password: 'wrong' })).received.statuses).toEqual([401]);
    expect((await stations.register('nobody')).received.statuses).toEqual([401]);
    expect(events).toEqual([]);
  });

  it('lets a whole office register while one telephone there guesses', async () => {
    const { stations } = givenSwitch();
    const office = (port: number) => new FakeFlow('ws', '203.0.113.5', port);
    for (let guess = 0; guess < 30; guess += 1)
      await stations.register('nobody', { flow: office(1_000), password: `guess-${guess}` });
    expect((await stations.register('maya', { flow: office(2_000) })).received.statuses).toEqual([200]);
  });

  it('stops those who guess, by station and address, for a minute', async () => {
    const { stations, clock, telephony } = givenSwitch();
    const flow = new FakeFlow('ws', '203.0.113.5', 1_000);
    for (let guess = 0; guess < 20; guess += 1)
      await stations.register('maya', { flow, password: `guess-${guess}` });
    expect((await stations.register('maya', { flow })).received.statuses).toEqual([403]);
    expect(telephony.status().counters['registrar.blocked']).toBe(1);
    expect((await stations.register('maya')).received.statuses).toEqual([200]);
    clock.advance(60_000);
    expect((await stations.register('maya', { flow })).received.statuses).toEqual([200]);
  });

  it('lets a page register by WebSocket only, a desk phone by UDP, TCP or TLS only', async () => {
    const { stations } = givenSwitch();
    const over = async (station: string, transport: 'udp' | 'tls' | 'wss') =>
      (await stations.register(station, { flow: new FakeFlow(transport, '198.51.100.9', 5_060) })).received
        .statuses;
    expect(await over('maya', 'udp')).toEqual([403]);
    expect(await over('maya', 'wss')).toEqual([200]);
    expect(await over('desk-li', 'udp')).toEqual([200]);
    expect(await over('desk-li', 'tls')).toEqual([200]);
    expect(await over('desk-li', 'wss')).toEqual([403]);
  });

  it('never registers for longer than the grant, and wants 10 s at least', async () => {
    const { stations } = givenSwitch();
    const day = await stations.register('maya', { expires: 86_400 });
    expect(header(day.received.last(), 'Contact')).toContain('expires=3600');
    const short = await stations.register('maya', { expires: 5 });
    expect(short.received.statuses).toEqual([423]);
    expect(header(short.received.last(), 'Min-Expires')).toBe('10');
  });

  it('forgets a station whose registration runs out, whose connection closes, or that says so', async () => {
    const expired = givenSwitch();
    await expired.stations.register('maya');
    expired.clock.advance(600_000);
    expect(expired.events.map(({ type }) => type)).toEqual(['stationUp', 'stationDown']);

    const closed = givenSwitch();
    (await closed.stations.register('maya')).flow.close();
    expect(closed.events.map(({ type }) => type)).toEqual(['stationUp', 'stationDown']);

    const left = givenSwitch();
    const { flow } = await left.stations.register('maya');
    await left.stations.register('maya', { flow, callId: 'reg-1', cseq: 5, expires: 0 });
    expect(left.events.map(({ type }) => type)).toEqual(['stationUp', 'stationDown']);
  });

  it('refreshes without a word', async () => {
    const { stations, events, clock } = givenSwitch();
    const contact = '<sip:same@x.invalid;transport=ws>';
    const { flow } = await stations.register('maya', { contact });
    clock.advance(500_000);
    await stations.register('maya', { flow, contact, callId: 'reg-1', cseq: 5 });
    clock.advance(500_000);
    expect(events.map(({ type }) => type)).toEqual(['stationUp']);
  });

  it('refuses an old REGISTER that comes late', async () => {
    const { stations } = givenSwitch();
    const { flow } = await stations.register('maya', { callId: 'same', cseq: 10 });
    expect((await stations.register('maya', { flow, callId: 'same', cseq: 3 })).received.statuses).toEqual([
      500,
    ]);
  });

  it('keeps the place of a page that has come back when its predecessor says goodbye late', async () => {
    const { stations, events } = givenSwitch();
    const old = await stations.register('maya');
    await stations.register('maya');
    old.flow.open = true;
    await stations.register('maya', { flow: old.flow, expires: 0 });
    expect(events.map(({ type }) => type)).toEqual(['stationUp', 'stationUp']);
  });

  it('takes one place for a station only', async () => {
    const { stations } = givenSwitch();
    const two = await stations.register('maya', { contact: '<sip:a@x.invalid>, <sip:b@x.invalid>' });
    expect(two.received.statuses).toEqual([400]);
  });
});
