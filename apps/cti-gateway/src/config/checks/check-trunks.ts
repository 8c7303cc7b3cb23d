import type { Finding, Sections } from './finding.ts';
import { finding, twice } from './finding.ts';

/** Trunks that nobody could use, or that anybody could. */
export function checkTrunks({ trunks, dialling, sip }: Sections): Finding[] {
  if (!trunks) return [];
  const unguarded = trunks.flatMap((trunk, i) => {
    const found: Finding[] = [];
    if (trunk.allow.length === 0 && trunk.digestIn === null && trunk.register === null && trunk.host === null)
      found.push(
        finding(
          ['trunks', i],
          trunk.trunkId,
          'nothing says who may call in through it or where calls go',
          'Write allow (addresses) or digestIn (a password) for calls in, host for calls out.',
        ),
      );
    if (trunk.register !== null && trunk.digestOut === null)
      found.push(
        finding(
          ['trunks', i, 'register'],
          trunk.register.registrar,
          'registering needs the name and password that the carrier gave',
          'Write digestOut with userName and password.',
        ),
      );
    if (trunk.transport === 'tls' && sip && !sip.listeners.some((l) => l.transport === 'tls'))
      found.push(
        finding(
          ['trunks', i, 'transport'],
          'tls',
          'the gateway listens on no TLS port, so this trunk can’t reach it',
          'Give sip.tls a certificate and key.',
        ),
      );
    for (const [j, range] of trunk.allow.entries())
      if (range.endsWith('/0'))
        found.push(
          finding(
            ['trunks', i, 'allow', j],
            range,
            'the whole world could call in through this trunk',
            'Write the carrier’s own addresses.',
          ),
        );
    return found;
  });
  const outgoing = dialling?.trunkId ?? null;
  const through = trunks.find((trunk) => trunk.trunkId === outgoing);
  const lost =
    outgoing !== null && !through
      ? [
          finding(
            ['dialling', 'trunkId'],
            outgoing,
            'there is no such trunk, so nobody could be called',
            `Write one of: ${trunks.map((t) => t.trunkId).join(', ') || '(no trunk is configured)'}.`,
          ),
        ]
      : [];
  const nowhere =
    through && through.host === null && through.register === null
      ? [
          finding(
            ['dialling', 'trunkId'],
            outgoing,
            'this trunk has no host, so calls would go nowhere',
            'Give the trunk a host.',
          ),
        ]
      : [];
  return [...unguarded, ...lost, ...nowhere, ...twice(['trunks'], trunks, 'trunkId')];
}
