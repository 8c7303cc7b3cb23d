import { credentialsOf } from './desk-phone.ts';
import { startDesks } from './load-desks.ts';
import type { LoadAgent } from './load-orders.ts';
import { startPageStation } from './page-station.ts';
import type { Received } from './sip-text.ts';
import { first } from './sip-text.ts';
import { startStation } from './sip-station.ts';

/** Signed-in agents with their telephones. */
export interface OpenAgents {
  /** Hears of each INVITE to an agent: the caller's number as it is shown, and when. */
  onRing(hear: (number: string, at: number) => void): void;
  readyAgain(): Promise<null>;
}

interface Place {
  readonly url: string;
  readonly sipPort: number;
  readonly agents: readonly LoadAgent[];
  /** whether calls may come to them */
  readonly ready: boolean;
  readonly desksBehind?: boolean;
}

/** Nothing listens there: what an agent would hear is not measured here. */
const deafPort = 9;

export async function openAgents(place: Place): Promise<OpenAgents> {
  const listeners: ((number: string, at: number) => void)[] = [];
  const rings = (request: Received, at: number): void => {
    const number = /sip:([^@>]+)@/.exec(first(request, 'from'))?.[1] ?? '';
    for (const hear of listeners) hear(decodeURIComponent(number), at);
  };
  const desks = startDesks();
  const behind = place.desksBehind === true;
  await desks.ask({ do: 'open', url: place.url, agents: place.agents, behind });
  for (const agent of place.agents) await openTelephone(place, agent, rings);
  if (place.ready) await desks.ask({ do: 'ready' });
  return {
    onRing: (hear) => listeners.push(hear),
    readyAgain: async () => {
      await desks.ask({ do: 'readyAgain' });
      return null;
    },
  };
}

async function openTelephone(
  { url, sipPort }: Place,
  { stationId, telephone }: LoadAgent,
  rings: (request: Received, at: number) => void,
): Promise<void> {
  const credentials = credentialsOf(stationId);
  const station =
    telephone === 'page'
      ? await startPageStation({ url, credentials })
      : await startStation({ gatewayPort: sipPort, credentials, rtpPort: deafPort, answer: 'atOnce' });
  station.onInvite(rings);
}
