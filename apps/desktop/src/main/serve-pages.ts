import { readFile } from 'node:fs/promises';
import { net } from 'electron';
import type { Protocol } from 'electron';
import { assetPath } from './asset-path.ts';
import { contentType } from './content-type.ts';
import type { GatewayDoor } from './gateway-door.ts';
import { gatewayDoor } from './gateway-door.ts';
import { pageHeaders } from './page-headers.ts';
import { pageOrigin, pageScheme } from './page-origin.ts';

/**
 * Serves the renderer's build under app://ringside and hands its /api requests on to the gateway, so that the page asks
 * its own origin in Electron as it does in a browser and the gateway needs no cross-origin rules.
 */
export function servePages(protocol: Protocol, root: string, gatewayUrl: () => string): void {
  protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== pageOrigin) return plain(404, 'No such page.');
    const door = gatewayDoor(url.pathname);
    return door === null
      ? asset(root, url.pathname, gatewayUrl())
      : toGateway(request, door, new URL(`${url.pathname}${url.search}`, gatewayUrl()));
  });
}

async function asset(root: string, pathname: string, gatewayUrl: string): Promise<Response> {
  const path = assetPath(root, pathname);
  if (path === null) return plain(400, 'This address leads out of the application.');
  try {
    const body = await readFile(path);
    return new Response(body, { headers: { ...pageHeaders(gatewayUrl), 'Content-Type': contentType(path) } });
  } catch {
    return plain(404, `No such page: ${pathname}`);
  }
}

async function toGateway(request: Request, { longestBody }: GatewayDoor, target: URL): Promise<Response> {
  const carries = request.method === 'POST' || request.method === 'PUT';
  const body = carries ? await request.arrayBuffer() : null;
  if (body !== null && body.byteLength > longestBody) return plain(413, 'The request is too long.');
  try {
    return await net.fetch(target.href, {
      method: request.method,
      headers: keptHeaders(request.headers),
      ...(body === null ? {} : { body }),
      redirect: 'error',
      credentials: 'omit',
    });
  } catch {
    return plain(502, `The gateway at ${target.origin} does not answer.`);
  }
}

function keptHeaders(headers: Headers): Record<string, string> {
  const kept = ['authorization', 'content-type', 'accept-language', 'if-match'];
  return Object.fromEntries(
    kept.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])),
  );
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
