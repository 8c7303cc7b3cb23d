import { asId } from '@ringside/shared/model/ids';
import { beforeEach, expect, test, vi } from 'vitest';

const [first, second] = [asId<'call'>('call-1'), asId<'call'>('call-2')];
const kept = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

/** The page as it is after a reload: the module anew, the storage as it was. */
async function reloaded() {
  vi.resetModules();
  return import('./muted-call.ts');
}
beforeEach(() => kept.clear());

test('a muted agent is still muted after a reload, before anything is drawn', async () => {
  (await reloaded()).setMuted(first, true);
  expect((await reloaded()).useMutedCall.getState().callId).toBe(first);
});

test('an agent who unmuted is heard after a reload', async () => {
  const before = await reloaded();
  before.setMuted(first, true);
  before.setMuted(first, false);
  expect((await reloaded()).useMutedCall.getState().callId).toBeNull();
});

test('the mute ends with its call and says nothing of the next', async () => {
  const { setMuted, forgetMute, useMutedCall } = await reloaded();
  setMuted(first, true);
  expect(useMutedCall.getState().callId).not.toBe(second);
  forgetMute();
  expect((await reloaded()).useMutedCall.getState().callId).toBeNull();
});
