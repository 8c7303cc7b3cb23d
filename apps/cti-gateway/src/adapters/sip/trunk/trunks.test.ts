import { assert, constantFrom, double, integer, property } from 'fast-check';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect, it } from 'vitest';
import type { SipHeader } from '../message/message.ts';
import { FakeFlow } from '../switch/testing/fake-stack.ts';
import { aRequest, aTrunk } from '../switch/testing/given-switch.ts';
import { admission } from './admission.ts';
import { callingParty } from './caller-identity.ts';
import { passedHeaders } from './passed-headers.ts';
import { notRegistered, stepRegistration } from './registration.ts';
import { attempt, ended, noTollUse } from './toll-guard.ts';

describe('Admission', () => {
  const first = aTrunk({
    trunkId: asId<'trunk'>('first'),
    allow: ['192.0.2.0/24', '2001:db8::/32'],
    transports: ['udp'],
  });
  const second = aTrunk({
    trunkId: asId<'trunk'>('second'),
    allow: ['192.0.2.7', '10.0.0.0/8'],
    transports: ['tcp'],
  });
  const door = admission([first, second]);
  const from = (transport: 'udp' | 'tcp' | 'ws', address: string) =>
    door.trunkOf(new FakeFlow(transport, address))?.trunkId ?? null;

  it.each([
    ['udp', '192.0.2.200', 'first'],
    ['udp', '2001:db8:1::9', 'first'],
    ['udp', '::ffff:192.0.2.9', 'first'],
    ['tcp', '192.0.2.7', 'second'],
    ['tcp', '192.0.2.8', null],
    ['tcp', '10.255.0.1', 'second'],
    ['udp', '198.51.100.1', null],
    ['udp', '2001:db9::1', null],
    ['ws', '192.0.2.7', null],
    ['udp', 'rubbish', null],
  ] as const)('%s from %s is %s', (transport, address, trunk) => {
    expect(from(transport, address)).toBe(trunk);
  });

  it('knows which hosts are a trunk’s own', () => {
    const carrier = aTrunk({ outbound: { transport: 'udp', host: 'sip.carrier.example', port: 5060 } });
    expect(admission([carrier]).owns(carrier, 'sip.carrier.example')).toBe(true);
    expect(admission([carrier]).owns(carrier, '192.0.2.99')).toBe(true);
    expect(door.owns(first, '[2001:db8::5]')).toBe(true);
    expect(admission([carrier]).owns(carrier, '203.0.113.1')).toBe(false);
    expect(admission([carrier]).owns(carrier, 'elsewhere.example')).toBe(false);
  });
});

describe('Who calls (RFC 3323, RFC 3325)', () => {
  const call = (from: string, headers: readonly SipHeader[] = [], trusted = true) =>
    callingParty(aRequest('INVITE', { from: `${from};tag=a`, headers }), trusted);
  const asserted = (value: string) => ({ name: 'P-Asserted-Identity', value });
  const withheld = { number: null, display: '', withheld: true };

  it('is From where nobody asserts more', () => {
    expect(call('"陳大文" <sip:+886912345678@x.example;user=phone>')).toEqual({
      number: '+886912345678',
      display: '陳大文',
      withheld: false,
    });
  });

  it('is what a trusted trunk asserts, and From from any other', () => {
    const headers = [asserted('"Okafor" <sip:okafor@x.example>'), asserted('<tel:+886-2-2345-6789>')];
    expect(call('<sip:ext7@x.example>', headers)).toMatchObject({ number: 'okafor', display: 'Okafor' });
    expect(call('<sip:ext7@x.example>', [asserted('<tel:+886-2-2345-6789>')])).toMatchObject({
      number: '+886223456789',
    });
    expect(call('<sip:ext7@x.example>', headers, false)).toMatchObject({ number: 'ext7' });
  });

  it('is what the telephone prefers where nobody asserts', () => {
    const preferred = { name: 'P-Preferred-Identity', value: '<sip:+886911000111@x.example>' };
    expect(call('<sip:ext7@x.example>', [preferred], false)).toMatchObject({ number: '+886911000111' });
  });

  it.each([
    ['<sip:anonymous@anonymous.invalid>', []],
    ['"Anonymous" <sip:Restricted@x.example>', []],
    ['<sip:x.example>', []],
    ['<sip:+886912345678@x.example>', [{ name: 'Privacy', value: 'critical; id' }]],
    ['<sip:anonymous@anonymous.invalid>', [{ name: 'P-Asserted-Identity', value: '<tel:+886912345678>' }]],
  ])('is withheld: %s %j', (from, headers) => {
    expect(call(from, headers)).toEqual(withheld);
  });

  it('shows no control characters, no turned text, no endless names', () => {
    const shown = call(`"${'A'.repeat(500)}" <sip:1@x.example>`).display;
    expect(shown).toHaveLength(128);
    expect(call('"Ev\u202Eil\u0007" <sip:1@x.example>').display).toBe('Evil');
  });
});

