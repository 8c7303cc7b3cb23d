import type { Config } from '../config.ts';
import type { Fault } from '../config/fault.ts';
import { sentence } from '../config/fault.ts';
import type { Terminal } from './terminal.ts';

/** Tells every fault, one paragraph each. */
export function tellFaults(terminal: Terminal, file: string | null, faults: readonly Fault[]): void {
  const where = file ?? 'the environment (there is no configuration file)';
  const count = faults.length === 1 ? 'One setting' : `${faults.length} settings`;
  terminal.complain(`${count} in ${where} must be mended before the gateway can start:`);
  for (const fault of faults) terminal.complain(`  - ${sentence(fault)}`);
}

/** Tells what a configuration says, as the gateway understands it. */
export function tellConfig(terminal: Terminal, file: string | null, config: Config): void {
  terminal.say(`${file ?? 'The default configuration'} is fine.`);
  for (const [topic, lines] of summary(config))
    for (const [i, line] of lines.entries()) terminal.say(`  ${(i === 0 ? topic : '').padEnd(12)} ${line}`);
}

function summary(config: Config): readonly (readonly [string, readonly string[]])[] {
  const { http, sip, centre } = config;
  const scheme = http.tls === null ? 'http' : 'https';
  return [
    ['Centre', [`${centre.name.en} (${centre.region}, ${centre.timeZone}, ${centre.currency})`]],
    ['Desks', [http.publicUrl ?? `${scheme}://${http.host}:${http.port}`]],
    ['SIP', sip.listeners.map((l) => `${l.transport} ${l.host}:${l.port}, domain ${sip.domain}`)],
    ['Audio', [audio(config)]],
    ['Trunks', config.trunks.length === 0 ? ['none: no call can come in'] : config.trunks.map(trunkLine)],
    ['Calls out', [callsOut(config)]],
    ['Hotlines', centre.hotlines.map((h) => `${h.hotlineId}: ${h.numbers.join(', ')} → queue ${h.queueId}`)],
    [
      'Queues',
      centre.queues.map(
        (q) =>
          `${q.queueId}: skills ${q.skills.map(({ skillId, level }) => `${skillId}=${level}`).join(', ') || 'none needed'}`,
      ),
    ],
    ['Monitoring', [monitors(http.monitoring)]],
    ['Data', [config.data]],
  ];
}

/** One call takes two ports (RTP and RTCP) towards the trunk and one towards the agent. */
function audio({ media }: Config): string {
  const room = Math.floor((media.ports.to - media.ports.from + 1) / 3);
  return `UDP ${media.ports.from} to ${media.ports.to} on ${media.externalAddress ?? media.address}: room for about ${room} calls`;
}

function trunkLine(trunk: Config['trunks'][number]): string {
  const guards = [
    ...(trunk.allow.length > 0 ? [`from ${trunk.allow.join(', ')}`] : []),
    ...(trunk.digestIn === null ? [] : ['with a password']),
  ];
  const into = guards.length > 0 ? `calls in ${guards.join(' ')}` : 'no calls in';
  const out = trunk.host === null ? 'no calls out' : `calls out to ${trunk.host} over ${trunk.transport}`;
  const registers = trunk.register === null ? '' : `, registers at ${trunk.register.registrar}`;
  return `${trunk.trunkId}: ${into}, ${out}${registers}`;
}

function callsOut({ dialling }: Config): string {
  if (dialling.trunkId === null) return 'off (dialling.trunkId is not set)';
  if (dialling.allowedPrefixes.length === 0) return 'off (dialling.allowedPrefixes is empty)';
  return `through ${dialling.trunkId} to ${dialling.allowedPrefixes.join(', ')}`;
}

function monitors({ allow, token }: Config['http']['monitoring']): string {
  const others = [...allow, ...(token === null ? [] : ['whoever has the token'])];
  return `/health and /metrics for this machine${others.length > 0 ? ` and ${others.join(', ')}` : ' only'}`;
}
