import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeRtpHeader } from '../rtp/packet.ts';
import { CounterMode } from './counter-mode.ts';
import { deriveKey, type MasterKey } from './derive-keys.ts';
import { PROTECTION_LENGTH, SrtpSender, TAG_LENGTH } from './protect.ts';
import { SrtpReceiver } from './unprotect.ts';

const master: MasterKey = {
  key: Buffer.from('E1F97A0D3E018BE0D64FA32C06DE4139', 'hex'),
  salt: Buffer.from('0EC675AD498AFEEBB6960B3AABE6', 'hex'),
};

const hex = (bytes: Buffer): string => bytes.toString('hex').toUpperCase();
const withRoom = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(PROTECTION_LENGTH)]);

const packetOf = (sequence: number, payload = 'twenty milliseconds'): Buffer => {
  const packet = Buffer.alloc(12 + payload.length + PROTECTION_LENGTH);
  writeRtpHeader(packet, { payloadType: 0, marker: false, sequence, timestamp: sequence * 160, ssrc: 77 });
  packet.write(payload, 12);
  return packet;
};

const protectedPacket = (sender: SrtpSender, sequence: number): Buffer => {
  const packet = packetOf(sequence);
  const length = sender.protect(packet, packet.length - PROTECTION_LENGTH);
  return packet.subarray(0, length ?? 0);
};

describe('SRTP by the vectors of its RFC', () => {
  test('B.2: the key stream of AES in counter mode, to the last block of a long packet', () => {
    const mode = new CounterMode(
      Buffer.from('2B7E151628AED2A6ABF7158809CF4F3C', 'hex'),
      Buffer.from('F0F1F2F3F4F5F6F7F8F9FAFBFCFD', 'hex'),
    );
    const stream = Buffer.alloc(48);
    mode.apply(stream, 0, 48, 0, 0);
    expect(hex(stream)).toBe(
      'E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB41E95B3BB0A2E8DD477901E4FCA894C0',
    );
  });

  test('B.3: cipher key, cipher salt and authentication key from the master key', () => {
    expect(hex(deriveKey(master, 0, 16))).toBe('C61E7A93744F39EE10734AFE3FF7A087');
    expect(hex(deriveKey(master, 2, 14))).toBe('30CBBC08863D8C85D49DB34A9AE1');
    expect(hex(deriveKey(master, 1, 20))).toBe('CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4');
  });

  test('a whole packet, as other implementations make it of the same keys', () => {
    const plain = Buffer.from(`800F1234DECAFBADCAFEBABE${'AB'.repeat(16)}`, 'hex');
    const packet = withRoom(plain);
    const length = new SrtpSender(master).protect(packet, plain.length) ?? 0;
    expect(hex(packet.subarray(0, length))).toBe(
      '800F1234DECAFBADCAFEBABE4E55DC4CE79978D88CA4D215949D2402B78D6ACC99EA179B8DBB',
    );
  });

  test('a whole RTCP packet, likewise', () => {
    const plain = Buffer.from(`81C8000BCAFEBABE${'AB'.repeat(16)}`, 'hex');
    const packet = withRoom(plain);
    const length = new SrtpSender(master).protectRtcp(packet, plain.length);
    expect(hex(packet.subarray(0, length))).toBe(
      '81C8000BCAFEBABE7128035BE487B9BDBEF89041F977A5A880000001993E08CD54D6C1230798',
    );
  });
});

describe('An SRTP session', () => {
  test('gives back what went in, for any payload and from any first sequence number', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 1_400 }),
        fc.integer({ min: 0, max: 65_535 }),
        (payload, sequence) => {
          const packet = Buffer.alloc(12 + payload.length + PROTECTION_LENGTH);
          writeRtpHeader(packet, { payloadType: 8, marker: true, sequence, timestamp: 1, ssrc: 5 });
          packet.set(payload, 12);
          const length = new SrtpSender(master).protect(packet, 12 + payload.length) ?? 0;
          const received = Buffer.from(packet.subarray(0, length));
          expect(new SrtpReceiver(master).unprotect(received)).toBe(12 + payload.length);
          expect(received.subarray(12, 12 + payload.length)).toEqual(Buffer.from(payload));
        },
      ),
    );
  });

  test('goes on when sequence numbers wrap, with losses and packets out of order around it', () => {
    const sender = new SrtpSender(master);
    const receiver = new SrtpReceiver(master);
    const wire = [65_533, 65_534, 65_535, 0, 1, 2, 3].map((sequence) => protectedPacket(sender, sequence));
    const order = [0, 1, 3, 2, 6, 5].map((at) => wire[at] ?? Buffer.alloc(0));
    expect(order.map((packet) => receiver.unprotect(packet) !== null)).toEqual(order.map(() => true));
  });

  test('stays in step over many wraps', () => {
    const sender = new SrtpSender(master);
    const receiver = new SrtpReceiver(master);
    for (let count = 0; count < 200_000; count += 997) {
      expect(receiver.unprotect(protectedPacket(sender, count & 0xffff))).not.toBeNull();
    }
  });

  test('takes each packet once', () => {
    const sender = new SrtpSender(master);
    const receiver = new SrtpReceiver(master);
    const packet = protectedPacket(sender, 1);
    expect(receiver.unprotect(Buffer.from(packet))).not.toBeNull();
    expect(receiver.unprotect(Buffer.from(packet))).toBeNull();
  });

  test('refuses a packet in which any one bit was changed', () => {
    const packet = protectedPacket(new SrtpSender(master), 9);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: packet.length * 8 - 1 }), (bit) => {
        const forged = Buffer.from(packet);
        forged[bit >> 3] = forged.readUInt8(bit >> 3) ^ (1 << (bit & 7));
        expect(new SrtpReceiver(master).unprotect(forged)).toBeNull();
      }),
    );
  });

  test('a forged packet changes nothing for the honest one after it', () => {
    const sender = new SrtpSender(master);
    const receiver = new SrtpReceiver(master);
    receiver.unprotect(protectedPacket(sender, 10));
    const forged = protectedPacket(sender, 40_000);
    forged[forged.length - 1] = forged.readUInt8(forged.length - 1) ^ 1;
    expect(receiver.unprotect(forged)).toBeNull();
    const honest = new SrtpSender(master);
    expect(receiver.unprotect(protectedPacket(honest, 11))).not.toBeNull();
  });

  test('bears anything that comes', () => {
    const receiver = new SrtpReceiver(master);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        expect(receiver.unprotect(Buffer.from(bytes))).toBeNull();
        expect(receiver.unprotectRtcp(Buffer.from(bytes))).toBeNull();
      }),
    );
  });

  test('RTCP comes back, once, and not in the clear', () => {
    const plain = Buffer.from(`81C8000BCAFEBABE${'12'.repeat(20)}`, 'hex');
    const packet = withRoom(plain);
    const length = new SrtpSender(master).protectRtcp(packet, plain.length);
    expect(length).toBe(plain.length + 4 + TAG_LENGTH);
    const receiver = new SrtpReceiver(master);
    const received = Buffer.from(packet.subarray(0, length));
    expect(receiver.unprotectRtcp(received)).toBe(plain.length);
    expect(received.subarray(0, plain.length)).toEqual(plain);
    expect(receiver.unprotectRtcp(Buffer.from(packet.subarray(0, length)))).toBeNull();
  });
});
