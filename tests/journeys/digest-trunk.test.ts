import { afterAll, beforeAll, expect, test } from 'vitest';
import { callWithPassword } from '../support/digest-caller.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startRegistrar, type Registrar } from '../support/sip-registrar.ts';
import { until } from '../support/until.ts';

const theirs = { userName: 'carrier', password: 'what we gave the carrier' };
const ours = { userName: '886223456789', password: 'what the carrier gave us' };
let gateway: RunningGateway;
let registrar: Registrar;

beforeAll(async () => {
  registrar = await startRegistrar(ours);
  gateway = await startGateway({
    config: {
      trunks: [
        {
          trunkId: 'carrier',
          name: 'Carrier',
          host: '127.0.0.1',
          port: registrar.port,
          allow: ['127.0.0.1/32'],
          digestIn: theirs,
          digestOut: ours,
          register: {
            registrar: '127.0.0.1',
            port: registrar.port,
            addressOfRecord: `sip:${ours.userName}@carrier.example`,
            expiresSeconds: 60,
          },
        },
      ],
    },
  });
});
afterAll(async () => {
  await gateway?.stop();
  registrar?.close();
});

const refusals = async (): Promise<number> => {
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.includes('wrongCredentials"')) ?? '';
  return Number(line.slice(line.lastIndexOf(' ')));
};
const registration = async (): Promise<unknown> => {
  const health = (await (await fetch(`${gateway.url}/health`)).json()) as {
    sip: { trunks: { registration: string }[] };
  };
  return health.sip.trunks[0]?.registration;
};

test('a carrier with the password is challenged once and its caller is taken on', async () => {
  expect(await callWithPassword({ gatewayPort: gateway.sipPort, ...theirs })).toEqual([401, 200]);
});

test.each([
  ['a wrong password', { ...theirs, password: 'guess' }],
  ['somebody else’s name', { ...theirs, userName: 'nobody' }],
])('with %s no call comes in, and it is counted', async (_what, login) => {
  const before = await refusals();
  expect(await callWithPassword({ gatewayPort: gateway.sipPort, ...login })).toEqual([401, 401]);
  expect(await refusals()).toBe(before + 1);
});

test('the gateway registers at the carrier with its own password, and /health says so', async () => {
  await until('the carrier knows the gateway', () => registrar.contact !== null);
  expect(registrar.challenged).toBeGreaterThan(0);
  expect(registrar.contact).toContain(String(gateway.sipPort));
  await until('/health says so', async () => (await registration()) === 'registered');
  expect(gateway.log.join('\n')).not.toContain(ours.password);
});
