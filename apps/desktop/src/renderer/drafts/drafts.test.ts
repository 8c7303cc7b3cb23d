import { beforeEach, expect, test } from 'vitest';
import { draftIsKept, draftText, dropDraft, takeDrafts, useDrafts, writeDraft } from './drafts.ts';

const kept = new Map<string, string>();
Object.assign(globalThis, {
  window: {
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  },
});

beforeEach(() => {
  kept.clear();
  useDrafts.setState({ agentId: 'maya', drafts: {} });
});

/** What a reload does: the page's memory goes, the window's storage stays, the gateway sends what it has. */
function reload(fromGateway: Parameters<typeof takeDrafts>[1] = [], agentId = 'maya'): void {
  useDrafts.setState({ agentId: '', drafts: {} });
  takeDrafts(agentId, fromGateway);
}

test('what was typed a moment before a reload is there after it, although the gateway never heard it', () => {
  writeDraft('case:call-1', 'charged tw', 10);
  reload();
  expect(draftText('case:call-1')).toBe('charged tw');
});

test('a draft from another computer comes with the snapshot', () => {
  reload([{ about: 'task:call-2', text: 'call back at five', keptAt: 5 }]);
  expect(draftText('task:call-2')).toBe('call back at five');
});

test('the newer text of this window is not replaced by the older one the gateway has', () => {
  writeDraft('case:call-1', 'charged twice', 20);
  reload([{ about: 'case:call-1', text: 'charged', keptAt: 15 }]);
  expect(draftText('case:call-1')).toBe('charged twice');
});

test('a text typed on while the gateway took the one before does not count as kept', () => {
  writeDraft('case:call-1', 'a', 1);
  writeDraft('case:call-1', 'ab', 2);
  draftIsKept('case:call-1', 'a');
  expect(useDrafts.getState().drafts['case:call-1']?.isKept).toBe(false);
  draftIsKept('case:call-1', 'ab');
  expect(useDrafts.getState().drafts['case:call-1']?.isKept).toBe(true);
});

test('a saved form leaves no draft behind', () => {
  writeDraft('case:call-1', 'a', 1);
  dropDraft('case:call-1');
  reload();
  expect(draftText('case:call-1')).toBeNull();
});

test('Li, who signs in at the same computer after Maya, does not see what Maya typed', () => {
  writeDraft('customer:chen', 'he owes us', 1);
  reload([], 'li');
  expect(draftText('customer:chen')).toBeNull();
});
