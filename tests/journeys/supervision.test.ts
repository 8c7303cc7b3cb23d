import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskEvent } from '@ringside/shared/protocol/down';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { signInAs } from '../support/agent-steps.ts';
import { startDeskPhone } from '../support/baresip-desk.ts';
import type { Baresip } from '../support/baresip.ts';
import { AGENT, CALLER, hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { level, toneShare, writeSyllables, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

/** Noor's voice, in hertz; the caller's is 440, Maya's 1,000. */
const NOOR = 1_600;

const secondsOf = ({ samples, rate }: ReturnType<Baresip['heard']>) => samples.length / rate;

/** Shares of the energy at these pitches in each tenth of a second that was heard after `from` seconds. */
function tenths(who: Baresip, from: number, hertz: readonly number[]): readonly (readonly number[])[] {
  const { samples, rate } = who.heard();
  const window = rate / 10;
  const shares: number[][] = [];
  for (let at = Math.round(from * rate); at + window <= samples.length; at += window)
    shares.push(hertz.map((pitch) => toneShare(samples.subarray(at, at + window), rate, pitch)));
  return shares;
}

/** Within the last two seconds each of these voices carries a good part of the sound, time and again. */
const hearsAll = (who: Baresip, hertz: readonly number[], what: string) =>
  until(
    what,
    () => {
      const lately = tenths(who, Math.max(0, secondsOf(who.heard()) - 2), hertz);
      return hertz.every((_, nth) => lately.filter((shares) => (shares[nth] ?? 0) > 0.15).length >= 5);
    },
    20_000,
  );

const pageHears = ({ hears }: AgentPage, hertz: number, what: string) =>
  until(what, async () => (await hears(hertz)) > 0.15, 20_000);

/** Longest time without anybody's voice, in milliseconds. */
function longestSilence(who: Baresip, from: number): number {
  const { samples, rate } = who.heard();
  const window = rate / 50;
  let [worst, run] = [0, 0];
  for (let at = Math.round(from * rate); at + window <= samples.length; at += window) {
    run = level(samples.subarray(at, at + window)) < 200 ? run + 20 : 0;
    worst = Math.max(worst, run);
  }
  return worst;
}

const wait = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));
const last = <What extends DeskEvent['what']>({ events }: DeskClient, what: What) =>
  events
    .map(({ event }) => event)
    .findLast((event): event is Extract<DeskEvent, { what: What }> => event.what === what);

