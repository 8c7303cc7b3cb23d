import { expect, test } from 'vitest';
import { managerWork, takeEvent, takeSnapshot, useDesk } from './desk.ts';
import { sceneOf } from './testing/states.ts';
import { rotaNoticesOf } from './testing/swaps.ts';

const now = Date.UTC(2027, 2, 1, 9);
const [notice] = rotaNoticesOf(now);

test.each([{ what: 'duty' as const, duty: [] }, notice])(
  'NOTE-5 Grace’s page is asked again when who is on duty changes: $what',
  (event) => {
    const { snapshot } = sceneOf('rota', now);
    if (snapshot === null || event === undefined) throw new Error('Noor is signed in, and told of a gap');
    takeSnapshot(snapshot, now);
    takeEvent({ seq: 2, at: now + 1, event });
    expect(useDesk.getState().desk?.changed[managerWork]).toBe(now + 1);
  },
);
