import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from './config.ts';
import { sentence } from './config/fault.ts';

const root = `${import.meta.dirname}/../../..`;
const name = { en: 'Blue Magpie', 'zh-Hant': '藍鵲', 'zh-Hans': '蓝鹊' };
const centre = {
  name,
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  hotlines: [{ hotlineId: 'service', name, numbers: ['6789'], queueId: 'service' }],
  queues: [{ queueId: 'service', name }],
};

function file(settings: unknown, mode = 0o600): string {
  const path = join(mkdtempSync(join(tmpdir(), 'ringside-config-')), 'ringside.yaml');
  writeFileSync(
    path,
    typeof settings === 'string' ? settings : stringify(settings, { aliasDuplicateObjects: false }),
    { mode },
  );
  chmodSync(path, mode);
  return path;
}

const faults = (settings: unknown, environment: Record<string, string> = {}): readonly string[] => {
  const read = readConfig(typeof settings === 'string' ? settings : file(settings), environment);
  return read.ok ? [] : read.refusal.map(sentence);
};
const config = (settings: unknown, environment: Record<string, string> = {}) => {
  const read = readConfig(file(settings), environment);
  if (!read.ok) throw new Error(read.refusal.map(sentence).join('\n'));
  return read.value;
};

test('a centre is enough: everything else has a default', () => {
  const read = config({ centre });
  expect(read.sip.listeners).toEqual([
    { transport: 'udp', host: '0.0.0.0', port: 5060 },
    { transport: 'tcp', host: '0.0.0.0', port: 5060 },
  ]);
  expect(read.centre.queues[0]?.offerFor).toBe(20_000);
  expect(read.http.host).toBe('127.0.0.1');
});

test('the example configuration is accepted', () => {
  expect(
    faults(`${root}/resources/ringside.example.yaml`, {
      CARRIER_PASSWORD: 'x',
      MONITORING_TOKEN: 'y',
      MAIL_PASSWORD: 'z',
    }),
  ).toEqual([]);
});

test('the demo’s configuration is accepted', () => {
  expect(faults(`${root}/resources/demo/ringside.yaml`)).toEqual([]);
});

test('every greeting of the demo is a sound that is there', () => {
  const read = readConfig(`${root}/resources/demo/ringside.yaml`, {});
  if (!read.ok) throw new Error(read.refusal.map(sentence).join('\n'));
  const greetings = read.value.centre.hotlines.flatMap(({ greeting }) => greeting ?? []);
  expect(greetings.length).toBeGreaterThan(2);
  const missing = greetings.filter((stem) => !existsSync(`${root}/resources/sounds/${stem}.wav`));
  expect(missing).toEqual([]);
});

test('the environment wins over the file', () => {
  expect(config({ centre, http: { port: 1234 } }, { RINGSIDE_HTTP_PORT: '4321' }).http.port).toBe(4321);
});

test('the data folder is found from anywhere', () => {
  expect(config({ centre }, { RINGSIDE_DATA: 'some/where' }).data).toBe(join(process.cwd(), 'some/where'));
});

test('secrets come from the environment, from a file, or from a configuration that only its owner reads', () => {
  const secretFile = file('from a file\n');
  const trunk = (password: unknown) => ({ trunkId: 'c', name: 'C', digestIn: { userName: 'u', password } });
  const read = config(
    {
      centre,
      trunks: [
        { ...trunk({ env: 'CARRIER' }), trunkId: 'a' },
        { ...trunk({ file: secretFile }), trunkId: 'b' },
        trunk('plain'),
      ],
    },
    { CARRIER: 'from the environment' },
  );
  expect(read.trunks.map((t) => t.digestIn?.password)).toEqual([
    'from the environment',
    'from a file',
    'plain',
  ]);
});

test('all faults are told at once, in the order of the file', () => {
  const told = faults({
    http: { port: 'eighty' },
    media: { ports: { from: 40_000, to: 41_000 } },
    centre: { ...centre, region: 'tw' },
  });
  expect(told).toHaveLength(3);
  expect(told.map((fault) => fault.split(' ')[0])).toEqual(['http.port', 'media.ports.to', 'centre.region']);
});

