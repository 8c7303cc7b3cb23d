import { parseUri } from '../message/uri.ts';

/** Whether digest-uri and Request-URI name one resource (RFC 3261 section 22.4): proxies on the way may change parameters. */
export function sameResource(one: string, other: string): boolean {
  if (one === other) return true;
  const left = parseUri(one);
  const right = parseUri(other);
  if (!left.ok || !right.ok) return false;
  const [a, b] = [left.value, right.value];
  if (a.scheme === 'tel' || b.scheme === 'tel')
    return a.scheme === 'tel' && b.scheme === 'tel' && a.number === b.number;
  return a.user === b.user && a.host === b.host && (a.port ?? b.port) === (b.port ?? a.port);
}
