import { openDesk, type DeskClient } from './desk-client.ts';
import { credentialsOf } from './desk-phone.ts';
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
}

const together = 20;
/** Nothing listens there: what an agent would hear is not measured here. */
const deafPort = 9;

export async function openAgents(place: Place): Promise<OpenAgents> {
  const listeners: ((number: string, at: number) => void)[] = [];
  const rings = (request: Received, at: number): void => {
    const number = /sip:([^@>]+)@/.exec(first(request, 'from'))?.[1] ?? '';
    for (const hear of listeners) hear(decodeURIComponent(number), at);
  };
  const desks: DeskClient[] = [];
  for (let from = 0; from < place.agents.length; from += together) {
    const some = place.agents.slice(from, from + together);
    desks.push(...(await Promise.all(some.map((agent) => openAgent(place, agent, rings)))));
  }
  return {
    onRing: (hear) => listeners.push(hear),
    readyAgain: async () => {
      for (const desk of desks) {
        if (desk.presence().state === 'notReady') await desk.tryTell({ do: 'presence.ready' });
      }
      return null;
    },
  };
}

async function openAgent(
  { url, sipPort, ready }: Place,
  agent: LoadAgent,
  rings: (request: Received, at: number) => void,
): Promise<DeskClient> {
  const desk = await openDesk({ url, token: agent.token, stationId: agent.pageId });
  const credentials = credentialsOf(agent.stationId);
  if (agent.telephone === 'page') {
    const station = await startPageStation({ url, credentials });
    station.onInvite(rings);
  } else {
    const answer = 'atOnce';
    const station = await startStation({ gatewayPort: sipPort, credentials, rtpPort: deafPort, answer });
    station.onInvite(rings);
  }
  if (ready) await desk.tell({ do: 'presence.ready' });
  return desk;
}
