import { createHash } from 'node:crypto';
import { asId } from '@ringside/shared/model/ids';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';

const realm = 'ringside.local';
const year = 365 * 86_400_000;

/** Gives agents desk phones beside their screens, as `ringside user phone` does, in the gateway's own data folder. */
export async function grantDeskPhones(
  dataFolder: string,
  agentIds: readonly string[],
): Promise<readonly StationCredentials[]> {
  const store = openStore({ folder: dataFolder, as: 'visitor' });
  const expiresAt = Date.now() + year;
  const secret = 'a desk phone in a test';
  const credentials = agentIds.map((agentId) => ({ agentId, userName: `${agentId}-phone` }));
  await store.commit(
    credentials.map(({ agentId, userName }) => ({
      put: 'stationGrant',
      grant: {
        stationId: asId<'station'>(userName),
        agentId: asId<'agent'>(agentId),
        media: 'rtp',
        ha1Sha256: digest('sha256', `${userName}:${realm}:${secret}`),
        ha1Md5: digest('md5', `${userName}:${realm}:${secret}`),
        expiresAt,
      },
    })),
  );
  await store.close();
  return credentials.map(({ userName }) => ({
    address: `sip:${userName}@${realm}`,
    userName,
    secret,
    webSocketUrl: '/sip',
    expiresAt,
  }));
}

const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');