describe('supervisors in a call', () => {
  let gateway: RunningGateway;
  let talk: Conversation;
  let noor: AgentPage;
  let okoye: DeskClient;
  let okoyesPhone: Baresip;

  beforeAll(async () => {
    gateway = await startGateway();
    const folder = mkdtempSync(join(tmpdir(), 'ringside-supervisors-'));
    const [noorsVoice, okoyesVoice] = [join(folder, 'noor.wav'), join(folder, 'okoye.wav')];
    writeSyllables(noorsVoice, NOOR, 300);
    writeTone(okoyesVoice, 2_500, 300);
    talk = await seatMaya(gateway);
    okoye = await openDesk({ url: gateway.url, userName: 'okoye', password: 'blue-magpie' });
    okoyesPhone = await startDeskPhone(gateway, { userName: 'okoye', microphone: okoyesVoice });
    noor = await openAgentPage({ url: gateway.url, microphone: noorsVoice });
    await signInAs(noor.page, /Noor/);
  }, 180_000);

  afterAll(async () => {
    okoye?.close();
    await Promise.all([noor?.close(), okoyesPhone?.stop(), talk?.stop()]);
    await gateway?.stop();
  });

  test('MSG-2, MSG-3 what Ifeoma Okoye tells Noor is shown, and she sees that it was read', async () => {
    const { page } = noor;
    const to = { kind: 'all' };
    const text = 'The <b>fair</b> begins at nine.';
    await okoye.tell({ do: 'message.send', to, priority: 'high', text });
    await page.getByText(text).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByText(text).waitFor({ state: 'detached' });
    const receipts = () => last(okoye, 'message')?.message.receipts ?? [];
    await until('Noor’s receipt', () =>
      receipts().some(({ name, readAt }) => name.startsWith('Noor') && readAt !== null),
    );
  });

  test('HELP, SUP Maya raises a hand; Noor listens, whispers, barges in and takes over', async () => {
    const { caller, phone, maya } = talk;
    const { page } = noor;
    await maya.tell({ do: 'presence.ready' });
    caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
    await hearEachOther(talk);
    const callId = await until('Maya’s contact', () => maya.contacts()[0]?.callId);

    // two in charge press at once: one comes, the other is told who
    await maya.tell({ do: 'hand.raise', callId, reason: 'upsetCaller' });
    await page.getByText(/Maya Lin asks for help: The caller is upset/).waitFor();
    await page.getByRole('button', { name: 'Listen' }).click();
    await until('Noor comes', () => maya.contacts()[0]?.hand?.takenBy === 'Noor Rahman');
    expect(await okoye.tryTell({ do: 'hand.take', callId })).toMatchObject({
      problem: { problem: 'someoneWasFirst', by: 'Noor Rahman' },
    });

    // listening: she hears both, nobody hears her
    await page.getByText('You listen to Maya Lin. Nobody hears you.').waitFor();
    const listensFrom = secondsOf(caller.heard());
    await pageHears(noor, CALLER, 'Noor hears the caller');
    await pageHears(noor, AGENT, 'Noor hears Maya');
    await until('Maya sees who listens', () => maya.contacts()[0]?.supervisors[0]?.mode === 'listen');
    await wait(1_000);
    for (const who of [caller, phone])
      for (const [share] of tenths(who, listensFrom, [NOOR])) expect(share).toBeLessThan(0.01);

    // a second one listens too, on a desk phone; as a manager she may do no more
    await okoye.tell({ do: 'supervision.start', callId, mode: 'listen' });
    await hearsAll(okoyesPhone, [CALLER, AGENT], 'Ifeoma Okoye hears both');
    expect(await okoye.tryTell({ do: 'supervision.mode', callId, mode: 'whisper' })).toMatchObject({
      problem: { problem: 'notAllowed' },
    });

    // whispering: Maya hears her, the caller hears nothing of it
    const whispersFrom = secondsOf(caller.heard());
    await page.keyboard.press('Alt+5');
    await page.getByText('Maya Lin hears you, the caller does not.').waitFor();
    await hearsAll(phone, [NOOR, CALLER], 'Maya hears Noor and the caller');
    await wait(3_000);
    const whispered = tenths(caller, whispersFrom, [NOOR, AGENT]);
    expect(whispered.length).toBeGreaterThan(30);
    expect(Math.max(...whispered.map(([share = 1]) => share))).toBeLessThan(0.01);
    expect(whispered.filter(([, share = 0]) => share > 0.8).length).toBeGreaterThan(whispered.length * 0.9);

    // barging in is asked about, then both hear her
    await page.keyboard.press('Alt+6');
    await page.getByRole('dialog').getByRole('button', { name: 'Barge in' }).click();
    await hearsAll(caller, [NOOR, AGENT], 'the caller hears both');
    await hearsAll(phone, [NOOR, CALLER], 'Maya hears both');

    // taking over: the caller goes on hearing somebody all the time
    const takesOverFrom = secondsOf(caller.heard());
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
    await until('Maya is ready again', () => maya.presence().state === 'ready');
    await hearsAll(caller, [NOOR], 'the caller hears Noor');
    await pageHears(noor, CALLER, 'Noor hears the caller');
    await wait(1_000);
    const after = tenths(caller, secondsOf(caller.heard()) - 1, [AGENT]);
    expect(Math.max(...after.map(([share = 1]) => share))).toBeLessThan(0.01);
    // Noor herself pauses for 150 ms between her syllables
    expect(longestSilence(caller, takesOverFrom)).toBeLessThanOrEqual(400);
    expect(maya.contacts()).toEqual([]);
    caller.hangUp();
    await page.getByRole('tab', { name: 'Wrap-up' }).waitFor();
    await until('nobody supervises', () => last(okoye, 'supervision')?.supervision === null);
  });
});
