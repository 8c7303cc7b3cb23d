import { array, assert, asyncProperty, constantFrom, nat, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SwitchEvent } from '../../../ports/switch.ts';
import { header } from '../message/header.ts';
import { asId } from '@ringside/shared/model/ids';
import { supervisionModes } from '@ringside/shared/model/supervision';
import { kept } from './testing/kept-records.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import type { Received } from './testing/fake-stack.ts';
import { FakeFlow } from './testing/fake-stack.ts';
import type { GivenSwitch } from './testing/given-switch.ts';
import { aRequest, Caller, givenSwitch, settle, stationId } from './testing/given-switch.ts';

/** What may happen next, in any order; `which` chooses the call, leg or transaction that it happens to. */
const deeds = [
  'invite',
  'inviteWithoutOffer',
  'inviteReliably',
  'cancel',
  'ack',
  'ackWithAnswer',
  'callerBye',
  'callerReinvites',
  'callerUpdates',
  'callerInfo',
  'inviteFails',
  'admitAtOnce',
  'admitWithAgent',
  'refuse',
  'offer',
  'offerByPhone',
  'key',
  'soundEnds',
  'connect',
  'supervise',
  'setSupervision',
  'promote',
  'drop',
  'park',
  'hold',
  'retrieve',
  'announce',
  'record',
  'recordingEnds',
  'release',
  'dial',
  'farEndRings',
  'farEndAnswers',
  'farEndAnswersElse',
  'farEndRefuses',
  'farEndFails',
  'farEndHangsUp',
  'mediaConnected',
  'mediaFailed',
  'mediaSilent',
  'mediaReady',
  'flowCloses',
  'stationRegisters',
  'evict',
  'halfASecond',
  'tenSeconds',
  'aMinute',
] as const;
type Deed = (typeof deeds)[number];
interface Step {
  readonly deed: Deed;
  readonly which: number;
}

/** Everything that the outside world knows, and can act on. */
class World {
  readonly given: GivenSwitch = givenSwitch();
  readonly callers: { readonly caller: Caller; readonly invite: Received }[] = [];
  readonly flows: FakeFlow[] = [];
  /** legs that the switch took on */
  readonly taken = new Set<string>();
  readonly supervising = new Set<string>();
  /** legs that became an agent's, perhaps */
  readonly promoted = new Set<string>();
  /** legs on ordinary telephones, and those where somebody pressed 1 */
  readonly phones = new Set<string>();
  readonly confirmed = new Set<string>();
  /** recordings that the switch took on */
  readonly recording = new Set<string>();
  readonly #openings: (() => void)[] = [];
  #legs = 0;
  #recordings = 0;
  #byes = 0;

