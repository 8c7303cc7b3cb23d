import { asId } from '@ringside/shared/model/ids';
import { days, hours, seconds } from '@ringside/shared/model/instant';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';
import type { Settings } from '../application/settings.ts';
import { defaultTimings } from '../application/settings.ts';
import type { Config } from '../config.ts';

/** The configuration in the application's words. */
export function settingsOf(
  { http, limits, sip, dialling, mail, timings }: Config,
  version: string,
): Settings {
  return {
    version,
    protocol: PROTOCOL_VERSION,
    realm: sip.domain,
    stationWebSocketUrl: '/sip',
    publicUrl: publicUrlOf(http),
    dialling: {
      trunkId: dialling.trunkId === null ? null : asId<'trunk'>(dialling.trunkId),
      presented: dialling.presents,
      wrapUpMode: dialling.wrapUpMode,
      allowedPrefixes: dialling.allowedPrefixes,
    },
    timings: {
      ...defaultTimings,
      reconnectFor: seconds(timings.reconnectSeconds),
      dialFor: seconds(timings.dialSeconds),
      outboundWrapUpFor: seconds(timings.outboundWrapUpSeconds),
      wrapUpExtension: seconds(timings.wrapUpExtensionSeconds),
      pageSilence: seconds(timings.pageSilenceSeconds),
      sessionFor: hours(timings.sessionHours),
      recordingsFor: days(limits.recordingDays),
      ...(mail === null ? {} : { retryLettersFor: hours(mail.retryHours) }),
    },
  };
}

/** Where nothing is said it is found where it listens; whoever listens everywhere has to say by which name. */
function publicUrlOf({ publicUrl, host, port, tls }: Config['http']): string | null {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/u, '');
  if (host === '0.0.0.0' || host === '::') return null;
  const named = host.includes(':') ? `[${host}]` : host;
  return `${tls === null ? 'http' : 'https'}://${named}:${port}`;
}
