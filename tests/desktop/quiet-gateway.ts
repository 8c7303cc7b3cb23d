import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';

/** As much of a gateway as a desk needs before anybody has signed in: it says what it is, and knows nobody. */
export interface QuietGateway {
  readonly url: string;
  /** what was asked of it, such as "GET /api/about" */
  readonly asked: readonly string[];
  close(): void;
}

export async function quietGateway(): Promise<QuietGateway> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer({ url }: IncomingMessage, response: ServerResponse): void {
  const [status, body] = url === '/api/about' ? [200, about] : [401, { problem: 'wrongNameOrPassword' }];
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

const about = {
  product: 'Ringside',
  version: '0.1.0',
  protocol: PROTOCOL_VERSION,
  centreName: { en: 'Harbour Homeware', 'zh-Hant': '海港家居', 'zh-Hans': '海港家居' },
  demo: null,
};
