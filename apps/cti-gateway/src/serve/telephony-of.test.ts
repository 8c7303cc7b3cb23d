import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { udpAddress } from './announce.ts';
import { instanceIdIn } from './instance-id.ts';
import { settingsOf } from './settings-of.ts';
import { listenersOf, stackLimitsOf, switchSettingsOf } from './telephony-of.ts';

const name = { en: 'Blue Magpie', 'zh-Hant': '藍鵲', 'zh-Hans': '蓝鹊' };
const centre = {
  name,
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  hotlines: [{ hotlineId: 'service', name, numbers: ['6789'], queueId: 'service' }],
  queues: [{ queueId: 'service', name }],
};

function config(settings: object): Config {
  const file = join(mkdtempSync(join(tmpdir(), 'ringside-serve-')), 'ringside.yaml');
  writeFileSync(file, stringify({ centre, ...settings }), { mode: 0o600 });
  const read = readConfig(file, {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

test('a carrier is called where it is, with its own limits against fraud', () => {
  const trunk = {
    trunkId: 'carrier',
    name: 'Carrier',
    host: 'sip.example',
    allow: ['203.0.113.0/24'],
    callsAtOnce: 5,
  };
  const { trunks } = switchSettingsOf(
    config({ trunks: [trunk], dialling: { trunkId: 'carrier', allowedPrefixes: ['+886'] } }),
    'me',
  );
  expect(trunks[0]).toMatchObject({
    transports: ['udp', 'tcp'],
    outbound: { transport: 'udp', host: 'sip.example', port: 5060 },
    register: null,
    toll: { allowedPrefixes: ['+886'], callsAtOnce: 5 },
  });
});

test('a trunk that only calls in is called nowhere', () => {
  const trunk = { trunkId: 'pbx', name: 'PBX', allow: ['192.0.2.20'] };
  expect(switchSettingsOf(config({ trunks: [trunk] }), 'me').trunks[0]?.outbound).toBeNull();
});

test('a registration goes to its registrar, over the trunk’s transport', () => {
  const register = { registrar: 'reg.example', addressOfRecord: 'sip:1@reg.example' };
  const trunk = {
    trunkId: 'c',
    name: 'C',
    transport: 'tcp',
    register,
    digestOut: { userName: 'u', password: 'p' },
  };
  expect(switchSettingsOf(config({ trunks: [trunk] }), 'me').trunks[0]?.register).toEqual({
    target: { transport: 'tcp', host: 'reg.example', port: 5060 },
    addressOfRecord: 'sip:1@reg.example',
    expiresSeconds: 600,
  });
});

test('two thousand desks behind one proxy all find a place for their telephone', () => {
  const limits = stackLimitsOf(config({ limits: { desks: 2_000 } }));
  expect(limits.transport?.connectionsPerAddress).toBeGreaterThanOrEqual(2_000);
});

test('behind a NAT peers are told the public address', () => {
  const listeners = listenersOf(
    config({ sip: { host: '192.0.2.10', port: 5070, externalAddress: '203.0.113.1' } }),
  );
  expect(listeners).toEqual([
    { transport: 'udp', address: '192.0.2.10', port: 5070, advertise: '203.0.113.1' },
    { transport: 'tcp', address: '192.0.2.10', port: 5070, advertise: '203.0.113.1' },
  ]);
});

test('times are the application’s milliseconds', () => {
  const { timings } = settingsOf(config({ timings: { reconnectSeconds: 30, sessionHours: 8 } }), '1.2.3');
  expect(timings).toMatchObject({ reconnectFor: 30_000, sessionFor: 28_800_000 });
});

test('a demo caller on this machine reaches a gateway that listens everywhere', () => {
  expect(udpAddress(config({}).sip.listeners)).toEqual({ host: '127.0.0.1', port: 5060 });
  expect(udpAddress([{ transport: 'tcp', host: '127.0.0.1', port: 5060 }])).toBeNull();
});

test('an installation keeps its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-instance-'));
  expect(instanceIdIn(folder, () => 'first')).toBe('first');
  expect(instanceIdIn(folder, () => 'second')).toBe('first');
});
