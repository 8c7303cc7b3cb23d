import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { openTrunk } from '../support/sip-trunk.ts';
import { runSipp } from '../support/sipp.ts';
import { until } from '../support/until.ts';

const named = (name: string): Record<string, string> => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
const queue = {
  queueId: 'service',
  name: named('Service'),
  offerForSeconds: 30,
  wrapUpForSeconds: 0,
  dispositionNeeded: false,
};
const hotline = { name: named('Service'), queueId: 'service' };
const centre = {
  queues: [queue],
  hotlines: [
    { ...hotline, hotlineId: 'service', numbers: ['service'] },
    { ...hotline, hotlineId: 'rings', numbers: ['rings'], answer: 'withAgent' },
  ],
};
const transports = ['udp', 'tcp'] as const;
const passed = { exitCode: 0, errors: '' };

describe('carriers call', () => {
  let gateway: RunningGateway;
  let maya: DeskClient;
  let phone: SipStation;

  beforeAll(async () => {
    gateway = await startGateway({ config: { centre } });
    const [credentials] = await grantDeskPhones(gateway.dataFolder, ['demo-maya']);
    if (!credentials) throw new Error('no credentials');
    maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
    phone = await startStation({
      gatewayPort: gateway.sipPort,
      credentials,
      rtpPort: 31_920,
      answer: 'atOnce',
    });
  });
  afterEach(async () => {
    await until('nobody is on the line', async () => (await callsOn(gateway)) === 0);
    await maya.tell({ do: 'presence.notReady', reason: 'break' });
  });
  afterAll(async () => {
    maya?.close();
    phone?.close();
    await gateway?.stop();
  });

  const sipp = (scenario: string, transport: 'udp' | 'tcp', to = 'service', calls = 1) =>
    runSipp({ scenario: `${scenario}.xml`, gatewayPort: gateway.sipPort, to, transport, calls });

  describe.each(transports)('over %s', (transport) => {
    test('ten callers wait a moment and hang up', async () => {
      expect(await sipp('wait-and-hang-up', transport, 'service', 10)).toEqual(passed);
    });
    test('an INVITE without an offer gets one in its 200', async () => {
      expect(await sipp('offerless', transport)).toEqual(passed);
    });
    test('a carrier holds, refreshes and asks within the call', async () => {
      expect(await sipp('re-invite-and-update', transport)).toEqual(passed);
    });
    test('a session timer that is too short gets 422, one of 90 s is kept', async () => {
      expect(await sipp('session-timer', transport)).toEqual(passed);
    });
    test('a caller gives up while it rings and gets 487', async () => {
      expect(await sipp('cancel-while-ringing', transport, 'rings')).toEqual(passed);
    });
    test('a carrier that requires reliable ringing gets it, and then Maya', async () => {
      await maya.tell({ do: 'presence.ready' });
      expect(await sipp('required-100rel', transport, 'rings')).toEqual(passed);
    });
    test('Maya hangs up and the caller is told', async () => {
      await maya.tell({ do: 'presence.ready' });
      const call = sipp('stay-until-gateway-ends', transport);
      await until('Maya talks', () => maya.contacts().some((contact) => contact.state.is === 'talking'));
      phone.hangUp();
      expect(await call).toEqual(passed);
    });
    test('an extension nobody has is refused with 420', async () => {
      expect(await sipp('required-unknown', transport)).toEqual(passed);
    });
    test('a number nobody has is refused with 404', async () => {
      expect(await sipp('unknown-number', transport, 'nowhere')).toEqual(passed);
    });
  });
});

describe('carriers are refused', () => {
  test('403 for a caller from an address that no trunk allows, and it is counted', async () => {
    const trunks = [{ trunkId: 'elsewhere', name: 'Elsewhere', allow: ['192.0.2.0/24'] }];
    const gateway = await startGateway({ config: { trunks } });
    for (const transport of transports) {
      const call = { scenario: 'not-allowed.xml', gatewayPort: gateway.sipPort, to: 'service', transport };
      expect(await runSipp(call)).toEqual(passed);
    }
    expect(await metric(gateway, 'refusedSources')).toMatch(/[1-9]\d*$/);
    await gateway.stop();
  });

  test('503 with Retry-After while the gateway is full, and room again afterwards', async () => {
    const gateway = await startGateway({ config: { centre, limits: { callsAtOnce: 1 } } });
    const trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_930 });
    const first = trunk.place({ from: '+886912345678', to: 'service' });
    expect((await first.answered).status).toBe(200);
    for (const transport of transports) {
      const call = { scenario: 'gateway-full.xml', gatewayPort: gateway.sipPort, to: 'service', transport };
      expect(await runSipp(call)).toEqual(passed);
    }
    first.hangUp();
    await until('the line is free', async () => (await callsOn(gateway)) === 0);
    const next = { scenario: 'wait-and-hang-up.xml', gatewayPort: gateway.sipPort, to: 'service' };
    expect(await runSipp(next)).toEqual(passed);
    await trunk.close();
    await gateway.stop();
  });
});

async function callsOn(gateway: RunningGateway): Promise<number> {
  const { calls } = (await (await fetch(`${gateway.url}/health`)).json()) as {
    calls: Record<string, number>;
  };
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

async function metric(gateway: RunningGateway, word: string): Promise<string> {
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#') && line.includes(word))
    .join('\n');
}