  constructor() {
    this.given.media.delay = () => new Promise((resolve) => this.#openings.push(resolve));
  }

  get calls() {
    return [...new Set(this.given.events.flatMap((event) => ('callId' in event ? [event.callId] : [])))];
  }
  get legs() {
    return [...new Set(this.given.events.flatMap((event) => ('legId' in event ? [event.legId] : [])))];
  }
  newLeg() {
    this.#legs += 1;
    return asId<'leg'>(`leg-${this.#legs}`);
  }
  newRecording() {
    this.#recordings += 1;
    return asId<'recording'>(`recording-${this.#recordings}`);
  }
  /** The far end of an INVITE of ours says BYE, as the one that answered or as another. */
  farEndHangsUp(which: number): void {
    const { stack } = this.given;
    const invite = at(
      stack.sent.filter(({ method }) => method === 'INVITE'),
      which,
    );
    if (invite === undefined) return;
    this.#byes += 1;
    const [from, to, callId] = ['To', 'From', 'Call-ID'].map((name) => header(invite.request, name) ?? '');
    const tag = which % 4 === 0 ? 'else1' : 'far';
    const within = { from: `${from};tag=${tag}`, to: to ?? '', callId: callId ?? '', cseq: this.#byes };
    stack.receive(aRequest('BYE', within), new FakeFlow());
  }
  openings(): void {
    for (const open of this.#openings.splice(0)) open();
  }
}

const at = <Value>(values: readonly Value[], which: number): Value | undefined =>
  values.length === 0 ? undefined : values[which % values.length];

const modeOf = (which: number) => supervisionModes[which % 3] ?? 'listen';

function invite(world: World, changes: Parameters<Caller['invite']>[0] = {}): void {
  const caller = new Caller(world.given.stack, world.given.caller.flow);
  const from = `<sip:+88691234${world.callers.length}@192.0.2.10>`;
  world.callers.push({ caller, invite: caller.invite({ from, ...changes }) });
}

async function happen(world: World, { deed, which }: Step): Promise<void> {
  const { telephony, stack, media, clock, stations } = world.given;
  const call = at(world.calls, which) ?? asId<'call'>('none');
  const legs = [...media.everOpened].map((leg) => asId<'leg'>(leg));
  const leg = at(legs, which) ?? asId<'leg'>('none');
  const known = at(world.callers, which);
  const open = stack.sent.filter((one) => !one.isOver);
  const sent = at(open, which);
  switch (deed) {
    case 'invite':
      return invite(world);
    case 'inviteWithoutOffer':
      return invite(world, { sdp: null });
    case 'inviteReliably':
      return invite(world, { headers: [{ name: 'Require', value: '100rel' }] });
    case 'cancel':
      return known?.invite.cancel();
    case 'ack':
      return known?.caller.ack(known.invite);
    case 'ackWithAnswer':
      return known?.caller.ack(known.invite, sdpOfFarEnd());
    case 'callerBye':
      known?.caller.hears(known.invite);
      return void known?.caller.within('BYE');
    case 'callerReinvites':
      known?.caller.hears(known.invite);
      return void known?.caller.within('INVITE', { sdp: which % 2 === 0 ? sdpOfFarEnd() : null });
    case 'callerUpdates':
      known?.caller.hears(known.invite);
      return void known?.caller.within('UPDATE', { sdp: which % 2 === 0 ? sdpOfFarEnd() : null });
    case 'callerInfo':
      known?.caller.hears(known.invite);
      return void known?.caller.within('INFO', {
        body: { type: 'application/dtmf-relay', text: 'Signal=1' },
      });
    case 'inviteFails':
      return known?.invite.fail('transport');
    case 'admitAtOnce':
      return void telephony.admit(call, { answer: 'atOnce', greeting: 'hello', music: 'm' });
    case 'admitWithAgent':
      return void telephony.admit(call, { answer: 'withAgent', greeting: null, music: 'm' });
    case 'refuse':
      return void telephony.refuse(call, 'busy');
    case 'offer': {
      const station = stationId(which % 2 === 0 ? 'maya' : 'desk-li');
      const offer = { callId: call, legId: world.newLeg(), stationId: station, resume: false };
      const result = await telephony.offer({ ...offer, caller: { number: null, display: '' } });
      return void (result.ok && world.taken.add(offer.legId));
    }
    case 'offerByPhone': {
      const phone = { callId: call, legId: world.newLeg(), trunkId: asId<'trunk'>('carrier') };
      const number = { number: which % 5 === 0 ? '+252612345678' : '+886912000000', presented: null };
      const whisper = [['duty'], ['duty', 'missing'], ['missing'], []][which % 4] ?? [];
      const question = { acceptKey: '1', declineKey: '2', confirmWithin: 20_000, whisper } as const;
      const result = await telephony.offerByPhone({ ...phone, ...number, ...question });
      world.phones.add(phone.legId);
      return void (result.ok && world.taken.add(phone.legId));
    }
    case 'key':
      if (which % 3 === 0) world.confirmed.add(leg);
      return media.say({ type: 'digit', legId: leg, digit: ['1', '2', '5'][which % 3] ?? '1', length: 100 });
    case 'soundEnds':
      return media.say({ type: 'played', legId: leg, sound: { file: 'duty' } });
    case 'supervise': {
      const station = stationId(which % 2 === 0 ? 'maya' : 'desk-li');
      const noor = { callId: call, legId: world.newLeg(), stationId: station, mode: modeOf(which) };
      const result = await telephony.supervise({ ...noor, caller: { number: null, display: '' } });
      if (result.ok) world.supervising.add(noor.legId);
      return void (result.ok && world.taken.add(noor.legId));
    }
    case 'promote':
      world.promoted.add(leg);
      return void telephony.promote(call, leg);
    case 'setSupervision':
      return void telephony.setSupervision(call, leg, modeOf(which));
    case 'connect':
      return void telephony.connect(call, leg);
    case 'drop':
      return void telephony.drop(call, leg);
    case 'park':
      return void telephony.park(call, 'm');
    case 'hold':
      return void telephony.hold(call, 'm');
    case 'retrieve':
      return void telephony.retrieve(call);
    case 'announce':
      return void telephony.announce(call, {
        announcementId: `a${which}`,
        sounds: which % 3 === 0 ? [] : ['a', 'missing', 'a'],
        stopAtKey: which % 2 === 0,
      });
    case 'record': {
      media.diskIsFull = which % 5 === 0;
      const recordingId = world.newRecording();
      const result = await telephony.record(call, { recordingId, longest: 60_000, silence: 5_000 });
      return void (result.ok && world.recording.add(recordingId));
    }
    case 'recordingEnds':
      return media.dictated(leg, which * 100);
    case 'release':
      return void telephony.release(call);
    case 'dial': {
      const out = {
        callId: asId<'call'>(`out-${which}`),
        legId: world.newLeg(),
        trunkId: asId<'trunk'>('carrier'),
      };
      const result = await telephony.dial({ ...out, number: '+886912345678', presented: null });
      return void (result.ok && world.taken.add(out.legId));
    }
    case 'farEndRings':
      return sent?.method === 'INVITE'
        ? sent.answer(183, { tag: `t${which % 2}`, sdp: sdpOfFarEnd() })
        : undefined;
    case 'farEndAnswers':
      return sent?.answer(200, { sdp: sent.method === 'INVITE' ? sdpOfFarEnd() : null });
    case 'farEndAnswersElse':
      return at(stack.sent, which)?.answer(200, {
        tag: `else${which % 3}`,
        sdp: which % 2 ? sdpOfFarEnd() : 'unusable',
      });
    case 'farEndRefuses':
      return sent?.answer([302, 401, 404, 408, 422, 481, 486, 487, 491, 503, 603][which % 11] ?? 486);
    case 'farEndFails':
      return sent?.fail(which % 2 === 0 ? 'timeout' : 'transport');
    case 'farEndHangsUp':
      return world.farEndHangsUp(which);
    case 'mediaConnected':
      return media.say({ type: 'connected', legId: leg });
    case 'mediaFailed':
      return media.say({ type: 'failed', legId: leg, why: 'ICE' });
    case 'mediaSilent':
      return media.say({
        type: 'health',
        legId: leg,
        state: which % 2 === 0 ? 'silent' : 'ok',
        at: clock.now(),
      });
    case 'mediaReady':
      return world.openings();
    case 'flowCloses':
      return at(world.flows, which)?.close();
    case 'stationRegisters': {
      const { flow } = await stations.register('maya');
      world.flows.push(flow);
      return;
    }
    case 'evict':
      return telephony.evict(stationId('maya'));
    case 'halfASecond':
      return clock.advance(500);
    case 'tenSeconds':
      return clock.advance(10_000);
    case 'aMinute':
      return clock.advance(60_000);
    default:
      throw new Error(`No such deed: ${String(deed satisfies never)}`);
  }
}

/** Lets everything come to its end: the far ends answer nothing any more, the application releases what it knows. */
async function end(world: World): Promise<void> {
  const { telephony, clock, media } = world.given;
  media.delay = null;
  world.openings();
  await settle();
  for (const callId of world.calls) await telephony.release(callId);
  for (let again = 0; again < 4; again += 1) {
    for (const sent of world.given.stack.sent) if (!sent.isOver) sent.fail('timeout');
    clock.advance(60_000);
    world.openings();
    await settle();
  }
}

const isTerminal = ({ type }: SwitchEvent) => type === 'failed' || type === 'connectionCleared';

function endsOf(events: readonly SwitchEvent[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const event of events) {
    if (!('legId' in event)) continue;
    ends.set(event.legId, (ends.get(event.legId) ?? 0) + (isTerminal(event) ? 1 : 0));
  }
  return ends;
}

/** Events of a leg after its end, of which there must be none. */
function late(events: readonly SwitchEvent[]): readonly SwitchEvent[] {
  const over = new Set<string>();
  return events.filter((event) => {
    if (!('legId' in event)) return false;
    const isLate = over.has(event.legId);
    if (isTerminal(event)) over.add(event.legId);
    return isLate;
  });
}

const isSupervisors = (event: SwitchEvent) => 'party' in event && event.party === 'supervisor';
const isOf = (legs: ReadonlySet<string>, event: SwitchEvent) => 'legId' in event && legs.has(event.legId);

describe('Whatever the far ends and the application do, in whatever order', () => {
  it('every leg ends in exactly one event, nothing comes after it, no media endpoint stays, every recording is told once, no telephone takes a call without its key, and a supervisor’s leg is never taken for an agent’s', async () => {
    const step = record({ deed: constantFrom(...deeds), which: nat(12) });
    // most stories need somebody who calls, somebody who is there, and somebody on a telephone
    const opening: readonly Step[] = [
      { deed: 'stationRegisters', which: 0 },
      { deed: 'invite', which: 0 },
      { deed: 'admitAtOnce', which: 0 },
      { deed: 'mediaReady', which: 0 },
      { deed: 'offerByPhone', which: 1 },
      { deed: 'mediaReady', which: 0 },
      { deed: 'farEndAnswers', which: 0 },
      { deed: 'key', which: 3 },
    ];
    const story = tuple(nat(opening.length), array(step, { minLength: 5, maxLength: 40 }));
    await assert(
      asyncProperty(story, async ([begun, steps]) => {
        const world = new World();
        for (const one of [...opening.slice(0, begun), ...steps]) {
          await happen(world, one);
          await settle();
        }
        await end(world);
        const { events, media, telephony } = world.given;
        const ends = endsOf(events);
        expect([...ends].filter(([, count]) => count !== 1)).toEqual([]);
        expect([...world.taken].filter((leg) => !ends.has(leg))).toEqual([]);
        expect(late(events)).toEqual([]);
        const settled = events.filter((event) => !isOf(world.promoted, event));
        expect(settled.filter((event) => isSupervisors(event) !== isOf(world.supervising, event))).toEqual(
          [],
        );
        expect(events.filter((event) => isSupervisors(event) && !isOf(world.supervising, event))).toEqual([]);
        const unconfirmed = new Set([...world.phones].filter((leg) => !world.confirmed.has(leg)));
        expect(events.filter((one) => one.type === 'established' && isOf(unconfirmed, one))).toEqual([]);
        const recorded = events.flatMap((event) => (event.type === 'recorded' ? [event.recordingId] : []));
        expect(recorded.toSorted()).toEqual([...world.recording].toSorted());
        expect([...media.open.keys()]).toEqual([]);
        expect(kept(events)).toEqual([]);
        expect(telephony.status().calls).toBe(0);
        expect(telephony.openDialogs).toBe(0);
        expect(
          events.filter((event) => event.type === 'legRecord' && event.record !== null).length,
        ).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
