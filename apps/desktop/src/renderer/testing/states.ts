import { asId } from '@ringside/shared/model/ids';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { Snapshot } from '@ringside/shared/protocol/down';
import type { PhoneState } from '../phone/phone.ts';
import { chenCard, linCards, offerFrom, snapshotOf } from './company.ts';
import type { Arrangement } from './fake-gateway.ts';

export const states = [
  'signedOut',
  'elsewhere',
  'setUp',
  'notReady',
  'ready',
  'incoming',
  'inCall',
  'held',
  'heldLong',
  'heldTooLong',
  'caseSaved',
  'reconnecting',
  'wrapUp',
  'several',
  'stranger',
  'withheld',
  'lost',
  'conflict',
] as const;
export type State = (typeof states)[number];

export interface Scene extends Arrangement {
  readonly phone: Partial<PhoneState>;
  readonly devicesSeen: boolean;
  /** where to be, after the # */
  readonly path: string;
}

const quality = { mos: 4.3, lossPercent: 0.2, jitterMs: 4, roundTripMs: 32 };

/** Everything a screen can be in, as the gateway would put it. */
export function sceneOf(state: State, now: number): Scene {
  const scene: Scene = {
    snapshot: snapshotOf(now),
    link: 'up',
    elsewhere: false,
    refusals: {},
    phone: {},
    devicesSeen: true,
    path: '/',
  };
  const known = offerFrom({ kind: 'known', customer: chenCard(now) }, now);
  switch (state) {
    case 'signedOut':
      return { ...scene, snapshot: null };
    case 'elsewhere':
      return { ...scene, elsewhere: true };
    case 'setUp':
      return { ...scene, devicesSeen: false };
    case 'notReady':
      return having(scene, { presence: { state: 'notReady', since: now - 65_000, reason: 'lunch' } });
    case 'ready':
      return scene;
    case 'incoming':
      return offered(scene, known, now);
    case 'inCall':
      return inCall(scene, { ...known, state: { is: 'talking', since: now - 157_000 } }, now);
    case 'held':
      return inCall(scene, { ...known, state: { is: 'held', since: now - 48_000 } }, now);
    case 'heldLong':
      return inCall(scene, { ...known, state: { is: 'held', since: now - 63_000 } }, now);
    case 'heldTooLong':
      return inCall(scene, { ...known, state: { is: 'held', since: now - 125_000 } }, now);
    case 'caseSaved': {
      const saved = { ...known, caseIds: [asId<'case'>('case-2291')] };
      return inCall(scene, { ...saved, state: { is: 'talking', since: now - 157_000 } }, now);
    }
    case 'reconnecting':
      return inCall(
        scene,
        { ...known, state: { is: 'reconnecting', since: now - 2_000, until: now + 28_000 } },
        now,
      );
    case 'wrapUp':
      return wrapUp(scene, known, now);
    case 'several': {
      const several = offerFrom({ kind: 'several', candidates: linCards(now) }, now);
      return inCall(scene, { ...several, state: { is: 'talking', since: now - 20_000 } }, now);
    }
    case 'stranger': {
      const stranger = offerFrom({ kind: 'stranger' }, now);
      return inCall(scene, { ...stranger, state: { is: 'talking', since: now - 20_000 } }, now);
    }
    case 'withheld':
      return offered(scene, offerFrom({ kind: 'withheld' }, now), now);
    case 'lost':
      return {
        ...inCall(scene, { ...known, state: { is: 'talking', since: now - 157_000 } }, now),
        link: 'lost',
      };
    case 'conflict':
      return {
        ...inCall(scene, { ...known, state: { is: 'talking', since: now - 157_000 } }, now),
        refusals: { 'customer.change': 'changedMeanwhile' },
      };
  }
}

const having = (scene: Scene, change: Partial<Snapshot>): Scene => ({
  ...scene,
  snapshot: scene.snapshot && { ...scene.snapshot, ...change },
});

function offered(scene: Scene, contact: ContactView, now: number): Scene {
  const { state, callId } = contact;
  if (state.is !== 'offered') return scene;
  const presence = { state: 'reserved' as const, since: now - 4_000, callId, offerId: state.offerId };
  return having(scene, { contacts: [contact], presence });
}

function inCall(scene: Scene, contact: ContactView, now: number): Scene {
  const { callId } = contact;
  return {
    ...having(scene, {
      contacts: [{ ...contact, answeredAt: now - 157_000, waitedMs: 41_000 }],
      presence: { state: 'onCall', since: now - 157_000, callId, next: null },
    }),
    path: `/contact/${callId}`,
    phone: { leg: 'up', quality },
  };
}

function wrapUp(scene: Scene, contact: ContactView, now: number): Scene {
  const { callId } = contact;
  return {
    ...having(scene, {
      contacts: [
        {
          ...contact,
          answeredAt: now - 300_000,
          waitedMs: 41_000,
          state: { is: 'wrapUp', since: now - 8_000, endedBy: 'caller' },
        },
      ],
      presence: { state: 'wrapUp', since: now - 8_000, callId, until: now + 52_000, next: 'lunch' },
    }),
    path: `/contact/${callId}`,
  };
}
