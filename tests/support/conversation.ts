import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBaresip, type Baresip, type BaresipSettings } from './baresip.ts';
import { startDeskPhone } from './baresip-desk.ts';
import { openDesk, type DeskClient } from './desk-client.ts';
import type { RunningGateway } from './gateway.ts';
import { toneRunMs, writeTone } from './tones.ts';
import { until } from './until.ts';

/** What the caller's and the agent's voices are, in hertz. */
export const [CALLER, AGENT] = [440, 1_000];

/** Maya with a desk phone, and a customer's telephone: real audio both ways without a browser. */
export interface Conversation {
  readonly caller: Baresip;
  readonly phone: Baresip;
  readonly maya: DeskClient;
  stop(): Promise<void>;
}

export async function seatMaya(
  gateway: RunningGateway,
  customer: Partial<BaresipSettings> = {},
): Promise<Conversation> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-voices-'));
  const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
  writeTone(callerVoice, CALLER, 300);
  writeTone(agentVoice, AGENT, 300);
  const maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  const phone = await startDeskPhone(gateway, { userName: 'maya', microphone: agentVoice });
  const caller = await startBaresip({ user: '+886912345678', microphone: callerVoice, ...customer });
  return {
    caller,
    phone,
    maya,
    stop: async () => {
      maya.close();
      await Promise.all([caller.stop(), phone.stop()]);
    },
  };
}

/** Half a second of the tone within what was heard last. */
export const hears = (who: Baresip, hertz: number, what: string): Promise<true> =>
  until(
    what,
    () => {
      const { samples, rate } = who.heard();
      return toneRunMs(samples.subarray(-rate), rate, hertz) >= 500;
    },
    30_000,
  );

export async function hearEachOther({
  caller,
  phone,
}: Pick<Conversation, 'caller' | 'phone'>): Promise<void> {
  await hears(caller, AGENT, 'the caller hears Maya');
  await hears(phone, CALLER, 'Maya hears the caller');
}
