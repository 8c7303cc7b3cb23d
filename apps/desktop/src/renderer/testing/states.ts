import { asId } from '@ringside/shared/model/ids';
import type { AfterContact } from '@ringside/shared/model/presence';
import type { Role } from '@ringside/shared/model/role';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { Snapshot } from '@ringside/shared/protocol/down';
import type { PhoneState } from '../phone/phone.ts';
import type { SelfTest } from '../self-test.ts';
import { boardOf } from './floor-company.ts';
import { chenCard, linCards, messages, offerFrom, snapshotOf, throughMenu } from './company.ts';
import type { Arrangement } from './fake-gateway.ts';
import { dutyLines } from './rota.ts';
import { handsAt, messagesFromNoor, noor, supervisionAt } from './floor-scenes.ts';

export const states = [
  'signedOut',
  'elsewhere',
  'setUp',
  'notReady',
  'ready',
  'incoming',
  'incomingCallback',
  'messages',
  'incomingThroughMenu',
  'inCall',
  'inCallThroughMenu',
  'held',
  'heldLong',
  'heldTooLong',
  'caseSaved',
  'reconnecting',
  'wrapUp',
  'wrapUpOptional',
  'wrapUpMandatory',
  'wrapUpMandatoryTimed',
  'limitSoon',
  'limitOver',
  'setBySupervisor',
  'nextBySupervisor',
  'missedOnce',
  'resuming',
  'several',
  'stranger',
  'withheld',
  'lost',
  'conflict',
  'supervisor',
  'administrator',
  'supervisorAtLines',
  'handRaised',
  'managerOn',
  'passedOn',
  'supervised',
  'toldByNoor',
  'listening',
  'whispering',
  'takingOver',
  'handsUp',
  'rota',
] as const;
export type State = (typeof states)[number];

export interface Scene extends Arrangement {
  readonly phone: Partial<PhoneState>;
  readonly devicesSeen: boolean;
  /** how far the test after sleep is */
  readonly selfTest: SelfTest;
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
    board: boardOf(now),
    phone: {},
    devicesSeen: true,
    selfTest: 'none',
    path: '/',
  };
  const known = offerFrom({ kind: 'known', customer: chenCard(now) }, now);
  const talking: ContactView = { ...known, state: { is: 'talking', since: now - 157_000 } };
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
    case 'incomingThroughMenu':
      return offered(scene, { ...known, way: throughMenu }, now);
    case 'incomingCallback':
      return offered(scene, { ...known, direction: 'outbound', callback: secondAttempt }, now);
    case 'messages':
      return { ...having(scene, { tasks: messages(now) }), path: '/tasks' };
    case 'inCallThroughMenu':
      return inCall(
        scene,
        { ...known, way: throughMenu, state: { is: 'talking', since: now - 12_000 } },
        now,
      );
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
      return wrapUp(scene, known, now, 'timedOptional');
    case 'wrapUpOptional':
      return wrapUp(scene, known, now, 'optional');
    case 'wrapUpMandatory':
      return wrapUp(scene, known, now, 'mandatory');
    case 'wrapUpMandatoryTimed':
      return wrapUp(scene, known, now, 'mandatoryTimed');
    case 'limitSoon':
      return having(scene, { presence: { state: 'notReady', since: now - 1_755_000, reason: 'lunch' } });
    case 'limitOver':
      return having(scene, { presence: { state: 'notReady', since: now - 2_000_000, reason: 'lunch' } });
    case 'setBySupervisor':
      return having(scene, {
        presence: { state: 'notReady', since: now - 65_000, reason: 'forcedBySupervisor', by: 'Noor Haddad' },
      });
    case 'nextBySupervisor':
      return inCall(scene, { ...known, state: { is: 'talking', since: now - 157_000 } }, now, {
        next: 'training',
        nextBy: 'Noor Haddad',
      });
    case 'missedOnce':
      return having(scene, { presence: { state: 'ready', since: now - 65_000, missed: 1 } });
    case 'resuming':
      return {
        ...having(scene, { presence: { state: 'notReady', since: now - 4_000, reason: 'resuming' } }),
        selfTest: 'silent',
      };
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
    case 'supervisor': {
      const { me } = snapshotOf(now);
      const noor = { ...me, agentId: asId<'agent'>('agent-noor'), name: 'Noor', userName: 'noor' };
      return having({ ...scene, path: '/board' }, { me: { ...noor, roles: ['supervisor'] } });
    }
    case 'lost':
      return {
        ...inCall(scene, { ...known, state: { is: 'talking', since: now - 157_000 } }, now),
        link: 'lost',
      };
    case 'rota':
      return { ...inCharge(scene, { duty: [...dutyLines(now)] }), path: '/rota' };
    case 'administrator':
      return { ...withRole(scene, 'admin'), path: '/administration' };
    case 'supervisorAtLines':
      return { ...withRole(scene, 'supervisor'), path: '/administration' };
    case 'handRaised':
      return inCall(
        scene,
        { ...talking, hand: { raisedAt: now - 31_000, reason: 'upsetCaller', takenBy: 'Noor Rahman' } },
        now,
      );
    case 'managerOn':
      return having(inCall(scene, talking, now), { duty: dutyLines(now).slice(0, 1) });
    case 'passedOn': {
      const [about] = talking.pop.openCases;
      const manager = {
        requestId: asId<'managerRequest'>('request-1'),
        askedByName: '李欣怡',
        reason: 'promiseBroken' as const,
        note: 'Was to be collected on Monday, has called three times.',
        caseId: about?.caseId ?? null,
      };
      return having(inCall(withRole(scene, 'manager'), { ...talking, manager }, now), {
        duty: dutyLines(now).slice(0, 1),
      });
    }
    case 'supervised': {
      const noorIn = { name: 'Noor Rahman', mode: 'whisper' as const, since: now - 9_000 };
      const liIn = { ...noorIn, name: '李欣怡', mode: 'listen' as const };
      return inCall(scene, { ...talking, supervisors: [noorIn, liIn] }, now);
    }
    case 'toldByNoor':
      return having(scene, { messages: messagesFromNoor(now) });
    case 'listening':
      return inCharge(scene, { supervision: supervisionAt(now, 'listen') });
    case 'whispering':
      return inCharge(scene, { supervision: supervisionAt(now, 'whisper') });
    case 'takingOver':
      return inCharge(scene, {
        supervision: { ...supervisionAt(now, 'listen'), state: 'ringing', takingOver: true },
      });
    case 'handsUp':
      return inCharge(scene, { hands: handsAt(now) });
    case 'conflict':
      return {
        ...inCall(scene, { ...known, state: { is: 'talking', since: now - 157_000 } }, now),
        refusals: { 'customer.change': 'changedMeanwhile' },
      };
  }
}

