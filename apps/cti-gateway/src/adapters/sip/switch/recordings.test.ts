import { describe, expect, it } from 'vitest';
import { asId } from '@ringside/shared/model/ids';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import { deliveredCall, givenSwitch, legId, settle, stationId } from './testing/given-switch.ts';

const recordingId = asId<'recording'>('voicemail');
const mayasLeg = legId('mayas-leg');

/** Mr Okafor waits with music. */
async function waiting() {
  const given = givenSwitch();
  await given.stations.register('maya');
  const invite = given.caller.invite();
  const call = deliveredCall(given.events);
  await given.telephony.admit(call.callId, { answer: 'atOnce', greeting: null, music: 'hold-music' });
  await settle();
  given.caller.ack(invite);
  await settle();
  return { ...given, call };
}

type Waiting = Awaited<ReturnType<typeof waiting>>;

const record = ({ telephony, call }: Waiting) =>
  telephony.record(call.callId, { recordingId, longest: 120_000, silence: 6_000 });

const hears = ({ media, call }: Waiting) => media.open.get(call.legId)?.playing;

const recorded = ({ events }: Waiting) =>
  events.flatMap((event) => (event.type === 'recorded' ? [event.length] : []));

describe('A recording of what a caller says', () => {
  it('RECORD-1: begins with a tone, and when it is over the caller hears the music again', async () => {
    const given = await waiting();
    expect(await record(given)).toEqual({ ok: true, value: undefined });
    expect(hears(given)).toBe('beep once');
    given.media.dictated(given.call.legId, 7_000);
    await settle();
    expect(given.events.at(-1)).toEqual({
      type: 'recorded',
      callId: given.call.callId,
      recordingId,
      length: 7_000,
    });
    expect(hears(given)).toBe('hold-music loop');
  });

  it('RECORD-1: takes the place of an announcement', async () => {
    const given = await waiting();
    const wait = { announcementId: 'a1', sounds: ['wait-en'], stopAtKey: false };
    await given.telephony.announce(given.call.callId, wait);
    await settle();
    await record(given);
    given.media.say({ type: 'played', legId: given.call.legId, sound: { file: 'wait-en' } });
    await settle();
    expect(given.events).toContainEqual(expect.objectContaining({ type: 'announced', how: 'replaced' }));
    expect(hears(given)).toBe('beep once');
  });

  it('RECORD-2: is ended by a key', async () => {
    const given = await waiting();
    await record(given);
    given.media.say({ type: 'digit', legId: given.call.legId, digit: '#', length: 100 });
    await settle();
    expect(recorded(given)).toEqual([4_000]);
    expect(hears(given)).toBe('hold-music loop');
  });

  it('RECORD-2: is told after the call when the caller hangs up', async () => {
    const given = await waiting();
    await record(given);
    given.caller.within('BYE');
    await settle();
    expect(given.events.slice(-2).map(({ type }) => type)).toEqual(['connectionCleared', 'recorded']);
    expect(recorded(given)).toEqual([2_000]);
  });

  it('RECORD-2: is ended by Maya, who takes the call after all, and by an announcement', async () => {
    const given = await waiting();
    const { call, telephony, stack, media } = given;
    await record(given);
    const leg = { callId: call.callId, legId: mayasLeg, stationId: stationId('maya') };
    await telephony.offer({ ...leg, caller: { number: null, display: '' }, resume: false });
    await settle();
    stack.lastSent('INVITE').answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    media.say({ type: 'connected', legId: mayasLeg });
    await telephony.connect(call.callId, mayasLeg);
    await settle();
    expect(recorded(given)).toEqual([4_000]);
    expect(hears(given)).toBeNull();
    await record(given);
    await telephony.announce(call.callId, { announcementId: 'a', sounds: ['x'], stopAtKey: false });
    await settle();
    expect(recorded(given)).toEqual([4_000, 4_000]);
    expect(hears(given)).toBe('x once');
  });

  it('RECORD-3: is refused where there is no room, and the caller hears the music', async () => {
    const given = await waiting();
    given.media.diskIsFull = true;
    expect(await record(given)).toEqual({ ok: false, refusal: 'noRoom' });
    await settle();
    expect(hears(given)).toBe('hold-music loop');
    expect(recorded(given)).toEqual([]);
  });

  it('of a call that is over is refused', async () => {
    const given = await waiting();
    await given.telephony.release(given.call.callId);
    expect(await record(given)).toEqual({ ok: false, refusal: 'gone' });
  });
});
