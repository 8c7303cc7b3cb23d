import type { OpenAgents } from './load-agents.ts';
import type { LoadedCall, LoadRun } from './load-orders.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from './sip-trunk.ts';

export interface Callers {
  /** Places the calls one after the other at the rate asked for; resolves when each has ended or is known to stay. */
  run(run: LoadRun): Promise<readonly LoadedCall[]>;
  hangUpAll(): Promise<null>;
}

const answeredWithin = 10_000;
/** Nothing listens there: what a caller would hear is not measured here. */
const deafPort = 9;
const wall = (at: number): number => performance.timeOrigin + at;

export async function openCallers(gatewayPort: number, agents: OpenAgents): Promise<Callers> {
  const trunk = await openTrunk({ gatewayPort, rtpPort: deafPort });
  const ringing = new Map<string, (at: number) => void>();
  agents.onRing((number, at) => ringing.get(number)?.(at));
  const staying: PlacedCall[] = [];

  async function run({ perSecond, calls, callers, hangUp }: LoadRun): Promise<readonly LoadedCall[]> {
    const placed: Promise<LoadedCall>[] = [];
    await atRate(perSecond, calls, (i) => {
      const from = callers[i % callers.length] ?? '';
      placed.push(oneCall(trunk, from, ringing, hangUp, staying));
    });
    return Promise.all(placed);
  }
  return {
    run,
    hangUpAll: async () => {
      for (const call of staying.splice(0)) {
        call.hangUp();
        await pause(2);
      }
      return null;
    },
  };
}

async function oneCall(
  trunk: SipTrunk,
  from: string,
  ringing: Map<string, (at: number) => void>,
  hangUp: LoadRun['hangUp'],
  staying: PlacedCall[],
): Promise<LoadedCall> {
  let rangAt: number | null = null;
  ringing.set(from, (at) => (rangAt ??= at));
  const call = trunk.place({ from, to: 'service' });
  const placedAt = call.placedAt;
  if (hangUp?.after === 'placed') setTimeout(() => call.hangUp(), hangUp.ms);
  const answer = await Promise.race([call.answered, pause(answeredWithin).then(() => null)]);
  if (answer === null) call.cancel();
  else if (answer.status < 300) await stayed(call, hangUp, staying);
  ringing.delete(from);
  return {
    placedAt: wall(placedAt),
    rangAt: rangAt === null ? null : wall(rangAt),
    answeredAt: answer === null ? null : wall(answer.at),
    status: answer?.status ?? 0,
  };
}

async function stayed(call: PlacedCall, hangUp: LoadRun['hangUp'], staying: PlacedCall[]): Promise<void> {
  if (hangUp === null) return void staying.push(call);
  if (hangUp.after === 'answered') {
    await pause(hangUp.ms);
    call.hangUp();
  }
  await Promise.race([call.ended, pause(answeredWithin)]);
}

/**
 * Keeps the rate over the whole run, with distances of 0.62 and 1.62 times the usual in changing order: customers keep
 * no beat, and one would fall together with what the gateway does once a second.
 */
async function atRate(perSecond: number, count: number, act: (i: number) => void): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    const due = began + ((i + scattered(i)) / perSecond) * 1_000;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    act(i);
  }
}

/** Fractions that look like chance and are the same in each run. */
const scattered = (i: number): number => (i * 0.618_033_988_75) % 1;

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
