import { hours } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { billing, li, maya, noor as noorAgain } from '../testing/cast.ts';
import { messagesOf, openFloor, seatLi } from '../testing/in-charge.ts';
import type { SeatedAgent } from '../testing/rig.ts';

const everybody = {
  do: 'message.send',
  to: { kind: 'all' },
  priority: 'high',
  text: '  <b>Line 3 is down</b>: say so.  ',
} as const;

const last = (who: SeatedAgent) => messagesOf(who).at(-1);

describe('Noor tells the floor', () => {
  test('MSG-1 everybody who is signed in, and not herself', async () => {
    const { rig, maya: mayas, noor, ines } = await openFloor();
    const lis = await seatLi(rig);
    const sent = await noor.do(everybody);
    expect(sent).toMatchObject({ recipients: 3 });
    for (const one of [mayas, lis, ines])
      expect(last(one)).toMatchObject({ fromName: 'Noor', priority: 'high', readAt: null, receipts: [] });
    expect(
      last(noor)
        ?.receipts.map(({ name }) => name)
        .sort(),
    ).toEqual(['Ines', 'Li', 'Maya']);
  });

  test('MSG-1 those who serve a queue, or one person, also one who comes later today', async () => {
    const { rig, maya: mayas, noor } = await openFloor();
    await noor.do({ ...everybody, to: { kind: 'agent', agentId: li.agentId } });
    const lis = await rig.enter(li);
    expect(lis.screen.lastSnapshot().messages).toMatchObject([{ to: { kind: 'agent', name: 'Li' } }]);
    await noor.do({ ...everybody, to: { kind: 'queue', queueId: billing } });
    expect(messagesOf(lis)).toHaveLength(1);
    expect(messagesOf(mayas)).toEqual([]);
  });

  test('MSG-1 to nobody is said, not swallowed', async () => {
    const { noor, rig } = await openFloor();
    const to = (one: object) => noor.try({ ...everybody, to: one } as typeof everybody);
    expect(await to({ kind: 'queue', queueId: billing })).toMatchObject({
      refusal: { problem: 'agentIsAway' },
    });
    expect(await to({ kind: 'queue', queueId: asId('no') })).toMatchObject({
      refusal: { problem: 'unknownQueue' },
    });
    expect(await to({ kind: 'agent', agentId: asId('no') })).toMatchObject({
      refusal: { problem: 'unknownAgent' },
    });
    expect(await rig.store.messagesSince(0)).toEqual([]);
  });

  test('MSG-3 Maya reads it, and Noor alone sees that, also after a restart', async () => {
    const { rig, maya: mayas, noor, ines } = await openFloor();
    const { messageId } = (await noor.do(everybody)) as { messageId: ReturnType<typeof asId<'message'>> };
    await mayas.do({ do: 'message.read', messageId });
    await mayas.do({ do: 'message.read', messageId });
    const read = expect.arrayContaining([{ agentId: 'maya', name: 'Maya', readAt: rig.clock.now() }]);
    expect(last(noor)?.receipts).toEqual(read);
    expect(last(ines)?.receipts).toEqual([]);
    await rig.restart([]);
    const again = await rig.visit(noor.agentId, { token: noor.token });
    expect(again.screen.lastSnapshot().messages[0]?.receipts).toEqual(read);
    const mayasAgain = await rig.visit(maya.agentId, { token: mayas.token });
    expect(mayasAgain.screen.lastSnapshot().messages[0]?.readAt).toBe(rig.clock.now());
  });

  test('MSG-4 tomorrow it is gone', async () => {
    const { rig, noor } = await openFloor();
    await noor.do(everybody);
    const today = await rig.enter(maya, { takeOver: true });
    expect(today.screen.lastSnapshot().messages).toHaveLength(1);
    await rig.advance(hours(24));
    const again = await rig.enter(maya, { takeOver: true });
    expect(again.screen.lastSnapshot().messages).toEqual([]);
  });

  test('WIRE-4 the same command twice is one message, also over a restart', async () => {
    const { rig, maya: mayas, noor } = await openFloor();
    await noor.desk.command('again', everybody);
    await noor.desk.command('again', everybody);
    expect(messagesOf(mayas)).toHaveLength(1);
    await rig.restart([]);
    const again = await rig.visit(noor.agentId, { token: noor.token });
    await rig.visit(maya.agentId, { token: mayas.token });
    await again.desk.command('again', everybody);
    expect(again.screen.of('message')).toEqual([]);
    expect((await rig.enter(noorAgain, { takeOver: true })).screen.lastSnapshot().messages).toHaveLength(1);
  });
});
