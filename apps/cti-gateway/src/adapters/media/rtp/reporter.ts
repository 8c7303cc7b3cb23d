import type { Reception, ReceptionCounts } from './reception.ts';
import { middleNtp, readReports, writeReport, type ReportBlock } from './rtcp.ts';

/** RFC 3550 §6.2 recommends five seconds between reports. */
const INTERVAL_MS = 5_000;

export interface Sent {
  readonly ssrc: number;
  readonly timestamp: number;
  readonly packets: number;
  readonly octets: number;
}

/** Exchanges reports with one peer: tells it what we hear of it, learns round-trip time and loss of what it hears of us. */
export class Reporter {
  #nextAt: number;
  #before: ReceptionCounts = { expected: 0, received: 0 };
  #peerReport = { stamp: 0, heardAt: 0 };
  #roundTripMs: number | null = null;
  #lostByPeer = 0;

  /** `stagger` 0-1 spreads the reports of many legs over the interval. */
  constructor(now: number, stagger: number) {
    this.#nextAt = now + INTERVAL_MS * stagger;
  }

  roundTripMs(): number | null {
    return this.#roundTripMs;
  }

  /** packets of ours that the peer misses, by its last report */
  lostByPeer(): number {
    return this.#lostByPeer;
  }

  isDue(now: number): boolean {
    return now >= this.#nextAt;
  }

  /** `at` in ms since 1970, `now` on the steady clock. */
  hear(packet: Buffer, length: number, ownSsrc: number, at: number, now: number): void {
    const { senderReport, blocks } = readReports(packet, length);
    if (senderReport !== null) this.#peerReport = { stamp: senderReport, heardAt: now };
    const block = blocks.find(({ ssrc }) => ssrc === ownSsrc);
    if (!block) return;
    this.#lostByPeer = Math.max(0, block.cumulativeLost);
    if (block.lastReport !== 0) this.#measure(block, at);
  }

  write(packet: Buffer, sent: Sent, reception: Reception, at: number, now: number): number {
    this.#nextAt = now + INTERVAL_MS;
    return writeReport(packet, { ...sent, at, block: this.#block(reception, now) });
  }

  /** RFC 3550 §6.4.1: arrival less last report less delay. */
  #measure(block: ReportBlock, at: number): void {
    const units = (middleNtp(at) - block.lastReport - block.delay) | 0;
    if (units >= 0) this.#roundTripMs = Math.round((units / 65_536) * 10_000) / 10;
  }

  #block(reception: Reception, now: number): ReportBlock | null {
    const source = reception.source();
    if (!source) return null;
    const counts = reception.counts();
    const expected = counts.expected - this.#before.expected;
    const lost = expected - (counts.received - this.#before.received);
    this.#before = counts;
    const { stamp, heardAt } = this.#peerReport;
    return {
      ssrc: source.ssrc,
      fractionLost: expected > 0 && lost > 0 ? Math.min(255, Math.floor((lost * 256) / expected)) : 0,
      cumulativeLost: reception.lost(),
      extendedHighest: source.extendedHighest,
      jitter: reception.jitter(),
      lastReport: stamp,
      delay: stamp === 0 ? 0 : Math.floor(((now - heardAt) / 1_000) * 65_536) % 2 ** 32,
    };
  }
}
