import fc from 'fast-check';
import { DtlsClient, HashAlgorithm, SignatureAlgorithm } from 'werift';
import { X509Certificate } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { DtlsServer, type DtlsOutcome } from './dtls-server.ts';
import { fingerprintOf, makeIdentity, type Identity } from './identity.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const gateway = makeIdentity(NOW);
const browser = makeIdentity(NOW);

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

interface Meeting {
  readonly client: DtlsClient;
  readonly server: DtlsServer;
  readonly outcome: () => DtlsOutcome | null;
  readonly why: () => string | null;
  readonly isClosed: () => boolean;
  /** everything the client sent */
  readonly fromClient: Buffer[];
}

/** werift as the browser, and our server, joined by a wire that may lose or change datagrams. */
const meet = (
  certificate: Identity,
  key: Identity,
  toServer: (datagram: Buffer, count: number) => readonly Buffer[] = (datagram) => [datagram],
  toClient: (datagram: Buffer, count: number) => readonly Buffer[] = (datagram) => [datagram],
): Meeting => {
  let outcome: DtlsOutcome | null = null;
  let why: string | null = null;
  let isClosed = false;
  const counts = { client: 0, server: 0 };
  const fromClient: Buffer[] = [];
  const transport = {
    type: 'udp',
    onData: (_data: Buffer) => {},
    send: async (data: Buffer) => {
      fromClient.push(Buffer.from(data));
      for (const datagram of toServer(Buffer.from(data), counts.client++)) server.receive(datagram, 0);
    },
    close: async () => {},
  };
  const server = new DtlsServer(gateway, {
    send: (datagram) => {
      for (const passed of toClient(datagram, counts.server++))
        queueMicrotask(() => transport.onData(passed));
    },
    connected: (result) => (outcome = result),
    failed: (reason) => (why = reason),
    closed: () => (isClosed = true),
  });
  const client = new DtlsClient({
    transport: transport as never,
    cert: pem(certificate.certificate),
    key: key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    signatureHash: { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
    srtpProfiles: [1],
    extendedMasterSecret: true,
  });
  client.connect().catch(() => {});
  return { client, server, outcome: () => outcome, why: () => why, isClosed: () => isClosed, fromClient };
};

const settled = (meeting: Meeting): Promise<void> =>
  vi.waitFor(() => expect(meeting.outcome() ?? meeting.why()).not.toBeNull(), { timeout: 4_000 });

describe('A DTLS handshake', () => {
  test('ends with the same SRTP keys on both sides and the proven certificate of the client', async () => {
    const meeting = meet(browser, browser);
    await settled(meeting);
    const { localKey, localSalt, remoteKey, remoteSalt } = meeting.client.extractSessionKeys(16, 14);
    expect(meeting.outcome()).toEqual({
      local: { key: remoteKey, salt: remoteSalt },
      remote: { key: localKey, salt: localSalt },
      certificate: browser.certificate,
    });
  });

  test('fails when the client shows a certificate whose key it does not hold', async () => {
    const meeting = meet(browser, makeIdentity(NOW));
    await settled(meeting);
    expect(meeting.outcome()).toBeNull();
    expect(meeting.why()).toContain('a certificate whose key the peer does not hold');
  });

  test('fails when the last word of the client was changed on the way', async () => {
    const meeting = meet(browser, browser, (datagram) => {
      // Epoch 1 is the sealed Finished; without it nothing follows.
      const sealed = datagram.readUInt16BE(3) === 1;
      if (sealed) datagram[datagram.length - 1] = datagram.readUInt8(datagram.length - 1) ^ 1;
      return [datagram];
    });
    await vi.waitFor(() =>
      expect(meeting.fromClient.some((datagram) => datagram.readUInt16BE(3) === 1)).toBe(true),
    );
    expect(meeting.outcome()).toBeNull();
  });

  test('gets over the loss of our first flight', async () => {
    const meeting = meet(browser, browser, undefined, (datagram, count) => (count === 0 ? [] : [datagram]));
    await vi.waitFor(() => expect(meeting.fromClient.length).toBeGreaterThan(0));
    meeting.server.tick(499);
    expect(meeting.outcome()).toBeNull();
    meeting.server.tick(500);
    await settled(meeting);
    expect(meeting.outcome()).not.toBeNull();
  });

  test('bears every datagram twice', async () => {
    const meeting = meet(browser, browser, (datagram) => [datagram, Buffer.from(datagram)]);
    await settled(meeting);
    expect(meeting.outcome()).not.toBeNull();
  });

  test('puts a hello in pieces together, in whatever order they come', async () => {
    const meeting = meet(browser, browser, (datagram, count) =>
      count === 0 ? split(datagram).toReversed() : [datagram],
    );
    await settled(meeting);
    expect(meeting.outcome()).not.toBeNull();
  });

  test('afterwards nobody without the keys can end or disturb it', async () => {
    const meeting = meet(browser, browser);
    await settled(meeting);
    const alert = Buffer.from('15fefd000000000000000900020228', 'hex');
    meeting.server.receive(alert, 0);
    meeting.server.receive(meeting.fromClient[0] ?? Buffer.alloc(0), 0);
    expect([meeting.why(), meeting.isClosed()]).toEqual([null, false]);
  });

  test('a plain alert in the handshake ends it', () => {
    let why = '';
    const server = new DtlsServer(gateway, {
      send: () => {},
      connected: () => {},
      failed: (reason) => (why = reason),
      closed: () => {},
    });
    server.receive(Buffer.from('15fefd000000000000000000020228', 'hex'), 0);
    expect(why).toContain('alert 40');
  });
});

/** The ClientHello of one record in three records. */
const split = (datagram: Buffer): Buffer[] => {
  const body = datagram.subarray(25);
  const third = Math.ceil(body.length / 3);
  return [0, 1, 2].map((piece) => {
    const part = body.subarray(piece * third, (piece + 1) * third);
    const record = Buffer.concat([datagram.subarray(0, 25), part]);
    record.writeUIntBE(piece, 5, 6);
    record.writeUInt16BE(12 + part.length, 11);
    record.writeUIntBE(piece * third, 19, 3);
    record.writeUIntBE(part.length, 22, 3);
    return record;
  });
};

describe('The server bears', () => {
  const quiet = { send: () => {}, connected: () => {}, failed: () => {}, closed: () => {} };

  test('anything that looks like a record', () => {
    const type = fc.integer({ min: 20, max: 23 });
    const body = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(type, fc.integer({ min: 0, max: 1 }), body), { maxLength: 8 }),
        (records) => {
          const server = new DtlsServer(gateway, quiet);
          for (const [kind, epoch, bytes] of records) {
            const head = Buffer.from([
              kind,
              0xfe,
              0xfd,
              0,
              epoch,
              0,
              0,
              0,
              0,
              0,
              0,
              bytes.length >> 8,
              bytes.length & 0xff,
            ]);
            expect(() => server.receive(Buffer.concat([head, Buffer.from(bytes)]), 0)).not.toThrow();
          }
        },
      ),
    );
  });

  test('a real hello with bytes changed anywhere', () => {
    const [hello = Buffer.alloc(0)] = meet(browser, browser).fromClient;
    expect(hello.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(hello.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const bytes = Buffer.from(hello);
          for (const [at, value] of changes) bytes[at] = value;
          expect(() => new DtlsServer(gateway, quiet).receive(bytes, 0)).not.toThrow();
        },
      ),
    );
  });
});

