import { afterEach, expect, test } from 'vitest';
import { hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { first } from '../support/sip-text.ts';
import { openTrunk } from '../support/sip-trunk.ts';
import { level } from '../support/tones.ts';
import { until } from '../support/until.ts';

let gateway: RunningGateway;
let talk: Conversation;

afterEach(async () => {
  await talk?.stop();
  await gateway?.kill();
});

async function aConversation(): Promise<void> {
  gateway = await startGateway();
  talk = await seatMaya(gateway);
  await talk.maya.tell({ do: 'presence.ready' });
  talk.caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  await hearEachOther(talk);
}

const drains = (): Promise<string> =>
  until('the gateway drains', () => gateway.log.find((line) => line.includes('"draining"')));
const wasCut = (): boolean => talk.caller.events.some(({ type }) => type === 'CALL_CLOSED');

test('an operator stops the gateway: new callers are told to come back, nobody is cut off, then it ends', async () => {
  await aConversation();
  const trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_940 });
  const ended = gateway.stop();
  await drains();

  const { status, response } = await trunk.place({ from: '+447700900123', to: 'service' }).answered;
  expect(status).toBe(503);
  expect(Number(first(response, 'retry-after'))).toBeGreaterThan(0);
  const health = await fetch(`${gateway.url}/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ status: 'draining', calls: { talking: 1 } });
  const heardBefore = talk.caller.heard().samples.length;
  await until('they go on talking', () => talk.caller.heard().samples.length > heardBefore + 16_000);
  await hearEachOther(talk);
  expect(wasCut()).toBe(false);

  talk.caller.hangUp();
  expect(await ended).toBe(0);
  await trunk.close();
});

test('an operator in a hurry stops it twice: it ends at once, and the next start has the caller still', async () => {
  await aConversation();
  const ended = gateway.stop();
  await drains();
  void gateway.stop();
  expect(await ended).toBe(0);
  expect(wasCut()).toBe(false);

  gateway = await gateway.startAgain();
  const from = talk.caller.heard().samples.length;
  await until('the caller hears something again', () => {
    const { samples } = talk.caller.heard();
    return samples.length > from + 8_000 && level(samples.subarray(-4_000)) > 100;
  });
  expect(wasCut()).toBe(false);
});
