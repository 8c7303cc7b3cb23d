import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { openTrunk } from '../support/sip-trunk.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-tls-'));
const [certificate, key] = [join(folder, 'sip.pem'), join(folder, 'sip.key')];
let gateway: RunningGateway;
let talk: Conversation;

beforeAll(async () => {
  makeCertificate();
  gateway = await startGateway({
    config: {
      sip: { tls: { certificate, key } },
      trunks: [
        {
          trunkId: 'test',
          name: 'Carrier with encryption',
          transport: 'tls',
          allow: ['127.0.0.1/32'],
          trusted: true,
        },
      ],
    },
  });
  talk = await seatMaya(gateway, { transport: 'tls', trust: certificate });
  await talk.maya.tell({ do: 'presence.ready' });
});
afterAll(async () => {
  await talk?.stop();
  await gateway?.stop();
});

function makeCertificate(): void {
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
      ...['-keyout', key, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
}

test('a customer calls over TLS; they hear each other', async () => {
  talk.caller.dial(`sip:service@127.0.0.1:${gateway.tlsPort}`);
  await hearEachOther(talk);
});

test('the customer hangs up and Maya’s telephone is free', async () => {
  talk.caller.hangUp();
  await talk.phone.saw('CALL_CLOSED');
});

test('the same trunk is refused without encryption', async () => {
  const plain = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_970 });
  const { status } = await plain.place({ from: '+886912345678', to: 'service' }).answered;
  expect(status).toBe(403);
  await plain.close();
});
