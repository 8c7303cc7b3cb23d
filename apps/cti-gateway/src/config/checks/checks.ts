import { checkCentre } from './check-centre.ts';
import { checkDemo, checkHttp, checkSip } from './check-listening.ts';
import { checkPorts } from './check-ports.ts';
import { checkSounds } from './check-sounds.ts';
import { checkTls } from './check-tls.ts';
import { checkTrunks } from './check-trunks.ts';
import type { Finding, Sections } from './finding.ts';

/** What one setting alone can't show: names that lead nowhere, ports taken twice, files that are not there. */
export function crossChecks(sections: Sections, settings: Readonly<Record<string, unknown>>): Finding[] {
  return [
    ...checkDemo(sections),
    ...checkHttp(sections),
    ...checkTls(['http', 'tls'], sections.http?.tls ?? null),
    ...checkSip(sections, settings),
    ...checkTls(['sip', 'tls'], sections.sip?.tls ?? null),
    ...checkPorts(sections),
    ...checkTrunks(sections),
    ...checkCentre(sections),
    ...checkSounds(sections),
  ];
}
