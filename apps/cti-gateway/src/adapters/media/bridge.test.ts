import { asId } from '@ringside/shared/model/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BridgeRole } from '../../ports/media-engine.ts';
import { Bridge } from './bridge.ts';
import { FRAME_MS } from './pacer.ts';
import { Leg } from './leg.ts';
import { writeRtpHeader } from './rtp/packet.ts';
import { writeTelephoneEvent } from './rtp/telephone-event.ts';
import { firstSession } from './endpoint.ts';
import { BYTES, SAMPLES } from './sound/g711.ts';

const PLACE = { address: '192.0.2.1', port: 4_000 };

/** One party of a call without sockets: says a steady level of their own, and keeps what they are sent. */
class Party {
  readonly leg: Leg;
  readonly sent: { readonly payload: Buffer; readonly at: number }[] = [];
  readonly #level: number;
  #sequence = 1;
  #now = 0;

  constructor(name: string, level: number) {
    this.#level = level;
    const events = { digit: () => {}, played: () => {}, health: () => {} };
    this.leg = new Leg(asId<'leg'>(name), { ssrc: 7, sequence: 1, timestamp: 1 }, events, 0);
    const local = firstSession('rtp', PLACE, 7, null);
    const payloads = [{ codec: 'PCMA', type: 8 }] as const;
    const remote = { direction: 'sendrecv', payloads, eventType: 101, rtp: PLACE, rtcp: PLACE };
    this.leg.agree(local, remote as never);
    this.leg.carryOver({
      sendRtp: (packet: Buffer, length: number) =>
        this.sent.push({ payload: Buffer.from(packet.subarray(12, length)), at: this.#now }),
      sendRtcp: () => {},
      tick: () => {},
    } as never);
    this.leg.connect();
  }

  at(now: number): void {
    this.#now = now;
  }

  speak(now: number): void {
    this.#sequence += 1;
    const packet = Buffer.alloc(172, BYTES.PCMA[this.#level & 0xffff]);
    const timestamp = this.#sequence * 160;
    writeRtpHeader(packet, { payloadType: 8, marker: false, sequence: this.#sequence, timestamp, ssrc: 9 });
    this.leg.hear(packet, packet.length, now);
  }

  /** A packet of a key that has been held since `timestamp`. */
  press(timestamp: number, isEnd: boolean, now: number): void {
    this.#sequence += 1;
    const packet = Buffer.alloc(16);
    writeRtpHeader(packet, { payloadType: 101, marker: false, sequence: this.#sequence, timestamp, ssrc: 9 });
    writeTelephoneEvent(packet, 12, { code: 1, isEnd, duration: 800 });
    this.leg.hear(packet, packet.length, now);
  }

  keysHeard(): number {
    return this.sent.filter(({ payload }) => payload.length === 4).length;
  }

  /** The level in the last packet that came. */
  heard(): number {
    return SAMPLES.PCMA[this.sent.at(-1)?.payload[80] ?? 0xd5] ?? 0;
  }
}

const LEVELS = { okafor: 6_000, maya: 1_500, noor: 500 } as const;

/** Mr Okafor and Maya talk; Noor is in their call. */
function call(mode: BridgeRole | null) {
  const bridge = new Bridge();
  const okafor = new Party('okafor', LEVELS.okafor);
  const maya = new Party('maya', LEVELS.maya);
  const noor = new Party('noor', LEVELS.noor);
  const all = [okafor, maya, noor];
  okafor.leg.join(bridge, 'customer');
  maya.leg.join(bridge, 'agent');
  if (mode !== null) noor.leg.join(bridge, mode);
  let now = 0;
  const talk = (frames: number) => {
    for (let frame = 0; frame < frames; frame++) {
      now += FRAME_MS;
      for (const party of all) party.at(now);
      for (const party of all) party.speak(now);
      bridge.tick(now);
    }
  };
  return { bridge, okafor, maya, noor, talk };
}

/** Levels that came, as names of who was in them. */
function voices(party: Party): string[] {
  const level = party.heard();
  const names = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
  const sets = [[], ...names.map((one) => [one]), ['okafor', 'maya'], ['okafor', 'noor'], ['maya', 'noor']];
  const sum = (set: readonly string[]) =>
    set.reduce((total, name) => total + LEVELS[name as keyof typeof LEVELS], 0);
  return sets.toSorted((a, b) => Math.abs(sum(a) - level) - Math.abs(sum(b) - level))[0] ?? [];
}

describe('Noor in the call of Maya and Mr Okafor', () => {
  test.each<[BridgeRole, string[], string[], string[]]>([
    ['listen', ['maya'], ['okafor'], ['okafor', 'maya']],
    ['whisper', ['maya'], ['okafor', 'noor'], ['okafor', 'maya']],
    ['barge', ['maya', 'noor'], ['okafor', 'noor'], ['okafor', 'maya']],
  ])('SUP-MEDIA-1: in %s is heard as that says', (mode, okaforHears, mayaHears, noorHears) => {
    const { okafor, maya, noor, talk } = call(mode);
    talk(20);
    expect([voices(okafor), voices(maya), voices(noor)]).toEqual([okaforHears, mayaHears, noorHears]);
  });

  test('SUP-MEDIA-2: listening, changes not one packet of what the two hear, nor its moment', () => {
    const [alone, heard] = [call(null), call('listen')];
    alone.talk(50);
    heard.talk(50);
    expect(heard.okafor.sent).toEqual(alone.okafor.sent);
    expect(heard.maya.sent).toEqual(alone.maya.sent);
  });

  test('SUP-MEDIA-3: changes the way as often as she likes, and goes', () => {
    const { bridge, okafor, maya, noor, talk } = call('listen');
    for (const mode of ['barge', 'whisper', 'listen', 'whisper'] as const) {
      noor.leg.join(bridge, mode);
      talk(20);
      expect(voices(okafor)).toEqual(mode === 'barge' ? ['maya', 'noor'] : ['maya']);
      expect(voices(maya)).toEqual(mode === 'listen' ? ['okafor'] : ['okafor', 'noor']);
    }
    noor.leg.leave();
    talk(3);
    expect([voices(okafor), voices(maya)]).toEqual([['maya'], ['okafor']]);
  });

  test('SUP-MEDIA-4: with Mr Okafor on hold hears Maya alone, and whispers to her', () => {
    const { okafor, maya, noor, talk } = call('whisper');
    okafor.leg.mute(true);
    talk(20);
    expect([voices(maya), voices(noor)]).toEqual([['noor'], ['maya']]);
  });

  test('SUP-MEDIA-1: whoever comes and goes, nobody hears whom they must not', () => {
    const role = fc.constantFrom<BridgeRole | null>('customer', 'agent', 'listen', 'whisper', 'barge', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), role), { minLength: 1, maxLength: 8 }), (moves) => {
        const { bridge, okafor, maya, noor, talk } = call('listen');
        const parties = [okafor, maya, noor];
        const roles: (BridgeRole | null)[] = ['customer', 'agent', 'listen'];
        for (const [who, as] of moves) {
          roles[who] = as;
          if (as === null) parties[who]?.leg.leave();
          else parties[who]?.leg.join(bridge, as);
          for (const party of parties) party.sent.length = 0;
          talk(12);
        }
        const isHeard = (talker: BridgeRole, listener: BridgeRole): boolean =>
          talker === 'whisper' ? listener === 'agent' : talker !== 'listen';
        const names = ['okafor', 'maya', 'noor'];
        for (const [at, party] of parties.entries()) {
          const as = roles[at] ?? null;
          const expected = names.filter((_, other) => {
            const talker = roles[other] ?? null;
            return other !== at && as !== null && talker !== null && isHeard(talker, as);
          });
          expect(voices(party)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('PHONE-5: nobody hears the rest of a key that was pressed outside the call; the next one is heard', () => {
  const { bridge, okafor, noor } = call(null);
  noor.press(1_600, false, 20);
  noor.press(1_600, true, 40);
  noor.leg.join(bridge, 'agent');
  noor.press(1_600, true, 60);
  noor.press(1_600, true, 80);
  expect(okafor.keysHeard()).toBe(0);
  noor.press(8_000, false, 900);
  noor.press(8_000, true, 920);
  expect(okafor.keysHeard()).toBe(2);
});