/** 陳大文 asked to be called back, and could not be reached once. */
const secondAttempt: ContactView['callback'] = {
  of: asId('call-0'),
  attempt: 2,
  attempts: 3,
  onLine: false,
  note: 'He wants to hear when the refund comes.',
};

const withRole = (scene: Scene, role: Role): Scene =>
  having(scene, scene.snapshot ? { me: { ...scene.snapshot.me, roles: [role] } } : {});

/** Noor's desk: she supervises, and is not ready. */
const inCharge = (scene: Scene, change: Partial<Snapshot>): Scene => {
  if (scene.snapshot === null) return scene;
  const me = { ...scene.snapshot.me, agentId: noor, name: 'Noor Rahman', roles: ['supervisor' as const] };
  const since = scene.snapshot.serverTime - 60_000;
  const presence = { state: 'notReady' as const, since, reason: 'signedIn' };
  return having(scene, { me, presence, ...change });
};

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

function inCall(
  scene: Scene,
  contact: ContactView,
  now: number,
  after: AfterContact = { next: null },
): Scene {
  const { callId } = contact;
  return {
    ...having(scene, {
      contacts: [{ ...contact, answeredAt: now - 157_000, waitedMs: 41_000 }],
      presence: { state: 'onCall', since: now - 157_000, callId, ...after },
    }),
    path: `/contact/${callId}`,
    phone: { leg: 'up', quality },
  };
}

function wrapUp(scene: Scene, contact: ContactView, now: number, mode: WrapUpMode): Scene {
  const { callId } = contact;
  const isTimed = mode === 'timedOptional' || mode === 'mandatoryTimed';
  const dispositionNeeded = mode !== 'optional';
  return {
    ...having(scene, {
      contacts: [
        {
          ...contact,
          answeredAt: now - 300_000,
          waitedMs: 41_000,
          state: { is: 'wrapUp', since: now - 8_000, endedBy: 'caller', mode, dispositionNeeded },
        },
      ],
      presence: {
        state: 'wrapUp',
        since: now - 8_000,
        callId,
        until: isTimed ? now + 52_000 : null,
        next: 'lunch',
      },
    }),
    path: `/contact/${callId}`,
  };
}
