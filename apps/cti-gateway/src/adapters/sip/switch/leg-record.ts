import type { TrunkId } from '@ringside/shared/model/ids';
import { z } from 'zod';
import type { Dialog } from '../dialog/dialog.ts';
import type { SessionTimer } from '../dialog/session-timer.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';

/** Everything about an established trunk leg that a restarted gateway needs to go on with it. */
export interface KeptLeg {
  readonly trunkId: TrunkId;
  readonly place: TrunkPlace;
  readonly dialog: Dialog;
  readonly timer: SessionTimer | null;
  readonly peerUpdates: boolean;
  readonly music: string;
  /** the media engine's own record */
  readonly media: string;
}

const kept = z.object({
  version: z.literal(1),
  trunkId: z.string(),
  place: z.object({ transport: z.enum(['udp', 'tcp', 'tls']), host: z.string(), port: z.number() }),
  dialog: z.object({
    callId: z.string(),
    localTag: z.string(),
    remoteTag: z.string(),
    local: z.string(),
    remote: z.string(),
    remoteTarget: z.string(),
    routeSet: z.array(z.string()),
    localCSeq: z.number(),
    remoteCSeq: z.number().nullable(),
    choseCallId: z.boolean(),
  }),
  timer: z.object({ interval: z.number(), refresher: z.enum(['us', 'them']) }).nullable(),
  peerUpdates: z.boolean(),
  music: z.string(),
  media: z.string(),
});

export const writeLegRecord = (leg: KeptLeg): string => JSON.stringify({ version: 1, ...leg });

/** Null for a record that this version can't read: the leg is then given up. */
export function readLegRecord(record: string): KeptLeg | null {
  try {
    const read = kept.safeParse(JSON.parse(record));
    return read.success ? { ...read.data, trunkId: read.data.trunkId as TrunkId } : null;
  } catch {
    return null;
  }
}
