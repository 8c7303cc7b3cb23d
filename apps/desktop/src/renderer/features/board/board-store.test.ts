import { asId } from '@ringside/shared/model/ids';
import type { BoardCall } from '@ringside/shared/protocol/board';
import { expect, test } from 'vitest';
import { boardStore } from './board-store.ts';

const call = (callId: string): BoardCall => ({
  callId: asId(callId),
  direction: 'inbound',
  state: 'waiting',
  since: 1,
  queueId: asId('service'),
  agentId: null,
  waitsSince: 1,
  points: 0,
  tier: null,
  customerId: null,
  who: '陳大文',
  topic: null,
});
const nothing = { queues: [], agents: [], calls: [] };
const place = { run: 'a', at: 10 };

function opened() {
  const store = boardStore();
  store.take({ kind: 'all', ...place, n: 1, ...nothing, calls: [call('one'), call('two')] });
  const drawn: string[] = [];
  store.subscribeRow('calls', 'one', () => drawn.push('one'));
  store.subscribeRow('calls', 'two', () => drawn.push('two'));
  return { store, drawn };
}

test('BOARD-4 a change draws its own row and no other', () => {
  const { store, drawn } = opened();
  store.take({
    kind: 'changes',
    ...place,
    n: 2,
    ...nothing,
    calls: [{ callId: asId('two'), state: 'ringing' }],
    gone: nothing,
  });
  expect(drawn).toEqual(['two']);
  expect(store.row('calls', 'two')).toEqual({ ...call('two'), state: 'ringing' });
});

test('BOARD-4 a call that ended is gone, and everything anew replaces what was there', () => {
  const { store } = opened();
  store.take({ kind: 'changes', ...place, n: 2, ...nothing, gone: { ...nothing, calls: [asId('one')] } });
  expect([...store.rows('calls').keys()]).toEqual(['two']);
  store.take({ kind: 'all', ...place, n: 9, ...nothing, calls: [call('three')] });
  expect([...store.rows('calls').keys()]).toEqual(['three']);
});

test('BOARD-4 paused, the board stands still; afterwards nothing is missing', () => {
  const { store, drawn } = opened();
  store.pause(true);
  const change = { kind: 'changes', ...place, ...nothing, gone: nothing } as const;
  store.take({ ...change, n: 2, calls: [{ callId: asId('one'), state: 'ringing' }] });
  store.take({ ...change, n: 3, calls: [{ callId: asId('one'), state: 'talking' }] });
  expect(drawn).toEqual([]);
  expect(store.row('calls', 'one')?.state).toBe('waiting');
  store.pause(false);
  expect(drawn).toEqual(['one']);
  expect(store.row('calls', 'one')?.state).toBe('talking');
});
