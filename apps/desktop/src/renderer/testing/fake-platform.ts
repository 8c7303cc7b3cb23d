import type { Platform } from '../platform.ts';

const nothing = () => () => undefined;

/** A platform that can do nothing, as a page that has not been allowed anything. */
export const fakePlatform: Platform = {
  kind: 'browser',
  gatewayUrl: async () => location.origin,
  setGatewayUrl: async () => undefined,
  attend: () => undefined,
  remind: () => undefined,
  showCall: () => undefined,
  keepSecret: async () => undefined,
  readSecret: async () => null,
  letterPdf: null,
  onDial: nothing,
  onPower: nothing,
  onGlobalKey: nothing,
  onNotificationAnswer: nothing,
};
