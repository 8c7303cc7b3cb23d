import { expect, test } from 'vitest';
import { ManualTimers } from '../testing/manual-timers.ts';
import { ScriptedLeg } from '../testing/scripted-peer.ts';
import { keepLegs } from './legs.ts';

const voice = { kind: 'audio' } as MediaStreamTrack;

function given() {
  const timers = new ManualTimers();
  const seen: (string | null)[] = [];
  let broken = 0;
  const legs = keepLegs(timers, {
    changed: (leg) => seen.push(leg ? `${leg.callId} ${leg.peer.state}` : null),
    broken: () => (broken += 1),
  });
  return { timers, legs, seen, broken: () => broken };
}

test('a leg is spoken on as soon as it is there, and is gone when the gateway ends it', () => {
  const { legs, seen } = given();
  legs.speak(voice);
  const leg = new ScriptedLeg('call-1');
  legs.add(leg);
  leg.peer.become('up');
  expect(leg.peer.sent).toEqual([voice]);
  leg.end();
  expect(seen).toEqual(['call-1 connecting', 'call-1 up', null]);
  expect(leg.peer.state).toBe('closed');
});

test('a leg that is put up again replaces the first one of its call', () => {
  const { legs } = given();
  const [first, second] = [new ScriptedLeg('call-1'), new ScriptedLeg('call-1')];
  legs.add(first);
  legs.add(second);
  expect(first.peer.state).toBe('closed');
  expect(legs.current).toBe(second);
});

test('with two calls up the voice goes to the newer one only', () => {
  const { legs } = given();
  legs.speak(voice);
  const [old, newer] = [new ScriptedLeg('call-1'), new ScriptedLeg('call-2')];
  legs.add(old);
  legs.add(newer);
  expect(old.peer.sent.at(-1)).toBeNull();
  expect(newer.peer.sent.at(-1)).toBe(voice);
  newer.end();
  expect(legs.current).toBe(old);
});

test('pain 1: sound that stays away for three seconds while the signalling lives is repaired', () => {
  const { legs, timers, broken } = given();
  const leg = new ScriptedLeg('call-1');
  legs.add(leg);
  leg.peer.become('up');
  leg.peer.become('interrupted');
  timers.pass(2_999);
  expect(broken()).toBe(0);
  timers.pass(1);
  expect(broken()).toBe(1);
});

test('a wireless handover that heals by itself is left alone', () => {
  const { legs, timers, broken } = given();
  const leg = new ScriptedLeg('call-1');
  legs.add(leg);
  leg.peer.become('interrupted');
  timers.pass(1_000);
  leg.peer.become('up');
  timers.pass(10_000);
  expect(broken()).toBe(0);
});

test('a leg of the lost line plays on until the gateway has put the call up anew, and no longer than five seconds', () => {
  const { legs, timers } = given();
  const [dead, alive] = [new ScriptedLeg('call-1'), new ScriptedLeg('call-2')];
  legs.add(dead);
  legs.lineIsNew();
  legs.add(alive);
  timers.pass(4_999);
  expect(dead.peer.state).toBe('connecting');
  timers.pass(1);
  expect(dead.peer.state).toBe('closed');
  expect(alive.peer.state).toBe('connecting');
});