const withoutLine = (fault: string): string => fault.replace(/ \(line \d+\)/, '');
const withTrunk = (trunk: object) => ({
  centre,
  trunks: [{ trunkId: 'carrier', name: 'Carrier', host: '192.0.2.1', ...trunk }],
});

/** Every fault an operator can make, and the whole sentence that tells it. */
test.each<[string, unknown, Record<string, string>, string]>([
  [
    'a port that does not exist',
    { centre },
    { RINGSIDE_SIP_PORT: '80000' },
    'RINGSIDE_SIP_PORT is 80000; ports end at 65535, so the gateway cannot listen. Set it between 1 and 65535.',
  ],
  [
    'a port that is no number',
    { centre },
    { RINGSIDE_HTTP_PORT: 'eighty' },
    'RINGSIDE_HTTP_PORT is eighty; a number is needed. Write a number instead.',
  ],
  [
    'a misspelt setting',
    { centre, http: { prot: 80 } },
    {},
    'http.prot is 80; there is no such setting, so it would have no effect. Did you mean port?',
  ],
  [
    'a misspelt section',
    { centre, trunk: [] },
    {},
    'trunk is []; there is no such setting, so it would have no effect. Did you mean trunks?',
  ],
  [
    'a misspelt variable',
    { centre },
    { RINGSIDE_HTPP_PORT: '80' },
    'RINGSIDE_HTPP_PORT is 80; there is no such variable, so it has no effect. Did you mean RINGSIDE_HTTP_PORT?',
  ],
  [
    'no centre',
    {},
    {},
    'centre is not set; the gateway can’t do without it. Write a group of settings there.',
  ],
  [
    'a hotline into nowhere',
    { centre: { ...centre, hotlines: [{ hotlineId: 'sales', name, numbers: ['1'], queueId: 'sales' }] } },
    {},
    'centre.hotlines[0].queueId is sales; there is no such queue, so its callers would reach nobody. Write one of: service.',
  ],
  [
    'a number of two hotlines',
    { centre: { ...centre, hotlines: [...centre.hotlines, { ...centre.hotlines[0], hotlineId: 'two' }] } },
    {},
    'centre.hotlines[1].numbers[0] is 6789; another hotline has this number already, so this one would never ring. Leave it at one of them.',
  ],
  [
    'two queues of one name',
    { centre: { ...centre, queues: [...centre.queues, { ...centre.queues[0] }] } },
    {},
    'centre.queues[1].queueId is service; another in this list has the same id. Choose another id.',
  ],
  [
    'authority for a cause that nobody has listed (COMP-1)',
    {
      centre: {
        ...centre,
        causes: [{ cause: 'late', name }],
        authority: [
          {
            rule: 'late',
            name,
            grades: ['agent'],
            kinds: ['credit'],
            upTo: 1,
            upToPerCustomer: 1,
            causes: ['lost'],
          },
        ],
      },
    },
    {},
    'centre.authority[0].causes[0] is lost; there is no such cause, so nothing could be given by this rule. Write one of: late.',
  ],
  [
    'a budget below nothing (COMP-12)',
    { centre: { ...centre, budgets: [{ budget: 'all', name, amount: -1 }] } },
    {},
    'centre.budgets[0].amount is -1; an amount in minor units has to be a whole number from 0 to 1000000000. Set it between 0 and 1000000000.',
  ],
  [
    'a budget for a cause that nobody has listed (COMP-12)',
    {
      centre: {
        ...centre,
        causes: [{ cause: 'late', name }],
        budgets: [{ budget: 'lost', name, cause: 'lost', amount: 1 }],
      },
    },
    {},
    'centre.budgets[0].cause is lost; there is no such cause, so nothing would ever be counted against it. Write one of: late.',
  ],
  [
    'a number that YAML reads as a number',
    { centre: { ...centre, hotlines: [{ ...centre.hotlines[0], numbers: [6789] }] } },
    {},
    'centre.hotlines[0].numbers[0] is 6789; a text (numbers and telephone numbers in quotation marks) is needed. Write a text (numbers and telephone numbers in quotation marks) instead.',
  ],
  [
    'a language left out',
    { centre: { ...centre, name: { en: 'Blue', 'zh-Hans': '蓝' } } },
    {},
    'centre.name.zh-Hant is not set; the gateway can’t do without it. Write a text (numbers and telephone numbers in quotation marks) there.',
  ],
  [
    'a zone that does not exist',
    { centre: { ...centre, timeZone: 'Asia/Taipeh' } },
    {},
    'centre.timeZone is Asia/Taipeh; the time-zone database has no such zone. Write an IANA name, e.g. Asia/Taipei.',
  ],
  [
    'a currency that does not exist',
    { centre: { ...centre, currency: 'NT$' } },
    {},
    'centre.currency is NT$; ISO 4217 has no such currency. Write three capital letters, e.g. TWD.',
  ],
  [
    'one port for two',
    { centre, http: { port: 5060 } },
    {},
    'sip.listeners[1].port is 5060; http.port takes the same port, so only one of them could listen. Choose another port for one of them.',
  ],
  [
    'audio ports where programs open connections',
    { centre, media: { ports: { from: 30_000, to: 40_000 } } },
    {},
    'media.ports.to is 40000; ports from 32768 on are given to any program that opens a connection, so calls would now and then have no audio port. Set it under 32768.',
  ],
  [
    'a range that ends before it begins',
    { centre, media: { ports: { from: 20_000, to: 19_000 } } },
    {},
    'media.ports.from is 20000; the range would end at 19000, before it begins. Write the smaller port as from.',
  ],
  [
    'audio on every address and none to tell',
    { centre, media: { address: '0.0.0.0' } },
    {},
    'media.address is 0.0.0.0; nobody could be told where to send audio. Write an address of this machine, or externalAddress beside it.',
  ],
  [
    'SIP within the audio ports',
    { centre, sip: { port: 20_010 } },
    {},
    'media.ports.from is 20000 to 29999; the SIP port 20010 lies within it. Move the range or the SIP port.',
  ],
  [
    'an address range that is none',
    withTrunk({ allow: ['203.0.113.0/33'] }),
    {},
    'trunks[0].allow[0] is 203.0.113.0/33; it is not an address range in CIDR form. Write a range such as 203.0.113.0/24, or one address such as 203.0.113.7.',
  ],
  [
    'a trunk for the whole world',
    withTrunk({ allow: ['0.0.0.0/0'] }),
    {},
    'trunks[0].allow[0] is 0.0.0.0/0; the whole world could call in through this trunk. Write the carrier’s own addresses.',
  ],
  [
    'a trunk that leads nowhere',
    withTrunk({ host: null }),
    {},
    'trunks[0] is carrier; nothing says who may call in through it or where calls go. Write allow (addresses) or digestIn (a password) for calls in, host for calls out.',
  ],
  [
    'a registration without a password',
    withTrunk({ register: { registrar: 'sip.example', addressOfRecord: 'sip:a@sip.example' } }),
    {},
    'trunks[0].register is sip.example; registering needs the name and password that the carrier gave. Write digestOut with userName and password.',
  ],
  [
    'a TLS trunk without TLS',
    withTrunk({ transport: 'tls' }),
    {},
    'trunks[0].transport is tls; the gateway listens on no TLS port, so this trunk can’t reach it. Give sip.tls a certificate and key.',
  ],
  [
    'a password that is not there',
    withTrunk({ digestIn: { userName: 'u', password: { env: 'CARRIER_PASSWORD' } } }),
    {},
    'trunks[0].digestIn.password is {"env":"CARRIER_PASSWORD"}; the environment variable CARRIER_PASSWORD is not set. Set CARRIER_PASSWORD where the gateway is started.',
  ],
  [
    'a password file that is not there',
    withTrunk({ digestIn: { userName: 'u', password: { file: '/nowhere/secret' } } }),
    {},
    'trunks[0].digestIn.password is {"file":"/nowhere/secret"}; /nowhere/secret can\'t be read (ENOENT). Name a file that this user may read.',
  ],
  [
    'calls out through no trunk',
    { ...withTrunk({}), dialling: { trunkId: 'career' } },
    {},
    'dialling.trunkId is career; there is no such trunk, so nobody could be called. Write one of: carrier.',
  ],
  [
    'a certificate that is not there',
    { centre, http: { tls: { certificate: '/nowhere/cert.pem', key: '/nowhere/key.pem' } } },
    {},
    "http.tls.certificate is /nowhere/cert.pem; the file can't be read (ENOENT). Name a PEM file that this user may read.",
  ],
  [
    'desks for everybody without encryption',
    { centre, http: { host: '0.0.0.0' } },
    {},
    'http.host is 0.0.0.0; others reach the desk there without encryption, and browsers give a page without it no microphone. Give http.tls a certificate and key, or put a TLS proxy in front and write its https address as http.publicUrl.',
  ],
  [
    'a demo whose passwords everybody knows, open to other machines',
    { centre, demo: true, http: { host: '192.0.2.7' } },
    {},
    'demo is true; the demo\'s passwords are known to everybody, and http.host opens it to other machines. Set http.host to 127.0.0.1 and leave http.publicUrl out, or set demo to false and add people with "ringside user add".',
  ],
  [
    'a demo behind a proxy that others reach',
    { centre, demo: true, http: { publicUrl: 'https://desk.example.com' } },
    {},
    'demo is true; the demo\'s passwords are known to everybody, and http.publicUrl opens it to other machines. Set http.host to 127.0.0.1 and leave http.publicUrl out, or set demo to false and add people with "ringside user add".',
  ],
  [
    'a public address with a path',
    { centre, http: { publicUrl: 'https://example.com/desk' } },
    {},
    'http.publicUrl is https://example.com/desk; it is not the address of a web server. Write scheme, host and port only, e.g. https://desk.example.com.',
  ],
  [
    'an unknown transport',
    { centre, sip: { listeners: [{ transport: 'sctp', port: 5060 }] } },
    {},
    'sip.listeners[0].transport is sctp; it is not one of the values there are. Write one of: udp, tcp, tls.',
  ],
  [
    'a port beside listeners',
    { centre, sip: { port: 5080, listeners: [{ transport: 'udp', port: 5060 }] } },
    {},
    'sip.port is 5080; sip.listeners names every address itself, so this has no effect. Remove one of the two.',
  ],
])('%s is told with its remedy', (_what, settings, environment, told) => {
  expect(faults(settings, environment).map(withoutLine)).toContain(told);
});

