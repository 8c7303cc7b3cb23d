import type { TrunkId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { z } from 'zod';
import type { Dialog } from '../dialog/dialog.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionTimer } from '../dialog/session-timer.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import type { LegAudio } from './leg-audio.ts';

/** Everything about an established trunk leg that a restarted gateway needs to go on with it. */
export interface KeptSession {
  readonly trunkId: TrunkId;
  readonly place: TrunkPlace;
  readonly dialog: Dialog;
  readonly timer: SessionTimer | null;
  readonly peerUpdates: boolean;
  /** the media engine's own record */
  readonly media: string;
}

export interface KeptCaller extends KeptSession {
  readonly version: 1;
  readonly music: string;
}

/** An agent's telephone. Gateways that knew callers alone can't read it, and give it up. */
export interface KeptPhone extends KeptSession {
  readonly version: 2;
  /** false: whoever answered has not taken the call, or was not connected */
  readonly talks: boolean;
}

type KeptLeg = KeptCaller | KeptPhone;

const session = z.object({
  trunkId: z.string().transform((id) => asId<'trunk'>(id)),
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
  media: z.string(),
});
const kept = z.discriminatedUnion('version', [
  session.extend({ version: z.literal(1), music: z.string() }),
  session.extend({ version: z.literal(2), talks: z.boolean() }),
]);

/** What there is of a leg as it stands, where it is up. */
export async function keptSession(
  { trunkId, place, audio }: { trunkId: TrunkId; place: TrunkPlace; audio: LegAudio },
  sessionOf: () => Session | null,
): Promise<KeptSession | null> {
  const media = await audio.record();
  const current = sessionOf();
  if (current === null || media === null) return null;
  const { dialog, timer, peerUpdates } = current;
  return { trunkId, place, dialog, timer, peerUpdates, media };
}

export const writeLegRecord = (leg: KeptLeg): string => JSON.stringify(leg);

/** Null for a record that this version can't read: the leg is then given up. */
export function readLegRecord(record: string): KeptLeg | null {
  try {
    const read = kept.safeParse(JSON.parse(record));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
