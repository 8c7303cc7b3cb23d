import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallRow, Snapshot } from '@ringside/shared/protocol/down';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation, type StationSettings } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
const modes = ['none', 'optional', 'timedOptional', 'mandatory', 'mandatoryTimed'] as const;
/** One line and one queue for each way to wrap up. */
const queues = modes.map((mode) => ({
  queueId: mode,
  name: named(mode),
  offerForSeconds: 5,
  wrapUpMode: mode,
  // long enough to extend it, where no test waits for its end
  wrapUpForSeconds: mode === 'mandatoryTimed' ? 3 : 20,
  dispositionNeeded: false,
}));
const hotlines = modes.map((mode) => ({
  hotlineId: mode,
  name: named(mode),
  numbers: [mode],
  queueId: mode,
}));

const callerVoice = join(mkdtempSync(join(tmpdir(), 'ringside-presence-')), 'caller.wav');
let gateway: RunningGateway;
let trunk: SipTrunk;
let maya: DeskClient;
let phone: SipStation;
let at: Omit<StationSettings, 'answer'>;
const calls: PlacedCall[] = [];

const customer = (user: string): Promise<Baresip> =>
  startBaresip({ user, microphone: callerVoice, transport: 'udp' });
const openMaya = () => openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });

beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  gateway = await startGateway({
    config: { centre: { queues, hotlines, presence: { missesAllowed: 2 } } },
  });
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_970 });
  const [credentials] = await grantDeskPhones(gateway.dataFolder, ['demo-maya']);
  if (!credentials) throw new Error('no credentials');
  maya = await openMaya();
  at = { gatewayPort: gateway.sipPort, rtpPort: 31_972, credentials };
  phone = await startStation({ ...at, answer: 'never' });
});
afterAll(async () => {
  maya?.close();
  phone?.close();
  await trunk?.close();
  await gateway?.stop();
});
afterEach(async () => {
  for (const call of calls.splice(0)) call.hangUp();
  await until('nothing is open', () => maya.contacts().every(({ state }) => state.is === 'wrapUp'));
  for (const { callId } of maya.contacts()) {
    await maya.tell({ do: 'wrapUp.dispose', callId, disposition: solved });
    await maya.tell({ do: 'wrapUp.done', callId });
  }
});

const solved = { disposition: 'solved', resolved: true, feeling: null, note: '' };

function call(to: string): PlacedCall {
  const placed = trunk.place({ from: '+886912345678', to });
  calls.push(placed);
  return placed;
}

/** A caller talks with Maya in this queue and hangs up. */
async function talked(mode: (typeof modes)[number], during: () => Promise<void> = async () => undefined) {
  await maya.tell({ do: 'presence.ready' });
  const caller = call(mode);
  const { callId } = await until('they talk', () =>
    maya.contacts().find(({ state }) => state.is === 'talking'),
  );
  await during();
  looked = maya.events.length;
  caller.hangUp();
  await until('the call is over', () => maya.contacts()[0]?.state.is !== 'talking');
  return callId;
}

/** Maya’s desk phone registers, and from now on she picks it up. */
async function picksUp(): Promise<void> {
  phone.close();
  phone = await startStation({ ...at, answer: 'atOnce' });
}

type Presence = Snapshot['presence'];
/** How many of Maya's events have been looked at. */
let looked = 0;

/** The next presence of which Maya is told that fits: some last no longer than a busy machine takes to look. */
const next = (what: string, fits: (presence: Presence) => boolean): Promise<Presence> =>
  until(what, () => {
    const at = maya.events.findIndex(
      ({ event }, nth) => nth >= looked && event.what === 'presence' && fits(event.presence),
    );
    if (at < 0) return null;
    looked = at + 1;
    const { event } = maya.events[at] ?? {};
    return event?.what === 'presence' ? event.presence : null;
  });
const is = (state: Presence['state']): Promise<Presence> =>
  next(state, (presence) => presence.state === state);

test('PRES-10 pain 13: the first call Maya misses leaves her Ready, the second in a row does not', async () => {
  looked = maya.events.length;
  await maya.tell({ do: 'presence.ready' });
  call('none');
  const first = await is('reserved');
  const again = await next('it rings again', (one) => one.state === 'reserved' && one.missed === 1);
  expect(again).toMatchObject({ callId: (first as { callId: string }).callId });
  expect((again as { offerId: string }).offerId).not.toBe((first as { offerId: string }).offerId);
  expect(await is('notReady')).toMatchObject({ reason: 'missed' });
  const [row] = (await maya.ask({ ask: 'call.list', before: null })) as CallRow[];
  expect(row?.offer).toBe('notAnswered');
  // from here on she picks up
  await picksUp();
});