test('a greeting that is not there is a fault, with those that are', () => {
  const [hotline] = centre.hotlines;
  const told = faults({ centre: { ...centre, hotlines: [{ ...hotline, greeting: 'welcome' }] } });
  expect(told).toEqual([
    expect.stringContaining('resources/sounds has no welcome.wav, so callers would hear nothing'),
  ]);
  expect(told[0]).toContain('hold-music');
});

test('a password in a file that others can read is a fault, and is not repeated', () => {
  const path = file(
    { centre, trunks: [{ trunkId: 'c', name: 'C', digestIn: { userName: 'u', password: 'hunter2' } }] },
    0o644,
  );
  const told = faults(path);
  expect(told).toEqual([expect.stringContaining('is (hidden); a secret stands in')]);
  expect(told.join()).not.toContain('hunter2');
});

test('a password of the wrong kind is not repeated either', () => {
  const told = faults({
    centre,
    trunks: [{ trunkId: 'c', name: 'C', digestIn: { userName: 'u', password: 12_345 } }],
  });
  expect(told).toEqual([expect.stringContaining('is (hidden); a secret is a text')]);
});

test('a fault names the line it stands in', () => {
  expect(faults(file('http:\n  port: 8087\nmedia:\n  ports:\n    from: 70000\n    to: 20003\n'))).toContain(
    'media.ports.from (line 5) is 70000; ports end at 65535, so the gateway cannot listen. Set it between 1 and 65535.',
  );
});

test('YAML that can’t be read names the line', () => {
  expect(faults(file('http:\n  port: [1\ncentre: {'))[0]).toContain('it is not valid YAML');
});

test('a file that is not there is named', () => {
  expect(faults('/nowhere/ringside.yaml')).toEqual([
    "RINGSIDE_CONFIG is /nowhere/ringside.yaml; it can't be read (ENOENT). Name a file that this user may read.",
  ]);
});

test('a file that holds only a word is no configuration', () => {
  expect(faults(file('hello'))).toEqual([expect.stringContaining('it holds no settings, only a value')]);
});

test('a file that unfolds without limit is refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  ];
  expect(faults(file(bomb.join('\n')))).toEqual([expect.stringContaining('repeats itself')]);
});
