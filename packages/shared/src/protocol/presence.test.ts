import { expect, test } from 'vitest';
import { asId } from '../model/ids.ts';
import type { Presence } from '../model/presence.ts';
import { presenceView } from './presence.ts';

const contact = { since: 5, callId: asId<'call'>('call-1') };

test.each<Presence>([
  { state: 'signedOut', since: 1 },
  { state: 'notReady', since: 1, reason: 'forcedBySupervisor', by: 'Noor' },
  { state: 'ready', since: 1, missed: 2 },
  { state: 'reserved', ...contact, offerId: asId('o1'), missed: 1, next: 'lunch', nextBy: 'Noor' },
  { state: 'onCall', ...contact, next: 'lunch', nextBy: 'Noor', spent: 600 },
  { state: 'wrapUp', ...contact, until: null, next: null },
])('a desk is shown the whole of an agent’s presence: $state', (presence) => {
  expect(presenceView.parse(JSON.parse(JSON.stringify(presence)))).toEqual(presence);
});
