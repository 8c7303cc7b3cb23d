import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { freePort } from '../support/free-port.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { openTrunk, type SipTrunk } from '../support/sip-trunk.ts';
import { saidAt } from '../support/spoken.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const okaforsNumber = '+886912345678';
const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });

/** Two lines with a queue each: one asks an agent first, the other calls the customer first. */
const line = (first: 'agentFirst' | 'customerFirst') => ({
  hotlineId: first,
  name: text(first),
  numbers: [first],
  queueId: first,
  language: 'en',
});
const queue = (first: 'agentFirst' | 'customerFirst') => ({
  queueId: first,
  name: text(first),
  skills: [],
  waiting: { announceEverySeconds: 15, comfort: null, expectedWait: false },
  callback: { offerOverSeconds: 0, first, attempts: 2, retryAfterMinutes: 1 },
  wrapUpForSeconds: 0,
  dispositionNeeded: false,
});

let gateway: RunningGateway;
let others: SipTrunk;
let talk: Conversation;
let okafor: Baresip;

beforeAll(async () => {
  const voice = join(mkdtempSync(join(tmpdir(), 'ringside-called-back-')), 'okafor.wav');
  writeTone(voice, 440, 300);
  okafor = await startBaresip({ user: okaforsNumber, microphone: voice });
  gateway = await startGateway({
    config: {
      trunks: [
        {
          trunkId: 'carrier',
          name: 'Carrier',
          host: '127.0.0.1',
          port: okafor.sipPort,
          allow: ['127.0.0.1/32'],
          trusted: true,
        },
      ],
      dialling: { trunkId: 'carrier', allowedPrefixes: ['+886'] },
      centre: {
        hotlines: [line('agentFirst'), line('customerFirst')],
        queues: [queue('agentFirst'), queue('customerFirst')],
      },
    },
  });
  others = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: await freePort() });
  talk = { ...(await seatMaya(gateway)), caller: okafor };
});
afterAll(async () => {
  await talk?.stop();
  await others?.close();
  await gateway?.stop();
});

const hears = (sound: string): Promise<number> =>
  until(`Mr Okafor hears ${sound}`, () => saidAt(okafor.heard().samples, sound), 30_000);
const count = (type: string): number => okafor.events.filter((event) => event.type === type).length;

/** He waits, presses 1, hears his number read back, confirms it, and is told goodbye. */
async function asksToBeCalled(lineName: string): Promise<void> {
  const closed = count('CALL_CLOSED');
  okafor.dial(`sip:${lineName}@127.0.0.1:${gateway.sipPort}`);
  await hears('position-before-en');
  await hears('callback-offer-en');
  okafor.pressKeys('1');
  await hears('callback-your-number-en');
  await hears('callback-confirm-en');
  okafor.pressKeys('1');
  await hears('callback-agreed-en');
  await until('the gateway lets him go', () => count('CALL_CLOSED') > closed, 20_000);
}

async function close({ callId }: ContactView): Promise<void> {
  okafor.hangUp();
  await until('Maya’s desk is empty', () => talk.maya.contacts().every((one) => one.callId !== callId));
}

test('BACK-1 to BACK-6 Mr Okafor is called back before who came after him, once Maya has taken it', async () => {
  await asksToBeCalled('agentFirst');
  const later = others.place({ from: '+886900000002', to: 'agentFirst' });
  await later.answered;
  const rung = count('CALL_INCOMING');
  await talk.maya.tell({ do: 'presence.ready' });
  const offered = await talk.maya.offered();
  expect(offered).toMatchObject({
    direction: 'outbound',
    callback: { attempt: 1, attempts: 2, onLine: false },
  });
  expect(offered.caller).toMatchObject({ number: okaforsNumber });
  expect(count('CALL_INCOMING')).toBe(rung);
  const { callId, state } = offered;
  await talk.maya.tell({ do: 'offer.accept', callId, offerId: state.is === 'offered' ? state.offerId : '' });
  await until('his telephone rings', () => count('CALL_INCOMING') > rung);
  okafor.answer();
  await hearEachOther(talk);
  await talk.maya.tell({ do: 'presence.next', reason: 'break' });
  await close(offered);
  expect(count('CALL_INCOMING')).toBe(rung + 1);
  later.hangUp();
  await later.ended;
}, 180_000);

test('BACK-7 on the other line he is called first, hears why, and heads the queue', async () => {
  await asksToBeCalled('customerFirst');
  const rung = count('CALL_INCOMING');
  await talk.maya.tell({ do: 'presence.ready' });
  await until('his telephone rings', () => count('CALL_INCOMING') > rung);
  // her phone answers by itself and would talk over what he is told
  await talk.maya.tell({ do: 'presence.notReady', reason: 'break' });
  okafor.answer();
  await hears('callback-connecting-en');
  await talk.maya.tell({ do: 'presence.ready' });
  const offered = await until('Maya has him', () => talk.maya.contacts()[0]);
  expect(offered).toMatchObject({ direction: 'outbound', callback: { onLine: true } });
  await hearEachOther(talk);
  await talk.maya.tell({ do: 'presence.next', reason: 'break' });
  await close(offered);
}, 180_000);
