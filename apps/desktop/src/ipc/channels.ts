/** Names alone, without schemas: the sandboxed preload imports them and stays a few lines long. */
export const asks = [
  'pageReady',
  'gatewayUrl',
  'setGatewayUrl',
  'attend',
  'remind',
  'showCall',
  'showPresence',
  'keepSecret',
  'readSecret',
  'letterPdf',
  'miniView',
  'miniPressed',
] as const;
export type Ask = (typeof asks)[number];

export const tells = ['dial', 'power', 'globalKey', 'notificationAnswer', 'miniChanged'] as const;
export type Tell = (typeof tells)[number];
