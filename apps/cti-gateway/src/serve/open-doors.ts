import { fileURLToPath } from 'node:url';
import type { HttpDoor } from '../adapters/http/http-door.ts';
import { openHttp } from '../adapters/http/http-door.ts';
import { usualDeskSockets } from '../adapters/socket-io/desk-socket-settings.ts';
import { openDeskSockets } from '../adapters/socket-io/desk-sockets.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import type { RunningGateway } from '../compose.ts';
import type { Config } from '../config.ts';
import { centreSchema } from '../config/centre-schema.ts';
import type { Log } from '../ports/log.ts';
import type { Closing } from './closing.ts';
import type { Adapters } from './open-adapters.ts';
import { tlsTexts } from './telephony-of.ts';

const renderer = fileURLToPath(new URL('../../../desktop/dist/renderer', import.meta.url));

/** What desks, monitoring and operators connect to; nothing listens before its listen(). */
export async function openDoors(
  { http, limits }: Config,
  version: string,
  gateway: RunningGateway,
  { media, sip }: Adapters,
  log: Log,
  closing: Closing,
): Promise<HttpDoor> {
  const tls = http.tls === null ? null : tlsTexts(http.tls);
  const door = await openHttp(
    { ...http, tls: tls === null ? null : { certificate: tls.cert, key: tls.key }, renderer },
    {
      desk: gateway.desk,
      cases: gateway.cases,
      pops: gateway.pops,
      admin: { administration: gateway.administration, centreSchema, version },
      health: async () => ({ version, ...(await gateway.health()) }),
      mediaFigures: () => media.status(),
      acceptSip: (request, socket, head) => sip.webSocketListener.accept(request, socket, head),
      log,
    },
  );
  closing.later(() => door.close());
  const sockets = openDeskSockets(
    door.server,
    { ...usualDeskSockets, mostSockets: limits.desks * 2 },
    {
      desk: gateway.desk,
      clock: systemClock,
      log,
      allowsOrigin: (origin, host) => door.allowsOrigin(origin, host),
      poppedAfter: (seconds) => door.poppedAfter(seconds),
    },
  );
  closing.later(() => sockets.close());
  return door;
}
