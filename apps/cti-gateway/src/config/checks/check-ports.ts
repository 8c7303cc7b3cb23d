import type { Finding, Sections } from './finding.ts';
import { finding } from './finding.ts';

/** Addresses that two listeners, or a listener and the audio, would take. */
export function checkPorts(sections: Sections): Finding[] {
  return [...listenerChecks(sections), ...rtpChecks(sections)];
}

function listenerChecks({ http, sip }: Sections): Finding[] {
  const taken = http ? [{ protocol: 'tcp', host: http.host, port: http.port, by: 'http.port' }] : [];
  return (sip?.listeners ?? []).flatMap((listener, i) => {
    const protocol = listener.transport === 'udp' ? 'udp' : 'tcp';
    const clash = taken.find(
      (t) => t.protocol === protocol && t.port === listener.port && sameHost(t.host, listener.host),
    );
    taken.push({ protocol, host: listener.host, port: listener.port, by: `sip.listeners[${i}].port` });
    if (!clash) return [];
    return [
      finding(
        ['sip', 'listeners', i, 'port'],
        String(listener.port),
        `${clash.by} takes the same port, so only one of them could listen`,
        'Choose another port for one of them.',
      ),
    ];
  });
}

const everywhere = new Set(['0.0.0.0', '::', 'localhost']);
const sameHost = (a: string, b: string): boolean => a === b || everywhere.has(a) || everywhere.has(b);

const EPHEMERAL = 32_768;

function rtpChecks({ media, sip }: Sections): Finding[] {
  if (!media) return [];
  const { from, to } = media.ports;
  const found: Finding[] = [];
  if (everywhere.has(media.address) && media.externalAddress === null)
    found.push(
      finding(
        ['media', 'address'],
        media.address,
        'nobody could be told where to send audio',
        'Write an address of this machine, or externalAddress beside it.',
      ),
    );
  if (from > to)
    found.push(
      finding(
        ['media', 'ports', 'from'],
        String(from),
        `the range would end at ${to}, before it begins`,
        'Write the smaller port as from.',
      ),
    );
  else if (to - from < 3)
    found.push(
      finding(
        ['media', 'ports', 'to'],
        String(to),
        'the range has no room for one call (two legs of two ports)',
        'Leave about four ports a call.',
      ),
    );
  if (to >= EPHEMERAL)
    found.push(
      finding(
        ['media', 'ports', 'to'],
        String(to),
        `ports from ${EPHEMERAL} on are given to any program that opens a connection, so calls would now and then have no audio port`,
        `Set it under ${EPHEMERAL}.`,
      ),
    );
  for (const listener of sip?.listeners ?? [])
    if (listener.transport === 'udp' && listener.port >= from && listener.port <= to)
      found.push(
        finding(
          ['media', 'ports', 'from'],
          `${from} to ${to}`,
          `the SIP port ${listener.port} lies within it`,
          'Move the range or the SIP port.',
        ),
      );
  return found;
}
