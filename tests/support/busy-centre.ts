import { rmSync } from 'node:fs';
import type { AgentId, CustomerId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import { syntheticId, syntheticNumber } from '@ringside/cti-gateway/src/adapters/sql/fill-customers.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { systemSecrets } from '@ringside/cti-gateway/src/adapters/system/system-secrets.ts';
import type { Change } from '@ringside/cti-gateway/src/ports/store.ts';
import { stationGrant } from './desk-phone.ts';
import { copyOf, filledFolder } from './filled-folder.ts';
import { startGateway, type RunningGateway } from './gateway.ts';
import type { LoadAgent } from './load-orders.ts';

/** A centre for load: many agents whose sign-in is already in the store, and many customers of whom some have a history. */
export interface BusyCentre {
  readonly gateway: RunningGateway;
  readonly agents: readonly LoadAgent[];
  /** Who signs in by name: agent 0 */
  readonly signIn: { readonly userName: string; readonly password: string };
  stop(): Promise<void>;
}

export interface BusyCentreSettings {
  readonly agents: number;
  readonly telephone: 'page' | 'deskPhone';
  readonly customers: number;
  /** withAgent: the caller hears ringing until an agent answers */
  readonly answer: 'atOnce' | 'withAgent';
  readonly wrapUpForSeconds: number;
  readonly tell: (progress: string) => void;
}

/** Callers are the first of the customers; these have orders, payments and calls for the pop to be read from. */
export const customersWithHistory = 5_000;
export const callerNumber = (call: number): string => syntheticNumber((call * 7_919) % customersWithHistory);

const password = 'a password in a measurement';
const signedInFor = hours(4);

export async function openBusyCentre(settings: BusyCentreSettings): Promise<BusyCentre> {
  const dataFolder = copyOf(await filledFolder(settings.customers, settings.tell));
  const leave = new AbortController();
  const remove = (): void => rmSync(dataFolder, { recursive: true, force: true });
  // a measurement that is broken off leaves nothing behind
  const brokenOff = (): void => {
    leave.abort();
    remove();
  };
  process.once('exit', brokenOff);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  try {
    const agents = Array.from({ length: settings.agents }, (_, i) => loadAgent(i, settings.telephone));
    await seed(dataFolder, agents, settings.telephone);
    const gateway = await startGateway({ dataFolder, config: configOf(settings) });
    leave.signal.addEventListener('abort', () => process.kill(gateway.pid, 'SIGKILL'));
    const stop = async (): Promise<void> => {
      process.off('exit', brokenOff);
      await gateway.kill();
      remove();
    };
    return { gateway, agents, signIn: { userName: agents[0]?.agentId ?? '', password }, stop };
  } catch (fault) {
    process.off('exit', brokenOff);
    remove();
    throw fault;
  }
}

function configOf({ answer, wrapUpForSeconds }: BusyCentreSettings): Record<string, unknown> {
  return {
    demo: false,
    media: { ports: { from: 10_000, to: 19_999 } },
    limits: { callsAtOnce: 20_000, callsPerSecond: 5_000, desks: 2_000, drainSeconds: 0 },
    centre: {
      hotlines: [
        {
          hotlineId: 'service',
          name: { en: 'Service', 'zh-Hant': '客服', 'zh-Hans': '客服' },
          numbers: ['service'],
          queueId: 'service',
          answer,
          greeting: answer === 'atOnce' ? 'welcome-service-zh-Hant' : null,
          music: 'hold-music',
        },
      ],
      queues: [
        {
          queueId: 'service',
          name: { en: 'Service', 'zh-Hant': '客服', 'zh-Hans': '客服' },
          skills: ['service'],
          offerForSeconds: 20,
          wrapUpForSeconds,
          capacity: 5_000,
          dispositionNeeded: false,
        },
      ],
    },
  };
}

function loadAgent(index: number, telephone: 'page' | 'deskPhone'): LoadAgent {
  const agentId = `agent-${index}`;
  return {
    agentId,
    token: `session-of-${agentId}-in-a-measurement`,
    pageId: `${agentId}-page`,
    stationId: telephone === 'page' ? `${agentId}-page` : `${agentId}-phone`,
    telephone,
  };
}

async function seed(
  folder: string,
  agents: readonly LoadAgent[],
  telephone: 'page' | 'deskPhone',
): Promise<void> {
  const store = openStore({ folder, callingCode: '886' });
  const now = Date.now();
  const passwordHash = await systemSecrets.hashPassword(password);
  await store.commit([
    ...agents.flatMap(({ agentId, token, stationId }): Change[] => [
      { put: 'agent', agent: person(asId<'agent'>(agentId)), passwordHash },
      {
        put: 'session',
        session: {
          tokenSha256: systemSecrets.sha256Hex(token),
          agentId: asId<'agent'>(agentId),
          createdAt: now,
          expiresAt: now + signedInFor,
        },
      },
      {
        put: 'stationGrant',
        grant: stationGrant(agentId, stationId, telephone === 'page' ? 'webrtc' : 'rtp', now + signedInFor),
      },
    ]),
    ...Array.from({ length: customersWithHistory }, (_, i) => historyOf(i, now)).flat(),
  ]);
  await store.close();
}

const person = (agentId: AgentId) => ({
  agentId,
  userName: agentId,
  name: agentId,
  language: 'en' as const,
  roles: ['agent' as const],
  skills: [{ skillId: asId<'skill'>('service'), level: 3 }],
  familyId: null,
  active: true,
});

/** Two orders, three payments and one call each. */
function historyOf(index: number, now: number): Change[] {
  const customerId = syntheticId(index);
  const money = (minor: number) => ({ minor, currency: 'TWD' });
  return [
    ...[40, 200].map((ago, i): Change => ({
      put: 'order',
      customerId,
      order: {
        orderId: `order-${index}-${i}`,
        at: now - days(ago),
        description: 'Dehumidifier',
        amount: money(890_000),
        margin: money(200_000),
      },
    })),
    ...[10, 70, 230].map((ago, i): Change => ({
      put: 'payment',
      customerId,
      payment: {
        paymentId: `payment-${index}-${i}`,
        amount: money(300_000),
        dueAt: now - days(ago),
        paidAt: i === 0 && index % 3 === 0 ? null : now - days(ago + 1),
        disputed: false,
        method: 'card',
      },
    })),
    pastCall(customerId, index, now - days(20)),
  ];
}

function pastCall(customerId: CustomerId, index: number, arrivedAt: number): Change {
  return {
    put: 'call',
    call: {
      callId: asId(`past-${index}`),
      direction: 'inbound',
      trunkId: asId('test'),
      caller: { kind: 'number', number: syntheticNumber(index), display: '' },
      dialled: 'service',
      hotlineId: asId('service'),
      queueId: asId('service'),
      customerId,
      agentId: asId('agent-0'),
      taskId: null,
      arrivedAt,
      queuedAt: arrivedAt,
      answeredAt: arrivedAt + 9_000,
      endedAt: arrivedAt + 190_000,
      outcome: 'handled',
      endedBy: 'caller',
      waitMs: 9_000,
      talkMs: 181_000,
      holdMs: 0,
      wrapUpMs: 30_000,
      disposition: null,
      resolved: true,
      feeling: null,
      note: '',
    },
  };
}
