import type { Quality, Reception } from './quality.ts';
import { worseOf } from './quality.ts';

/** Running totals of one look at a connection's statistics. */
export interface Totals {
  readonly received: number;
  readonly lost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number;
  /** what the other end reports about the agent's voice, once it has */
  readonly sent: Reception | null;
}

/** Picks the audio's figures out of a statistics report (W3C webrtc-stats); null before the first packet. */
export function readTotals(report: ReadonlyMap<string, unknown>): Totals | null {
  const entries = [...report.values()] as Record<string, unknown>[];
  const inbound = entries.find((entry) => entry['type'] === 'inbound-rtp' && entry['kind'] === 'audio');
  if (!inbound) return null;
  const heard = entries.find((entry) => entry['type'] === 'remote-inbound-rtp' && entry['kind'] === 'audio');
  const pair = entries.find((entry) => entry['type'] === 'candidate-pair' && entry['nominated'] === true);
  const roundTripMs = 1_000 * number(heard?.['roundTripTime'] ?? pair?.['currentRoundTripTime']);
  return {
    received: number(inbound['packetsReceived']),
    lost: Math.max(0, number(inbound['packetsLost'])),
    jitterMs: 1_000 * number(inbound['jitter']),
    roundTripMs,
    sent: heard
      ? {
          lossPercent: 100 * number(heard['fractionLost']),
          jitterMs: 1_000 * number(heard['jitter']),
          roundTripMs,
        }
      : null,
  };
}

/** The quality between two looks. */
export function qualityBetween(before: Totals | null, now: Totals): Quality {
  const received = now.received - (before?.received ?? 0);
  const lost = Math.max(0, now.lost - (before?.lost ?? 0));
  const expected = received + lost;
  const lossPercent = expected > 0 ? (100 * lost) / expected : 0;
  return worseOf({ lossPercent, jitterMs: now.jitterMs, roundTripMs: now.roundTripMs }, now.sent);
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
