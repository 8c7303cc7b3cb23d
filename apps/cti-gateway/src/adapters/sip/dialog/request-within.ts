import type { SipHeader, SipRequest } from '../message/message.ts';
import { parseNameAddress } from '../message/name-address.ts';
import { parameter } from '../message/parameter.ts';
import { parseUri } from '../message/uri.ts';
import type { Dialog } from './dialog.ts';

const NOTHING = new Uint8Array(0);

/** A request within a dialog (RFC 3261 section 12.2.1.1), without Via. CSeq is the dialog's unless an ACK gives its INVITE's. */
export function requestWithin(
  dialog: Dialog,
  method: string,
  more: { readonly cseq?: number; readonly headers?: readonly SipHeader[]; readonly body?: Uint8Array } = {},
): SipRequest {
  const { uri, routes } = path(dialog);
  const lines: SipHeader[] = [];
  for (const value of routes) lines.push({ name: 'Route', value });
  lines.push(
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: dialog.local },
    { name: 'To', value: dialog.remote },
    { name: 'Call-ID', value: dialog.callId },
    { name: 'CSeq', value: `${more.cseq ?? dialog.localCSeq} ${method}` },
    ...(more.headers ?? []),
  );
  return { kind: 'request', method, uri, headers: lines, body: more.body ?? NOTHING };
}

/** Where a request of this dialog goes next: the first route, or the remote target. */
export function nextHop(dialog: Dialog): string {
  const [first] = dialog.routeSet;
  return (first !== undefined && parseNameAddress(first)?.uri) || dialog.remoteTarget;
}

/** A first route without `lr` is a strict router: it goes into the request URI and the target to the end of the routes. */
function path(dialog: Dialog): { uri: string; routes: readonly string[] } {
  const [first, ...rest] = dialog.routeSet;
  if (first === undefined || isLoose(first)) return { uri: dialog.remoteTarget, routes: dialog.routeSet };
  const strict = parseNameAddress(first)?.uri ?? dialog.remoteTarget;
  return { uri: strict, routes: [...rest, `<${dialog.remoteTarget}>`] };
}

function isLoose(route: string): boolean {
  const address = parseNameAddress(route);
  const uri = address === null ? null : parseUri(address.uri);
  return uri === null || !uri.ok || parameter(uri.value, 'lr') !== undefined;
}
