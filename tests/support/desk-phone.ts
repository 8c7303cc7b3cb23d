import { createHash } from 'node:crypto';
import { asId } from '@ringside/shared/model/ids';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import type { StationGrant } from '@ringside/cti-gateway/src/domain/agent/agent.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';

const realm = 'ringside.local';
const secret = 'a desk phone in a test';
const year = 365 * 86_400_000;

/** Gives agents desk phones beside their screens, as `ringside user phone` does, in the gateway's own data folder. */
export async function grantDeskPhones(
  dataFolder: string,
  agentIds: readonly string[],
): Promise<readonly StationCredentials[]> {
  const store = openStore({ folder: dataFolder, as: 'visitor' });
  const expiresAt = Date.now() + year;
  await store.commit(
    agentIds.map((agentId) => ({
      put: 'stationGrant',
      grant: stationGrant(agentId, `${agentId}-phone`, 'rtp', expiresAt),
    })),
  );
  await store.close();
  return agentIds.map((agentId) => credentialsOf(`${agentId}-phone`));
}

export const stationGrant = (
  agentId: string,
  stationId: string,
  media: 'webrtc' | 'rtp',
  expiresAt: number,
): StationGrant => ({
  stationId: asId<'station'>(stationId),
  agentId: asId<'agent'>(agentId),
  media,
  ha1Sha256: digest('sha256', `${stationId}:${realm}:${secret}`),
  ha1Md5: digest('md5', `${stationId}:${realm}:${secret}`),
  expiresAt,
});

/** What a station with such a grant registers with. */
export const credentialsOf = (stationId: string): StationCredentials => ({
  address: `sip:${stationId}@${realm}`,
  userName: stationId,
  secret,
  webSocketUrl: '/sip',
  expiresAt: Date.now() + year,
});

const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');
