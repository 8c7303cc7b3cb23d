/** The load of bridged-calls.bench.ts, in a process of its own so that its work is not counted as the engine's. */
import { bindUdp } from '../udp-socket.ts';
import { startPacer } from '../pacer.ts';
import { RTP_HEADER_LENGTH, writeRtpHeader } from '../rtp/packet.ts';
import { BrowserPeer } from './browser-peer.ts';
import { portIn } from './rtp-peer.ts';

export type LoadOrder =
  | { readonly type: 'browser'; readonly call: number; readonly offer: string }
  | { readonly type: 'telephone'; readonly call: number }
  | { readonly type: 'telephoneTo'; readonly call: number; readonly answer: string }
  | { readonly type: 'count'; readonly id: number }
  | { readonly type: 'end' };

export interface LoadCounts {
  readonly sent: number;
  readonly received: number;
  readonly cpuMs: number;
  /** beats of the load's own clock that came over 10 ms late */
  readonly lateBeats: number;
  /** how long a packet took through the engine to the telephone, ms */
  readonly delayMedianMs: number;
  readonly delayP99Ms: number;
}

export type LoadReply =
  | { readonly type: 'browser'; readonly call: number; readonly answer: string }
  | { readonly type: 'connected'; readonly call: number }
  | { readonly type: 'telephone'; readonly call: number; readonly port: number }
  | { readonly type: 'counts'; readonly id: number; readonly counts: LoadCounts };

/** Packets leave in ten groups of 2 ms each instead of all at once. */
const GROUPS = 10;
const PAYLOAD = 160;

const senders: (() => void)[][] = Array.from({ length: GROUPS }, () => []);
const telephones = new Map<number, Awaited<ReturnType<typeof bindUdp>>>();
const refreshers: (() => void)[] = [];
let delays: number[] = [];
let sent = 0;
let received = 0;
let lateBeats = 0;

const reply = (message: LoadReply): void => void process.send?.(message);

/** A stream of 20 ms frames whose first eight payload bytes tell when they left. */
const stream = (ssrc: number, send: (packet: Buffer, length: number) => void): (() => void) => {
  const packet = Buffer.alloc(RTP_HEADER_LENGTH + PAYLOAD + 16);
  let [sequence, timestamp] = [1, 0];
  return () => {
    sequence = (sequence + 1) & 0xffff;
    timestamp = (timestamp + PAYLOAD) >>> 0;
    packet.fill(0x55, RTP_HEADER_LENGTH, RTP_HEADER_LENGTH + PAYLOAD);
    writeRtpHeader(packet, { payloadType: 0, marker: false, sequence, timestamp, ssrc });
    packet.writeDoubleBE(performance.now(), RTP_HEADER_LENGTH);
    send(packet, RTP_HEADER_LENGTH + PAYLOAD);
    sent++;
  };
};

const addBrowser = async (call: number, offer: string): Promise<void> => {
  const peer = await BrowserPeer.open();
  reply({ type: 'browser', call, answer: peer.answer() });
  await peer.connect(offer);
  peer.hearMedia = () => void received++;
  refreshers.push(() => peer.refresh(offer));
  senders[call % GROUPS]?.push(stream(call + 1, (packet, length) => peer.sendRtp(packet, length)));
  reply({ type: 'connected', call });
};

const addTelephone = async (call: number): Promise<void> => {
  const socket = await bindUdp('127.0.0.1', 0);
  if (!socket) throw new Error('no port for a telephone of the load');
  telephones.set(call, socket);
  socket.on('message', (packet) => {
    received++;
    const delay = performance.now() - packet.readDoubleBE(RTP_HEADER_LENGTH);
    if (received % 16 === 0 && delay >= 0 && delay < 5_000) delays.push(delay);
  });
  reply({ type: 'telephone', call, port: socket.address().port });
};

const startTelephone = (call: number, answer: string): void => {
  const socket = telephones.get(call);
  const port = portIn(answer);
  const send = stream(call + 1_000_001, (packet, length) =>
    socket?.send(packet, 0, length, port, '127.0.0.1'),
  );
  senders[(call + GROUPS / 2) % GROUPS]?.push(send);
};

const takeCounts = (): LoadCounts => {
  const sorted = delays.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
  delays = [];
  const { user, system } = process.cpuUsage();
  return {
    sent,
    received,
    lateBeats,
    cpuMs: (user + system) / 1_000,
    delayMedianMs: at(0.5),
    delayP99Ms: at(0.99),
  };
};

process.on('message', (order: LoadOrder) => {
  switch (order.type) {
    case 'browser':
      return void addBrowser(order.call, order.offer);
    case 'telephone':
      return void addTelephone(order.call);
    case 'telephoneTo':
      return startTelephone(order.call, order.answer);
    case 'count':
      return reply({ type: 'counts', id: order.id, counts: takeCounts() });
    case 'end':
      return process.exit();
  }
});

let beats = 0;
const beat = (): void => {
  for (const [group, streams] of senders.entries()) {
    setTimeout(() => streams.forEach((send) => send()), group * (20 / GROUPS));
  }
  if (++beats % 250 === 0) for (const refresh of refreshers) refresh();
};
startPacer(beat, () => lateBeats++);
