import { describe, expect, it } from 'vitest';
import { header } from '../message/header.ts';
import { FakeFlow } from './testing/fake-stack.ts';
import { kept } from './testing/kept-records.ts';
import { Caller, deliveredCall, givenSwitch, settle } from './testing/given-switch.ts';

/** Mr Okafor hears music; the gateway stops and another one starts. */
async function restarted(flow = new FakeFlow()) {
  const before = givenSwitch();
  const caller = new Caller(before.stack, flow);
  const invite = caller.invite();
  await before.telephony.admit(deliveredCall(before.events).callId, {
    answer: 'atOnce',
    greeting: null,
    music: 'piano',
  });
  await settle();
  caller.ack(invite);
  await settle();
  const records = kept(before.events);
  await before.telephony.stop();
  const after = givenSwitch();
  const lives = await after.telephony.resume(records);
  await settle();
  return { before, after, records, lives, caller };
}

/** The caller's telephone goes on as if nothing had happened. */
const goesOn = (caller: Caller, { stack }: ReturnType<typeof givenSwitch>) =>
  Object.assign(caller, { stack });

describe('A restart of the gateway', () => {
  it('keeps a caller: same port, music again, no event, nothing sent', async () => {
    const { after, records, lives } = await restarted();
    expect(records).toHaveLength(1);
    expect(lives).toEqual([records[0]?.callId]);
    expect(after.media.open.get(records[0]?.legId ?? '')?.playing).toBe('piano loop');
    expect(after.stack.sent).toEqual([]);
    expect(after.seen()).toEqual([]);
  });

  it('says nothing to the caller who waits, and no event, when it stops', async () => {
    const { before } = await restarted();
    expect(before.stack.sent).toEqual([]);
    expect(before.seen()).toEqual(['delivered', 'established']);
  });

  it('hears the BYE of a caller of the earlier run', async () => {
    const { after, caller } = await restarted();
    expect(goesOn(caller, after).within('BYE').statuses).toEqual([200]);
    expect(after.events.slice(-2)).toMatchObject([
      { type: 'legRecord', record: null },
      { type: 'connectionCleared', party: 'caller', by: 'caller' },
    ]);
    expect(after.media.open.size).toBe(0);
  });

  it('reconnects to a caller over TCP with the next request', async () => {
    const { after, records } = await restarted(new FakeFlow('tcp', '192.0.2.10', 51_234));
    const [record] = records;
    if (record === undefined) throw new Error('No record was kept');
    await after.telephony.release(record.callId);
    const bye = after.stack.lastSent('BYE');
    expect(bye.target).toEqual({ to: 'address', transport: 'tcp', host: '192.0.2.10', port: 5060 });
    expect(header(bye.request, 'CSeq')).toBe('1 BYE');
  });

  it('asks at once whether a caller is still there when nothing is heard from them', async () => {
    const { after, records } = await restarted();
    after.media.say({ type: 'health', legId: records[0]?.legId as never, state: 'silent', at: 1 });
    after.stack.lastSent('OPTIONS').answer(481);
    expect(after.events.at(-1)).toMatchObject({ type: 'connectionCleared', cause: 'lost' });
  });

  it('gives up a call whose port is taken or whose record can’t be read, and says goodbye where it can', async () => {
    const { records } = await restarted();
    const full = givenSwitch();
    full.media.refusal = 'noPorts';
    expect(await full.telephony.resume(records)).toEqual([]);
    await full.telephony.start();
    expect(full.stack.lastSent('BYE')).toBeDefined();
    expect(full.telephony.status().calls).toBe(0);
    expect(await full.telephony.resume(records.map((one) => ({ ...one, record: '{"version":0}' })))).toEqual(
      [],
    );
    expect(full.events).toEqual([]);
  });

  it('writes the record anew when the caller moves to another address', async () => {
    const given = givenSwitch();
    const invite = given.caller.invite();
    await given.telephony.admit(deliveredCall(given.events).callId, {
      answer: 'atOnce',
      greeting: null,
      music: 'piano',
    });
    await settle();
    given.caller.ack(invite);
    await settle();
    given.caller.within('UPDATE');
    await settle();
    expect(kept(given.events)[0]?.record).toContain('"remoteCSeq":2');
  });
});
