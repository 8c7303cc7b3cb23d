import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Baresip } from '../support/baresip.ts';
import { AGENT, CALLER, hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { attacks } from '../support/hostile-sender.ts';
import { openTrunk } from '../support/sip-trunk.ts';
import { toneGapMs } from '../support/tones.ts';

/** Most that may be missing of a voice at one place and in all: a twentieth of a word. */
const MOST_MISSING_MS = 100;

let gateway: RunningGateway;
let talk: Conversation;

beforeAll(async () => {
  gateway = await startGateway();
  talk = await seatMaya(gateway);
  await talk.maya.tell({ do: 'presence.ready' });
  talk.caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  await hearEachOther(talk);
});
afterAll(async () => {
  await talk?.stop();
  await gateway?.stop();
});

/** How much of a voice is missing from what was heard meanwhile, in milliseconds. */
async function missing(listeners: readonly (readonly [Baresip, number])[], meanwhile: () => Promise<void>) {
  const before = listeners.map(([listener]) => listener.heard().samples.length);
  const from = performance.now();
  await meanwhile();
  await wait(200);
  const spent = performance.now() - from;
  return listeners.map(([listener, hertz], at) => {
    const { samples, rate } = listener.heard();
    const heard = samples.subarray(before[at]);
    const late = spent - (heard.length / rate) * 1_000;
    return Math.max(toneGapMs(heard, rate, hertz), late);
  });
}

test.each(attacks)('while $name arrive, the caller and Maya go on hearing each other', async (attack) => {
  // what the gateway does it does each time; what the machine does at that moment it does not
  let worst = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6 && worst > MOST_MISSING_MS; round += 1) {
    const listeners = [
      [talk.caller, AGENT],
      [talk.phone, CALLER],
    ] as const;
    worst = Math.min(worst, Math.max(...(await missing(listeners, () => attack.run(gateway)))));
  }
  expect(worst).toBeLessThanOrEqual(MOST_MISSING_MS);

  expect(talk.caller.events.some(({ type }) => type === 'CALL_CLOSED')).toBe(false);
  const health = await fetch(`${gateway.url}/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', calls: { talking: 1 } });
});

test('afterwards Mr Okafor calls as if nothing had been, and the log tells of no bug', async () => {
  talk.caller.hangUp();
  await talk.phone.saw('CALL_CLOSED');
  const trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_980 });
  const call = trunk.place({ from: '+447700900123', to: 'service' });
  expect((await call.answered).status).toBe(200);
  call.hangUp();
  await call.ended;
  await trunk.close();
  expect(gateway.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
