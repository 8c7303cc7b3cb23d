import type { ContactView } from '@ringside/shared/protocol/contact';
import { expect, test } from 'vitest';
import { keptForFirst } from '../platform-electron.ts';
import { settled } from '../testing/manual-timers.ts';
import { claimStation } from './claim-station.ts';
import { headsetCall } from './headset-call.ts';
import { supervisionAt } from '../testing/floor-scenes.ts';
import { isHeard } from './is-heard.ts';
import { ringLease } from './ring-lease.ts';
import { signInAs } from './sign-in-as.ts';
import { whenChanged } from './when-changed.ts';

const contact = (state: object) => ({ callId: 'call-1', state }) as unknown as ContactView;
const offered = (until: number) => contact({ is: 'offered', until });

test('pain 5: a ring ends with its offer’s deadline, also when nobody takes the offer back', () => {
  expect(ringLease([offered(20_000)], 5_000)).toBe(15_000);
  expect(ringLease([offered(20_000)], 30_000)).toBe(0);
  expect(ringLease([contact({ is: 'talking' })], 0)).toBeNull();
});

test('the headset shows the call as the software knows it, and hold is not mute', () => {
  expect(headsetCall([], true)).toEqual({ call: 'none', muted: false, held: false });
  expect(headsetCall([offered(1)], true)).toEqual({ call: 'ringing', muted: false, held: false });
  expect(headsetCall([contact({ is: 'talking' })], true)).toEqual({
    call: 'talking',
    muted: true,
    held: false,
  });
  expect(headsetCall([contact({ is: 'held' })], true)).toEqual({ call: 'talking', muted: false, held: true });
  expect(headsetCall([contact({ is: 'wrapUp' })], true).call).toBe('none');
});

test('an agent is heard in a call that talks, unless muted in that very call', () => {
  expect(isHeard([contact({ is: 'talking' })], null, null)).toBe(true);
  expect(isHeard([contact({ is: 'talking' })], null, 'call-1')).toBe(false);
  expect(isHeard([contact({ is: 'talking' })], null, 'call-of-before')).toBe(true);
  for (const is of ['offered', 'held', 'reconnecting', 'wrapUp'])
    expect(isHeard([contact({ is })], null, null)).toBe(false);
  expect(isHeard([], null, null)).toBe(false);
});

test('the main process is not told the same thing twice', () => {
  const told: unknown[] = [];
  const tell = whenChanged((value: object) => told.push(value));
  tell({ a: 1 });
  tell({ a: 1 });
  tell({ a: 2 });
  expect(told).toEqual([{ a: 1 }, { a: 2 }]);
});

test('a link that was clicked before sign-in waits for whoever dials', () => {
  const kept = keptForFirst<string>();
  kept.hear('1');
  kept.hear('2');
  const heard: string[] = [];
  const stop = kept.listen((number) => heard.push(number));
  kept.hear('3');
  stop();
  kept.listen((number) => heard.push(`second ${number}`));
  expect(heard).toEqual(['2', '3']);
});

/** Locks of one browser: held until the page that holds them is closed. */
class FakeLocks {
  readonly held = new Set<string>();
  async request(name: string, options: { signal: AbortSignal }, grant: () => Promise<never>) {
    if (this.held.has(name)) {
      await new Promise((_resolve, fail) => options.signal.addEventListener('abort', fail));
      return;
    }
    this.held.add(name);
    await grant();
  }
}
const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

test('a reload is the same station, pain 7: a duplicated tab is another', async () => {
  const locks = new FakeLocks();
  const manager = locks as unknown as LockManager;
  const first = new Map<string, string>();
  let ids = 0;
  const newId = () => `station-${(ids += 1)}`;
  expect(await claimStation(storageOf(first), manager, newId, 0)).toBe('station-1');
  const duplicate = new Map(first);
  expect(await claimStation(storageOf(duplicate), manager, newId, 0)).toBe('station-2');
  locks.held.clear();
  expect(await claimStation(storageOf(first), manager, newId, 0)).toBe('station-1');
  await settled();
});

test('a browser without locks keeps its station too', async () => {
  const kept = new Map<string, string>();
  await claimStation(storageOf(kept), undefined, () => 'station-1');
  expect(await claimStation(storageOf(kept), undefined, () => 'station-2')).toBe('station-1');
});

const demo = { people: [{ userName: 'maya', name: 'Maya', role: 'agent', password: 'demo-word' }] };
const linkOf = (people: typeof demo | null) => {
  const signedIn: string[] = [];
  return {
    signedIn,
    about: async () =>
      ({ product: 'Ringside', version: '1', protocol: 1, centreName: {}, demo: people }) as const,
    signIn: async (userName: string, password: string) => {
      signedIn.push(`${userName} ${password}`);
      return { ok: false, problem: { problem: 'internal' } } as const;
    },
  };
};

test('the demo opens as Maya without a click; anywhere else the same address does nothing', async () => {
  const inDemo = linkOf(demo);
  await signInAs('?as=maya', inDemo);
  expect(inDemo.signedIn).toEqual(['maya demo-word']);
  for (const [search, people] of [
    ['?as=noor', demo],
    ['', demo],
    ['?as=maya', null],
  ] as const) {
    const link = linkOf(people);
    expect(await signInAs(search, link)).toBe(false);
    expect(link.signedIn).toEqual([]);
  }
});

test('SUP-MEDIA-1 a supervisor’s voice goes out when they whisper or barge in, and never while they listen', () => {
  const supervising = (mode: 'listen' | 'whisper' | 'barge') => supervisionAt(0, mode);
  expect(isHeard([], supervising('listen'), null)).toBe(false);
  expect(isHeard([], supervising('whisper'), null)).toBe(true);
  expect(isHeard([], supervising('barge'), null)).toBe(true);
  expect(isHeard([], supervising('barge'), supervising('barge').callId)).toBe(false);
});
