import { describe, expect, it } from 'vitest';
import { header, headers } from '../message/header.ts';
import type { SipHeader, SipResponse } from '../message/message.ts';
import { aRequest } from '../switch/testing/given-switch.ts';
import { afterRequest, dialogAsClient, dialogAsServer, tagOf, withTargetOf } from './dialog.ts';
import { nextHop, requestWithin } from './request-within.ts';

const recordRoutes: readonly SipHeader[] = [
  { name: 'Record-Route', value: '<sip:p1.example;lr>' },
  { name: 'Record-Route', value: '<sip:p2.example;lr>' },
];

const response = (request: ReturnType<typeof aRequest>, more: readonly SipHeader[]): SipResponse => ({
  kind: 'response',
  status: 200,
  reason: 'OK',
  headers: [{ name: 'To', value: `${header(request, 'To')};tag=them` }, ...more],
  body: new Uint8Array(0),
});

describe('A dialog (RFC 3261 section 12)', () => {
  it('of a call that came in keeps the routes as they stand', () => {
    const dialog = dialogAsServer(aRequest('INVITE', { headers: recordRoutes, cseq: 7 }), 'us');
    expect(dialog).toMatchObject({ localTag: 'us', remoteTag: 'a', remoteCSeq: 7, localCSeq: 0 });
    expect(dialog?.routeSet).toEqual(['<sip:p1.example;lr>', '<sip:p2.example;lr>']);
    expect(dialog?.local).toBe('<sip:service@192.0.2.1>;tag=us');
  });

  it('of a call that we made turns the routes round', () => {
    const request = aRequest('INVITE', { from: '<sip:us@192.0.2.1>;tag=us' });
    const contact = { name: 'Contact', value: '"B" <sip:b@192.0.2.10:5070;transport=tcp>;expires=3' };
    const dialog = dialogAsClient(request, response(request, [contact, ...recordRoutes]));
    expect(dialog).toMatchObject({ localTag: 'us', remoteTag: 'them', remoteCSeq: null, choseCallId: true });
    expect(dialog?.routeSet).toEqual(['<sip:p2.example;lr>', '<sip:p1.example;lr>']);
    expect(dialog?.remoteTarget).toBe('sip:b@192.0.2.10:5070;transport=tcp');
  });

  it('is none without a Contact, or with more routes than anybody has', () => {
    const request = aRequest('INVITE', {});
    const without = { ...request, headers: request.headers.filter(({ name }) => name !== 'Contact') };
    expect(dialogAsServer(without, 'us')).toBeNull();
    const many = Array.from({ length: 17 }, () => ({ name: 'Record-Route', value: '<sip:p.example;lr>' }));
    expect(dialogAsServer(aRequest('INVITE', { headers: many }), 'us')).toBeNull();
  });

  it('takes requests in order only', () => {
    const dialog = dialogAsServer(aRequest('INVITE', { cseq: 5 }), 'us');
    if (dialog === null) throw new Error('No dialog was made');
    expect(afterRequest(dialog, aRequest('BYE', { cseq: 6 })).ok).toBe(true);
    expect(afterRequest(dialog, aRequest('BYE', { cseq: 5 }))).toEqual({ ok: false, refusal: 'outOfOrder' });
  });

  it('follows its peer to a new Contact', () => {
    const dialog = dialogAsServer(aRequest('INVITE'), 'us');
    if (dialog === null) throw new Error('No dialog was made');
    const moved = withTargetOf(dialog, aRequest('UPDATE', { contact: '<sip:new@192.0.2.11>' }));
    expect(moved.remoteTarget).toBe('sip:new@192.0.2.11');
    expect(withTargetOf(dialog, aRequest('UPDATE', { contact: 'rubbish<' }))).toBe(dialog);
  });
});

describe('A request within a dialog (section 12.2.1.1)', () => {
  const dialog = dialogAsServer(aRequest('INVITE', { headers: recordRoutes }), 'us');
  if (dialog === null) throw new Error('No dialog was made');

  it('goes to the target by way of loose routers', () => {
    const bye = requestWithin({ ...dialog, localCSeq: 3 }, 'BYE');
    expect(bye.uri).toBe('sip:phone@192.0.2.10:5060');
    expect(headers(bye, 'Route')).toEqual(dialog.routeSet);
    expect(header(bye, 'CSeq')).toBe('3 BYE');
    expect(nextHop(dialog)).toBe('sip:p1.example;lr');
  });

  it('is addressed to a strict router, with the target as the last route', () => {
    const strict = { ...dialog, routeSet: ['<sip:old.example>', '<sip:p2.example;lr>'] };
    const bye = requestWithin(strict, 'BYE');
    expect(bye.uri).toBe('sip:old.example');
    expect(headers(bye, 'Route')).toEqual(['<sip:p2.example;lr>', '<sip:phone@192.0.2.10:5060>']);
  });
});

it('A tag is found behind the address only', () => {
  expect(tagOf('"a;tag=no" <sip:x@y;tag=no>;tag=yes')).toBe('yes');
  expect(tagOf('<sip:x@y>')).toBeNull();
  expect(tagOf(undefined)).toBeNull();
});