describe('What a trunk hands on', () => {
  it('is User-to-User and X- headers, at most 16 of at most 256 characters', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `X-${index}`, value: 'v'.repeat(1_000) }));
    const passed = passedHeaders(
      aRequest('INVITE', { headers: [{ name: 'User-To-User', value: '00' }, ...many] }),
    );
    expect(Object.keys(passed)).toHaveLength(16);
    expect(passed['user-to-user']).toBe('00');
    expect(passed['x-0']).toHaveLength(256);
  });

  it('can’t reach what every object has', () => {
    const passed = passedHeaders(aRequest('INVITE', { headers: [{ name: 'X-__proto__', value: 'a' }] }));
    expect(passed).toEqual({ 'x-__proto__': 'a' });
  });
});

describe('Toll limits', () => {
  const limits = { allowedPrefixes: ['+886', '02'], callsAtOnce: 2, attemptsPerMinute: 3 };
  it.each([
    ['+886912345678', true],
    ['0223456789', true],
    ['+1900555', false],
    ['', false],
    ['+', false],
    ['+886912;phone-context=evil', false],
    ['+886'.padEnd(40, '1'), false],
  ])('let %s through: %s', (number, allowed) => {
    expect(attempt(noTollUse, limits, { number, at: 0 }).ok).toBe(allowed);
  });

  it('count calls at once and attempts in a minute', () => {
    const call = (at: number) => ({ number: '+886912345678', at });
    const one = attempt(noTollUse, limits, call(0));
    const two = one.ok ? attempt(one.value, limits, call(1)) : one;
    if (!two.ok) throw new Error('The second call was refused');
    expect(attempt(two.value, limits, call(2))).toEqual({ ok: false, refusal: 'full' });
    const three = attempt(ended(two.value), limits, call(2));
    if (!three.ok) throw new Error('The third call was refused');
    expect(attempt(ended(ended(three.value)), limits, call(3))).toEqual({ ok: false, refusal: 'full' });
    expect(attempt(ended(ended(three.value)), limits, call(60_001)).ok).toBe(true);
  });
});

describe('Registration at a carrier', () => {
  const trying = notRegistered(600);

  it('is refreshed before it ends', () => {
    const step = stepRegistration(trying, { type: 'accepted', granted: 600 }, 0.5);
    expect(step).toEqual({
      state: { state: 'registered', expires: 600, failures: 0 },
      send: false,
      wait: 510_000,
    });
    expect(stepRegistration(step.state, { type: 'due' }, 0).send).toBe(true);
  });

  it('asks for longer when the carrier finds it too brief, once each', () => {
    const step = stepRegistration(trying, { type: 'tooBrief', minimum: 1_800 }, 0);
    expect(step).toMatchObject({ send: true, state: { expires: 1_800 } });
    expect(stepRegistration(step.state, { type: 'tooBrief', minimum: 1_800 }, 0).send).toBe(false);
  });

  it('waits longer after each failure, as long as the carrier says, and tries again', () => {
    let state = trying;
    const waits: number[] = [];
    for (let failure = 0; failure < 10; failure += 1) {
      const failed = stepRegistration(state, { type: 'refused', retryAfter: null }, 0.5);
      waits.push(failed.wait ?? 0);
      state = failed.state;
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(600_000);
    expect(stepRegistration(trying, { type: 'refused', retryAfter: 120 }, 0).wait).toBe(120_000);
    expect(stepRegistration(state, { type: 'due' }, 0)).toMatchObject({
      send: true,
      state: { state: 'trying' },
    });
  });

  it('always has something to wait for', () => {
    const kinds = constantFrom('due', 'accepted', 'tooBrief', 'refused');
    assert(
      property(
        kinds,
        integer({ min: 0, max: 2 ** 31 }),
        double({ min: 0, max: 0.999, noNaN: true }),
        (type, number, chance) => {
          const input = { type, granted: number, minimum: number, retryAfter: number } as never;
          const { send, wait } = stepRegistration(trying, input, chance);
          expect(send || (wait !== null && wait >= 1_000)).toBe(true);
        },
      ),
    );
  });
});
