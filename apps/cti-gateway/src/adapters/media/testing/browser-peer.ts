import { createHmac, randomBytes } from 'node:crypto';
import type { Socket } from 'node:dgram';
import { crc32 } from 'node:zlib';
import { DtlsClient, HashAlgorithm, SignatureAlgorithm } from 'werift';
import { makeIdentity, type Identity } from '../dtls/identity.ts';
import { looksLikeDtls } from '../dtls/record.ts';
import { readSdp, type MediaSection } from '../sdp/read-sdp.ts';
import { SrtpSender } from '../srtp/protect.ts';
import { SrtpReceiver } from '../srtp/unprotect.ts';
import { bindUdp } from '../udp-socket.ts';

const identity: Identity = makeIdentity(new Date());
const pem = (name: string, der: Buffer): string =>
  `-----BEGIN ${name}-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${name}-----\n`;

const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

/** A controlling agent's check with USE-CANDIDATE, signed with the peer's password. */
export const stunCheck = (username: string, password: string, extra: readonly Buffer[] = []): Buffer => {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(1, 0);
  head.writeUInt32BE(0x2112_a442, 4);
  randomBytes(12).copy(head, 8);
  const unsigned = Buffer.concat([
    head,
    attribute(6, Buffer.from(username)),
    attribute(0x25, Buffer.alloc(0)),
    ...extra,
  ]);
  unsigned.writeUInt16BE(unsigned.length - 20 + 24, 2);
  const integrity = createHmac('sha1', password).update(unsigned).digest();
  const signed = Buffer.concat([unsigned, attribute(8, integrity)]);
  signed.writeUInt16BE(signed.length - 20 + 8, 2);
  const check = Buffer.alloc(4);
  check.writeUInt32BE((crc32(signed) ^ 0x5354_554e) >>> 0);
  return Buffer.concat([signed, attribute(0x8028, check)]);
};

/** A browser's connection as far as the engine sees it: one STUN check, DTLS by another implementation than ours, SRTP. */
export class BrowserPeer {
  readonly socket: Socket;
  readonly #fragment = randomBytes(4).toString('hex');
  readonly #password = randomBytes(16).toString('hex');
  readonly #dtls: DtlsClient;
  readonly #connected: Promise<void>;
  #to: { readonly address: string; readonly port: number } = { address: '127.0.0.1', port: 0 };
  sender: SrtpSender | null = null;
  receiver: SrtpReceiver | null = null;
  /** every packet that is neither STUN nor DTLS, as it came */
  hearMedia: (packet: Buffer) => void = () => {};

  constructor(socket: Socket) {
    this.socket = socket;
    const transport = {
      type: 'udp',
      onData: (_data: Buffer) => {},
      send: async (data: Buffer) => this.#send(data),
      close: async () => {},
    };
    this.#dtls = new DtlsClient({
      transport: transport as never,
      cert: pem('CERTIFICATE', identity.certificate),
      key: identity.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      signatureHash: { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
      srtpProfiles: [1],
      extendedMasterSecret: true,
    });
    this.#connected = new Promise((resolve, reject) => {
      this.#dtls.onConnect.once(() => resolve(this.#takeKeys()));
      this.#dtls.onError.once((error) => reject(error));
    });
    socket.on('message', (packet) => {
      if (looksLikeDtls(packet)) transport.onData(packet);
      else if (packet.readUInt8(0) > 63) this.hearMedia(packet);
    });
  }

  static async open(): Promise<BrowserPeer> {
    const socket = await bindUdp('127.0.0.1', 0);
    if (!socket) throw new Error('no port for the test browser');
    return new BrowserPeer(socket);
  }

  /** The answer to an offer of the engine's. */
  answer(fingerprint = identity.fingerprint): string {
    return [
      'v=0',
      'o=- 1 1 IN IP4 127.0.0.1',
      's=-',
      't=0 0',
      'a=group:BUNDLE 0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 0 8 101',
      'c=IN IP4 0.0.0.0',
      'a=mid:0',
      'a=rtpmap:0 PCMU/8000',
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:101 telephone-event/8000',
      'a=sendrecv',
      `a=ice-ufrag:${this.#fragment}`,
      `a=ice-pwd:${this.#password}`,
      `a=fingerprint:${fingerprint.hash} ${fingerprint.value}`,
      'a=setup:active',
      'a=rtcp-mux',
      '',
    ].join('\r\n');
  }

  /** ICE and DTLS with the engine whose description this is; resolves when SRTP has its keys. */
  async connect(sdp: string): Promise<void> {
    const audio = audioIn(sdp);
    this.#to = { address: audio.address ?? '', port: audio.port };
    const { ice } = audio;
    if (!ice) throw new Error('no ICE credentials in the description');
    this.#send(stunCheck(`${ice.fragment}:${this.#fragment}`, ice.password));
    void this.#dtls.connect();
    await this.#connected;
  }

  /** Asks for consent again, as browsers do every few seconds. */
  refresh(sdp: string): void {
    const { ice } = audioIn(sdp);
    if (ice) this.#send(stunCheck(`${ice.fragment}:${this.#fragment}`, ice.password));
  }

  /** `packet` needs 16 bytes of room behind `length`. */
  sendRtp(packet: Buffer, length: number): void {
    const end = this.sender?.protect(packet, length);
    if (end) this.socket.send(packet, 0, end, this.#to.port, this.#to.address);
  }

  sendRaw(packet: Buffer): void {
    this.#send(packet);
  }

  close(): void {
    this.socket.close();
  }

  #takeKeys(): void {
    const { localKey, localSalt, remoteKey, remoteSalt } = this.#dtls.extractSessionKeys(16, 14);
    this.sender = new SrtpSender({ key: localKey, salt: localSalt });
    this.receiver = new SrtpReceiver({ key: remoteKey, salt: remoteSalt });
  }

  #send(packet: Buffer): void {
    this.socket.send(packet, this.#to.port, this.#to.address);
  }
}

const audioIn = (sdp: string): MediaSection => {
  const audio = readSdp(sdp)?.media.find(({ kind }) => kind === 'audio');
  if (!audio) throw new Error('no audio in the description');
  return audio;
};
