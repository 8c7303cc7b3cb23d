import type { Finding, Sections } from './finding.ts';
import { finding } from './finding.ts';

import { shown } from '../fault.ts';

export function checkSip({ sip }: Sections, settings: Readonly<Record<string, unknown>>): Finding[] {
  if (!sip) return [];
  const found: Finding[] = [];
  const raw = settings['sip'] as Readonly<Record<string, unknown>> | undefined;
  for (const easy of ['host', 'port', 'tlsPort'])
    if (raw?.['listeners'] !== undefined && raw[easy] !== undefined)
      found.push(
        finding(
          ['sip', easy],
          shown(raw[easy]),
          'sip.listeners names every address itself, so this has no effect',
          'Remove one of the two.',
        ),
      );
  for (const [i, listener] of sip.listeners.entries())
    if (listener.transport === 'tls' && sip.tls === null)
      found.push(
        finding(
          ['sip', 'listeners', i, 'transport'],
          'tls',
          'TLS needs a certificate',
          'Give sip.tls a certificate and key.',
        ),
      );
  return found;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Everybody knows the passwords of the demo, and the page tells them to whoever asks. */
export function checkDemo({ demo, http }: Sections): Finding[] {
  if (demo !== true || !http || (loopback.has(http.host) && http.publicUrl === null)) return [];
  return [
    finding(
      ['demo'],
      'true',
      `the demo's passwords are known to everybody, and http.${loopback.has(http.host) ? 'publicUrl' : 'host'} opens it to other machines`,
      'Set http.host to 127.0.0.1 and leave http.publicUrl out, or set demo to false and add people with "ringside user add".',
    ),
  ];
}

export function checkHttp({ http }: Sections): Finding[] {
  if (!http || loopback.has(http.host) || http.tls !== null || http.publicUrl?.startsWith('https:') === true)
    return [];
  return [
    finding(
      ['http', 'host'],
      http.host,
      'others reach the desk there without encryption, and browsers give a page without it no microphone',
      'Give http.tls a certificate and key, or put a TLS proxy in front and write its https address as http.publicUrl.',
    ),
  ];
}
