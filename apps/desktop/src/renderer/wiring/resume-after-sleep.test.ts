import type { Command } from '@ringside/shared/protocol/up';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useDesk } from '../desk.ts';
import type { AudioTest, PhoneState } from '../phone/phone.ts';
import { useSelfTest } from '../self-test.ts';
import { ManualTimers, settled } from '../testing/manual-timers.ts';
import { resumeAfterSleep } from './resume-after-sleep.ts';

type DeskState = NonNullable<ReturnType<typeof useDesk.getState>['desk']>;

const desk = (part: Partial<DeskState>): void =>
  useDesk.setState(({ desk: before }) => ({ desk: { ...(before as DeskState), ...part } }));
const resuming = { state: 'notReady', since: 1, reason: 'resuming' } as const;

function atMayas(
  outcomes: AudioTest[],
  registration: PhoneState['registration'] = 'registered',
  confirms: boolean[] = [],
) {
  const told: Command['do'][] = [];
  const timers = new ManualTimers();
  let heard: (event: 'suspend' | 'resume') => void = () => undefined;
  let phoneChanged = (): void => undefined;
  const state = { registration } as PhoneState;
  stop = resumeAfterSleep({
    link: {
      command: (command) => {
        told.push(command.do);
        if (command.do === 'presence.asleep') desk({ presence: resuming });
        if (command.do === 'presence.awake') desk({ presence: { state: 'ready', since: 2 } });
        return Promise.resolve({ ok: true, value: null });
      },
    },
    phone: {
      get state() {
        return state;
      },
      subscribe: (changed) => {
        phoneChanged = changed;
        return () => undefined;
      },
      confirmLine: () => Promise.resolve(confirms.shift() ?? true),
      testAudio: () => Promise.resolve(outcomes.shift() ?? 'passed'),
    },
    platform: {
      onPower: (hear) => {
        heard = hear;
        return () => undefined;
      },
    },
    timers,
  });
  const register = (): void => {
    Object.assign(state, { registration: 'registered' });
    phoneChanged();
  };
  return { told, timers, register, power: (event: 'suspend' | 'resume') => heard(event) };
}

let stop = (): void => undefined;
afterEach(() => stop());

beforeEach(() => {
  useDesk.setState({ desk: null });
  desk({
    duty: [],
    link: 'up',
    station: 'registered',
    presence: { state: 'ready', since: 1 },
    me: { roles: ['agent'] } as unknown as DeskState['me'],
  });
});

test('PRES-12 Maya’s laptop wakes: the gateway hears of it, all is tested, and she is Ready again', async () => {
  const { told, power } = atMayas(['passed']);
  power('resume');
  await settled();
  expect(told).toEqual(['presence.asleep', 'presence.awake']);
  expect(useSelfTest.getState().test).toBe('none');
});

test('PRES-12 the test waits until the telephone is registered', async () => {
  const { told, power, register } = atMayas(['passed'], 'connecting');
  power('resume');
  await settled();
  expect(useSelfTest.getState().test).toBe('line');
  expect(told).toEqual(['presence.asleep']);
  register();
  await settled();
  expect(told).toEqual(['presence.asleep', 'presence.awake']);
});

test('PRES-12 a telephone that only looks registered is no telephone: its line is confirmed first', async () => {
  const { told, power, timers } = atMayas(['passed'], 'registered', [false, true]);
  power('resume');
  await settled();
  expect(useSelfTest.getState().test).toBe('line');
  expect(told).toEqual(['presence.asleep']);
  timers.pass(3_000);
  await settled();
  expect(told).toEqual(['presence.asleep', 'presence.awake']);
});

test('PRES-12 what does not work is said, and tried again until it does', async () => {
  const { told, power, timers } = atMayas(['silent', 'silent', 'passed']);
  power('suspend');
  await settled();
  expect(useSelfTest.getState().test).toBe('silent');
  timers.pass(3_000);
  await settled();
  expect(told).toEqual(['presence.asleep']);
  timers.pass(3_000);
  await settled();
  expect(told).toEqual(['presence.asleep', 'presence.awake']);
});

test('PRES-12 a page that is loaded anew while its agent is resuming tests, too', async () => {
  desk({ presence: resuming });
  const { told } = atMayas(['passed']);
  await settled();
  expect(told).toEqual(['presence.awake']);
});

test('who takes no calls has nothing to test', async () => {
  desk({ me: { roles: ['admin'] } as unknown as DeskState['me'] });
  const { told, power } = atMayas([]);
  power('resume');
  await settled();
  expect(told).toEqual([]);
});
