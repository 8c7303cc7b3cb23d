import { expect, test } from 'vitest';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { maya } from '../testing/cast.ts';
import { openRig, settle } from '../testing/rig.ts';

test('a gateway that drains waits for those who talk', async () => {
  const rig = await openRig();
  await rig.seatReady(maya);
  const callId = await rig.callIn();
  const left = rig.gateway.drain(minutes(5));
  await rig.advance(minutes(1));
  await rig.hangUp(callId);
  await rig.advance(seconds(1));
  expect(await left).toBe(0);
});

test('a gateway that is stopped while it drains waits no longer, so that its process can end', async () => {
  const rig = await openRig();
  await rig.seatReady(maya);
  await rig.callIn();
  let left: number | null = null;
  void rig.gateway.drain(minutes(60)).then((calls) => (left = calls));
  await rig.gateway.stop();
  await rig.advance(seconds(1));
  await settle();
  expect(left).toBe(1);
});