test('WRAP-5 none: Maya is Ready as soon as the caller has hung up', async () => {
  await talked('none');
  await is('ready');
});

test('WRAP-5 pain 18: optional lasts until Maya is done, however long that takes', async () => {
  const callId = await talked('optional');
  expect(await is('wrapUp')).toMatchObject({ until: null });
  await maya.tell({ do: 'wrapUp.done', callId });
  await is('ready');
});

test('WRAP-5 timedOptional ends by itself, later where Maya takes more time', async () => {
  const callId = await talked('timedOptional');
  const { until: before } = (await is('wrapUp')) as { until: number };
  await maya.tell({ do: 'wrapUp.extend', callId });
  await until('more time', () => (maya.presence() as { until: number }).until > before);
  await maya.tell({ do: 'wrapUp.done', callId });
  await is('ready');
});

test('WRAP-5 mandatory is not left without saying how it ended', async () => {
  const callId = await talked('mandatory');
  await is('wrapUp');
  expect(await maya.tryTell({ do: 'wrapUp.done', callId })).toMatchObject({
    ok: false,
    problem: { problem: 'dispositionMissing' },
  });
  await maya.tell({ do: 'wrapUp.dispose', callId, disposition: solved });
  await maya.tell({ do: 'wrapUp.done', callId });
  await is('ready');
});

test('WRAP-5 mandatoryTimed ends at its limit, and can’t be made longer', async () => {
  const callId = await talked('mandatoryTimed');
  await is('wrapUp');
  expect(await maya.tryTell({ do: 'wrapUp.extend', callId })).toMatchObject({
    ok: false,
    problem: { problem: 'notPossibleNow' },
  });
  await is('ready');
  const [row] = (await maya.ask({ ask: 'call.list', before: null })) as CallRow[];
  expect(row).toMatchObject({ callId, disposition: 'notRecorded' });
});

test('PRES-2 pain 14: what Maya chose in the call is where wrap-up leads, and can be taken back', async () => {
  await talked('mandatoryTimed', async () => {
    await maya.tell({ do: 'presence.next', reason: 'meal' });
    expect(maya.presence()).toMatchObject({ state: 'onCall', next: 'meal' });
  });
  expect(await is('wrapUp')).toMatchObject({ next: 'meal' });
  expect(await is('notReady')).toMatchObject({ reason: 'meal' });

  await talked('mandatoryTimed', async () => {
    await maya.tell({ do: 'presence.next', reason: 'meal' });
    await maya.tell({ do: 'presence.next', reason: null });
  });
  await is('ready');
});

test('PRES-8 pain 18: the gateway dies while callers wait: Maya’s break, and their places, are as they were', async () => {
  await maya.tell({ do: 'presence.notReady', reason: 'meal' });
  const callers = await Promise.all(['+886912345678', '+447700900123'].map(customer));
  for (const caller of callers) {
    caller.dial(`sip:none@127.0.0.1:${gateway.sipPort}`);
    await caller.saw('CALL_ESTABLISHED');
    await until('music', () => caller.heard().samples.length > 8_000);
  }
  await gateway.kill();
  gateway = await gateway.startAgain();
  maya.close();
  maya = await openMaya();
  looked = 0;
  expect(maya.presence()).toMatchObject({ state: 'notReady', reason: 'meal' });
  expect(maya.snapshot.queues.find(({ queueId }) => queueId === 'none')?.waiting).toBe(2);
  // the first of them is hers as soon as she is back from it
  await picksUp();
  await maya.tell({ do: 'presence.ready' });
  const talking = await until('they talk', () => maya.contacts().find(({ state }) => state.is === 'talking'));
  expect(talking.pop.match).toMatchObject({ kind: 'known', customer: { name: { written: '陳大文' } } });
  looked = maya.events.length;
  for (const caller of callers) caller.hangUp();
  await Promise.all(callers.map((caller) => caller.stop()));
  await is('ready');
  await maya.tell({ do: 'presence.notReady', reason: 'meal' });
});

test('PRES-9 how Maya’s day went by states outlives the restart', async () => {
  const day = (await maya.ask({ ask: 'presence.today' })) as { state: string; reason: string | null }[];
  const seen = new Set(day.map(({ state, reason }) => (reason === null ? state : `${state} ${reason}`)));
  for (const state of ['ready', 'reserved', 'onCall', 'wrapUp', 'notReady missed', 'notReady meal'])
    expect(seen).toContain(state);
  for (const [i, { since }] of (day as unknown as { since: number }[]).entries())
    expect((day[i - 1] as { until?: number } | undefined)?.until ?? since).toBe(since);
});
