import { describe, expect, it } from 'vitest';
import type { SwitchEvent } from '../../../ports/switch.ts';
import type { GivenSwitch } from './testing/given-switch.ts';
import { deliveredCall, givenSwitch, legId, settle, stationId } from './testing/given-switch.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';

const mayasLeg = legId('mayas-leg');

/** Mr Okafor waits with music; `greeting` still plays where there is one. */
async function waiting(greeting: string | null = null) {
  const given = givenSwitch();
  await given.stations.register('maya');
  const invite = given.caller.invite();
  const call = deliveredCall(given.events);
  await given.telephony.admit(call.callId, { answer: 'atOnce', greeting, music: 'hold-music' });
  await settle();
  given.caller.ack(invite);
  await settle();
  return { ...given, call };
}

type Waiting = Awaited<ReturnType<typeof waiting>>;

const hears = ({ media, call }: Waiting) => media.open.get(call.legId)?.playing;

async function announce(
  { telephony, call }: Waiting,
  sounds: readonly string[],
  more: { announcementId?: string; stopAtKey?: boolean } = {},
) {
  const announcement = { announcementId: 'a1', stopAtKey: false, ...more, sounds };
  const announced = await telephony.announce(call.callId, announcement);
  await settle();
  return announced;
}

async function played({ media, call }: Waiting, file: string) {
  media.say({ type: 'played', legId: call.legId, sound: { file } });
  await settle();
}

const press = ({ media, call }: Waiting, digit: string) =>
  media.say({ type: 'digit', legId: call.legId, digit, length: 100 });

const told = ({ events }: Pick<GivenSwitch, 'events'>) =>
  events.flatMap((event: SwitchEvent) =>
    event.type === 'announced' ? [`${event.announcementId} ${event.how}`] : [],
  );

async function answerAgent({ telephony, stack, media, call }: Waiting) {
  const caller = { number: null, display: '' };
  const offer = { callId: call.callId, legId: mayasLeg, stationId: stationId('maya'), caller, resume: false };
  await telephony.offer(offer);
  await settle();
  stack.lastSent('INVITE').answer(200, { sdp: sdpOfFarEnd() });
  await settle();
  media.say({ type: 'connected', legId: mayasLeg });
  await telephony.connect(call.callId, mayasLeg);
}

describe('An announcement', () => {
  it('SOUND-1: plays its sounds one after another, then Mr Okafor hears the music again', async () => {
    const given = await waiting();
    await announce(given, ['you-are-number-en', 'number-3-en']);
    expect(hears(given)).toBe('you-are-number-en once');
    await played(given, 'you-are-number-en');
    expect(hears(given)).toBe('number-3-en once');
    expect(told(given)).toEqual([]);
    await played(given, 'number-3-en');
    expect(hears(given)).toBe('hold-music loop');
    expect(told(given)).toEqual(['a1 finished']);
  });

  it('SOUND-1: says the same sound twice where it is named twice', async () => {
    const given = await waiting();
    await announce(given, ['number-2-en', 'number-2-en']);
    await played(given, 'number-2-en');
    expect(told(given)).toEqual([]);
    await played(given, 'number-2-en');
    expect(told(given)).toEqual(['a1 finished']);
  });

  it('SOUND-2: comes after a greeting that still plays', async () => {
    const given = await waiting('welcome-en');
    await announce(given, ['menu-en']);
    expect(hears(given)).toBe('welcome-en once');
    await played(given, 'welcome-en');
    expect(hears(given)).toBe('menu-en once');
  });

  it('SOUND-3: is ended by a key where that is asked, and the key is told first', async () => {
    const given = await waiting('welcome-en');
    await announce(given, ['menu-en', 'menu-again-en'], { stopAtKey: true });
    press(given, '2');
    expect(given.events.slice(-2)).toMatchObject([
      { type: 'digitsGenerated', digit: '2' },
      { type: 'announced', announcementId: 'a1', how: 'key' },
    ]);
    expect(hears(given)).toBe('hold-music loop');
    press(given, '3');
    expect(told(given)).toHaveLength(1);
  });

  it('SOUND-3: goes on through keys where nobody asked for that', async () => {
    const given = await waiting();
    await announce(given, ['closed-en']);
    press(given, '2');
    expect(hears(given)).toBe('closed-en once');
    expect(told(given)).toEqual([]);
  });

  it('SOUND-4: takes the place of an older one, whose end counts no more', async () => {
    const given = await waiting();
    await announce(given, ['wait-en']);
    await announce(given, ['position-en'], { announcementId: 'a2' });
    expect(told(given)).toEqual(['a1 replaced']);
    await played(given, 'wait-en');
    expect(hears(given)).toBe('position-en once');
    await played(given, 'position-en');
    expect(told(given)).toEqual(['a1 replaced', 'a2 finished']);
  });

  it('SOUND-4: is over the moment Maya takes the call', async () => {
    const given = await waiting();
    await announce(given, ['wait-en', 'position-en']);
    await answerAgent(given);
    expect(hears(given)).toBeNull();
    expect(told(given)).toEqual(['a1 replaced']);
  });

  it('SOUND-4: that the hearer asks for in answer to the end of one is played', async () => {
    const given = await waiting();
    given.telephony.listen((event) => {
      given.events.push(event);
      if (event.type === 'announced' && event.announcementId === 'a1') void announce(given, ['next-en']);
    });
    await announce(given, ['wait-en']);
    await played(given, 'wait-en');
    expect(hears(given)).toBe('next-en once');
  });

  it('SOUND-5: leaves out what does not exist', async () => {
    const given = await waiting();
    await announce(given, ['missing', 'position-en', 'missing']);
    expect(hears(given)).toBe('position-en once');
    await played(given, 'position-en');
    expect(hears(given)).toBe('hold-music loop');
    await announce(given, [], { announcementId: 'a2' });
    await announce(given, ['missing'], { announcementId: 'a3' });
    expect(told(given)).toEqual(['a1 finished', 'a2 finished', 'a3 finished']);
  });

  it('SOUND-6: asked for while the comfort tone plays is not cut off by the music', async () => {
    const given = await waiting();
    await answerAgent(given);
    await given.telephony.drop(given.call.callId, mayasLeg);
    await announce(given, ['please-hold-en']);
    given.clock.advance(5_000);
    expect(hears(given)).toBe('please-hold-en once');
    await played(given, 'please-hold-en');
    expect(hears(given)).toBe('hold-music loop');
  });

  it('is heard by an agent’s customer, who then talks on', async () => {
    const given = await waiting();
    await answerAgent(given);
    await announce(given, ['recorded-en']);
    expect(hears(given)).toBe('recorded-en once');
    await played(given, 'recorded-en');
    expect(hears(given)).toBeNull();
  });

  it('of a call that is over is refused', async () => {
    const given = await waiting();
    await given.telephony.release(given.call.callId);
    expect(await announce(given, ['wait-en'])).toEqual({ ok: false, refusal: 'gone' });
  });
});
