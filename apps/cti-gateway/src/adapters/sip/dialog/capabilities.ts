import type { SipHeader } from '../message/message.ts';

/** Methods that a peer may send us (RFC 3261 section 20.5). */
export const allowedMethods = [
  'INVITE',
  'ACK',
  'CANCEL',
  'BYE',
  'OPTIONS',
  'PRACK',
  'UPDATE',
  'INFO',
  'REGISTER',
] as const;

/** Extensions that we understand when a peer requires them: RFC 3262, 4028, 3323, 5373. */
export const understood: ReadonlySet<string> = new Set(['100rel', 'timer', 'privacy', 'answermode']);

export const sdpType = 'application/sdp';
export const dtmfRelayType = 'application/dtmf-relay';
export const dtmfType = 'application/dtmf';

export const allowHeader: SipHeader = { name: 'Allow', value: allowedMethods.join(', ') };
export const acceptHeader: SipHeader = { name: 'Accept', value: [sdpType, dtmfRelayType].join(', ') };
export const supportedByTrunks: SipHeader = { name: 'Supported', value: '100rel, timer' };
/** sip.js has no session timers; asking for them on an agent's leg would only mislead. */
export const supportedByStations: SipHeader = { name: 'Supported', value: '100rel' };
