import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StationId } from '@ringside/shared/model/ids';
import type { StationDigest, SwitchEvent } from '../../../../ports/switch.ts';
import { systemClock } from '../../../system/system-clock.ts';
import { systemIds } from '../../../system/system-ids.ts';
import { ha1Of } from '../../authentication/digest.ts';
import { createStack } from '../../create-stack.ts';
import { createSipSwitch } from '../../create-switch.ts';
import type { SipRequest } from '../../message/message.ts';
import type { IncomingRequest, SipStack } from '../../stack.ts';
import type { SwitchSettings } from '../switch-settings.ts';
import { FakeMedia } from './fake-media.ts';

export const silentLog = { info: () => {}, warn: () => {}, error: () => {} };
export const password = 'a secret of 128 bits';

const stackOn = (transports: readonly ('udp' | 'tcp')[]) =>
  createStack({
    listeners: transports.map((transport) => ({ transport, address: '127.0.0.1', port: 0 })),
    clock: systemClock,
    ids: systemIds(),
    log: silentLog,
    resolver: () => Promise.resolve([]),
  });

/** Waits until something is so; a test that waits in vain says for what. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | null | false,
): Promise<Value> {
  const end = performance.now() + 8_000;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, 5);
    await promise;
  }
}

export const portOf = (stack: SipStack, transport: 'udp' | 'tcp'): number =>
  Number(
    stack.listening
      .find((one) => one.startsWith(transport))
      ?.split(':')
      .at(-1),
  );

/** The switch on real sockets of this machine, with media in memory. */
export async function startSwitch(settings: SwitchSettings) {
  const { stack, webSocketListener } = stackOn(['udp', 'tcp']);
  const media = new FakeMedia();
  const events: SwitchEvent[] = [];
  const telephony = createSipSwitch({
    stack,
    media,
    clock: systemClock,
    ids: systemIds(),
    log: silentLog,
    settings,
  });
  telephony.listen((event) => events.push(event));
  telephony.authorise((stationId) => Promise.resolve(grantOf(stationId, settings.realm)));
  await telephony.start();
  const http = createServer();
  http.on('upgrade', (request, socket, head) => webSocketListener.accept(request, socket, head));
  const { promise, resolve } = Promise.withResolvers<void>();
  http.listen(0, '127.0.0.1', resolve);
  await promise;
  const saw = <Type extends SwitchEvent['type']>(type: Type) =>
    until(`the event ${type}`, () =>
      events.find((event): event is Extract<SwitchEvent, { type: Type }> => event.type === type),
    );
  return {
    telephony,
    media,
    events,
    saw,
    port: (transport: 'udp' | 'tcp') => portOf(stack, transport),
    webSocketUrl: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/sip`,
    async stop() {
      await telephony.stop();
      http.closeAllConnections();
      http.close();
    },
  };
}

const grantOf = (stationId: StationId, realm: string): StationDigest => ({
  media: 'webrtc',
  ha1Sha256: ha1Of('SHA-256', stationId, realm, password),
  ha1Md5: ha1Of('MD5', stationId, realm, password),
  expiresAt: Date.now() + 60_000,
});

/** A far end on a stack of its own: a PBX, a carrier, a telephone. */
export async function startFarEnd() {
  const { stack } = stackOn(['udp', 'tcp']);
  const received: IncomingRequest[] = [];
  let handle: (incoming: IncomingRequest) => void = () => {};
  stack.onRequest((incoming) => {
    received.push(incoming);
    handle(incoming);
  });
  await stack.listen();
  return {
    stack,
    received,
    requests: (): readonly SipRequest[] => received.map(({ request }) => request),
    port: (transport: 'udp' | 'tcp') => portOf(stack, transport),
    onRequest: (act: (incoming: IncomingRequest) => void) => (handle = act),
    stop: () => stack.close(),
  };
}
export type FarEnd = Awaited<ReturnType<typeof startFarEnd>>;
