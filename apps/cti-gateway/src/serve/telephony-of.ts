import { readFileSync } from 'node:fs';
import { asId } from '@ringside/shared/model/ids';
import type { StackLimits } from '../adapters/sip/create-stack.ts';
import type { SwitchSettings } from '../adapters/sip/switch/switch-settings.ts';
import { defaultSwitchTimings } from '../adapters/sip/switch/switch-settings.ts';
import type { ListenerSpec } from '../adapters/sip/transport/listener.ts';
import type { TrunkSettings, TrunkTransport } from '../adapters/sip/trunk/trunk-settings.ts';
import type { Config, TrunkConfig } from '../config.ts';

/** The configuration in the switch's words. */
export function switchSettingsOf(config: Config, instanceId: string): SwitchSettings {
  return {
    realm: config.sip.domain,
    instanceId,
    trunks: config.trunks.map((trunk) => trunkSettingsOf(trunk, config.dialling.allowedPrefixes)),
    callsAtOnce: config.limits.callsAtOnce,
    callsPerSecond: config.limits.callsPerSecond,
    timings: defaultSwitchTimings,
  };
}

export function listenersOf({ sip }: Config): readonly ListenerSpec[] {
  return sip.listeners.map(({ transport, host, port }) => {
    const place = {
      address: host,
      port,
      ...(sip.externalAddress === null ? {} : { advertise: sip.externalAddress }),
    };
    if (transport !== 'tls') return { ...place, transport };
    return { ...place, transport, tls: tlsTexts(sip.tls) };
  });
}

/** Behind one reverse proxy all desks have its address, and each has a second connection for a moment while it comes back. */
export function stackLimitsOf({ limits }: Config): StackLimits {
  return { transport: { connectionsPerAddress: Math.max(1_000, 2 * limits.desks) } };
}

export function tlsTexts(files: { readonly certificate: string; readonly key: string } | null): {
  readonly cert: string;
  readonly key: string;
} {
  if (files === null)
    throw new Error('A TLS listener without a certificate passed the check of the configuration.');
  return { cert: readFileSync(files.certificate, 'utf8'), key: readFileSync(files.key, 'utf8') };
}

/** A trunk may call in over the transport it is called on; UDP and TCP go together, since large messages switch to TCP. */
function transportsOf(transport: TrunkTransport): readonly TrunkTransport[] {
  return transport === 'tls' ? ['tls'] : ['udp', 'tcp'];
}

function trunkSettingsOf(trunk: TrunkConfig, allowedPrefixes: readonly string[]): TrunkSettings {
  const { transport, host, register } = trunk;
  const usual = transport === 'tls' ? 5061 : 5060;
  return {
    trunkId: asId<'trunk'>(trunk.trunkId),
    name: trunk.name,
    transports: transportsOf(transport),
    allow: trunk.allow,
    digestIn: trunk.digestIn,
    digestOut: trunk.digestOut,
    trusted: trunk.trusted,
    outbound: host === null ? null : { transport, host, port: trunk.port ?? usual },
    register:
      register === null
        ? null
        : {
            target: { transport, host: register.registrar, port: register.port ?? usual },
            addressOfRecord: register.addressOfRecord,
            expiresSeconds: register.expiresSeconds,
          },
    keepAliveSeconds: trunk.keepAliveSeconds,
    presented: trunk.presents,
    toll: { allowedPrefixes, callsAtOnce: trunk.callsAtOnce, attemptsPerMinute: trunk.attemptsPerMinute },
  };
}
