import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Health } from './health.ts';
import { statusOf, takesCalls } from './health.ts';

export interface Figures {
  readonly contentType: string;
  text(): Promise<string>;
  poppedAfter(seconds: number): void;
}

interface Watched {
  readonly health: () => Promise<Health>;
  readonly mediaFigures: () => Readonly<Record<string, number>>;
}

/** Prometheus figures. State is read when they are asked for: nothing is counted twice, nothing kept for them alone. */
export function figures({ health, mediaFigures }: Watched): Figures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const pops = new Histogram({
    name: 'ringside_pop_seconds',
    help: 'From the offer of a call to its screen pop leaving the gateway',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers: [registry],
  });
  const showState = stateGauges(registry);
  const showCounters = counterFamilies(registry);
  return {
    contentType: registry.contentType,
    poppedAfter: (seconds) => pops.observe(seconds),
    text: async () => {
      const now = await health();
      showState(now, mediaFigures());
      showCounters(now);
      return registry.metrics();
    },
  };
}

function stateGauges(registry: Registry): (health: Health, media: Readonly<Record<string, number>>) => void {
  const gauge = (name: string, help: string, label: string) =>
    new Gauge({ name, help, labelNames: [label], registers: [registry] });
  const up = new Gauge({ name: 'ringside_up', help: '1 while new calls are taken', registers: [registry] });
  const status = gauge('ringside_status', '1 for the state the gateway is in', 'status');
  const calls = gauge('ringside_calls_now', 'Calls by state', 'state');
  const agents = gauge('ringside_agents_now', 'Agents and desks by state', 'state');
  const media = gauge('ringside_media', 'Figures of the audio engine', 'figure');
  const letters = gauge('ringside_letters_now', 'Letters that are not out yet, by state', 'state');
  const notices = gauge(
    'ringside_notices_now',
    'Notices to colleagues that are not out yet, by state',
    'state',
  );
  const trunks = gauge(
    'ringside_trunk_up',
    '1 for a trunk that is registered and reachable, or needs neither',
    'trunk',
  );
  const ping = new Gauge({
    name: 'ringside_store_ping_seconds',
    help: 'One cheap query',
    registers: [registry],
  });
  const unwritten = new Gauge({
    name: 'ringside_store_unwritten',
    help: 'Changes waiting to be written',
    registers: [registry],
  });
  return (health, mediaFigures) => {
    up.set(takesCalls(health) ? 1 : 0);
    for (const one of ['ok', 'draining', 'degraded'] as const)
      status.set({ status: one }, statusOf(health) === one ? 1 : 0);
    for (const [state, value] of Object.entries(health.calls)) calls.set({ state }, value);
    for (const [state, value] of Object.entries(health.agents)) agents.set({ state }, value);
    for (const [figure, value] of Object.entries(mediaFigures)) media.set({ figure }, value);
    for (const state of ['queued', 'sending', 'unsure', 'failed']) {
      letters.set({ state }, health.mail.letters[state] ?? 0);
      notices.set({ state }, health.mail.notices[state] ?? 0);
    }
    for (const trunk of health.telephony.trunks) trunks.set({ trunk: trunk.trunkId }, isUp(trunk) ? 1 : 0);
    if (health.store.pingMs !== null) ping.set(health.store.pingMs / 1_000);
    unwritten.set(health.store.unwritten);
  };
}

const isUp = (trunk: Health['telephony']['trunks'][number]): boolean =>
  (trunk.registration === 'static' || trunk.registration === 'registered') && trunk.reachable !== false;

/** Counts of the gateway ("calls.handled") and of SIP become families with a label: ringside_calls_total{what="handled"}. */
function counterFamilies(registry: Registry): (health: Health) => void {
  const families = new Map<string, Counter>();
  const family = (name: string): Counter => {
    const known = families.get(name);
    if (known !== undefined) return known;
    const help = `Counted since the gateway started: ${name}`;
    const made = new Counter({
      name: `ringside_${name}_total`,
      help,
      labelNames: ['what'],
      registers: [registry],
    });
    families.set(name, made);
    return made;
  };
  return (health) => {
    for (const known of families.values()) known.reset();
    for (const [name, value] of Object.entries(health.counters)) {
      const dot = name.indexOf('.');
      const [of, what] = dot === -1 ? [name, 'all'] : [name.slice(0, dot), name.slice(dot + 1)];
      family(plain(of)).inc({ what }, value);
    }
    for (const [what, value] of Object.entries(health.telephony.counters)) family('sip').inc({ what }, value);
  };
}

/** Prometheus allows letters, digits and "_" in a name. */
const plain = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_').toLowerCase();