describe('The certificate', () => {
  test('is one that OpenSSL reads, signed by its own key, good for ten years', () => {
    const certificate = new X509Certificate(gateway.certificate);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=Ringside');
    expect(certificate.validFromDate).toEqual(new Date('2026-11-20T12:00:00Z'));
    expect(certificate.validToDate.getUTCFullYear()).toBe(2036);
    expect(certificate.fingerprint256).toBe(gateway.fingerprint.value);
  });

  test('writes every length in the shortest form, which BoringSSL insists on', () => {
    for (let times = 0; times < 50; times++)
      expect(shortestLengths(makeIdentity(NOW).certificate)).toBe(true);
  });

  test('has a fingerprint by each hash an SDP may name', () => {
    expect(fingerprintOf(Buffer.from('x'), 'sha-512').value.split(':')).toHaveLength(64);
  });
});

/** Walks the constructed DER elements and looks at how each length is written. */
const shortestLengths = (der: Buffer): boolean => {
  for (let at = 0; at < der.length;) {
    const first = der.readUInt8(at + 1);
    const size = first < 0x80 ? 0 : first & 0x7f;
    const length = size === 0 ? first : der.readUIntBE(at + 2, size);
    if ((size === 1 && length < 0x80) || (size === 2 && length < 0x100)) return false;
    const body = der.subarray(at + 2 + size, at + 2 + size + length);
    if ((der.readUInt8(at) & 0x20) !== 0 && !shortestLengths(body)) return false;
    at += 2 + size + length;
  }
  return true;
};
