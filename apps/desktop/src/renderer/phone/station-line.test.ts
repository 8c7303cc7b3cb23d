import { expect, test } from 'vitest';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import { ManualTimers, settled } from '../testing/manual-timers.ts';
import type { PhoneState } from './phone.ts';
import type { SipLine, SipLineListener } from './sip-line.ts';
import { keepRegistered } from './station-line.ts';

class ScriptedLine implements SipLine {
  checks = 0;
  closes: boolean[] = [];
  renewed: string[] = [];
  readonly credentials: StationCredentials;
  readonly webSocketUrl: string;
  readonly phone: SipLineListener;
  constructor(credentials: StationCredentials, webSocketUrl: string, phone: SipLineListener) {
    this.credentials = credentials;
    this.webSocketUrl = webSocketUrl;
    this.phone = phone;
  }
  check() {
    this.checks += 1;
  }
  renew({ secret }: StationCredentials) {
    this.renewed.push(secret);
  }
  async close(byeFirst: boolean) {
    this.closes.push(byeFirst);
  }
}

async function given(minutesValid = 10) {
  const timers = new ManualTimers();
  const lines: ScriptedLine[] = [];
  const states: PhoneState['registration'][] = [];
  let given = 0;
  const gateway = { isReached: true };
  const station = keepRegistered(
    {
      openLine: (credentials, url, _track, listener) => {
        const line = new ScriptedLine(credentials, url, listener);
        lines.push(line);
        return line;
      },
      timers,
      random: () => 0,
      absolute: (path) => `wss://gateway.example${path}`,
      now: () => timers.now,
      track: () => null,
    },
    async () =>
      gateway.isReached
        ? {
            address: 'sip:station-1@ringside',
            userName: 'station-1',
            secret: `secret-${(given += 1)}`,
            webSocketUrl: '/sip',
            expiresAt: timers.now + minutesValid * 60_000,
          }
        : null,
    { registration: (state) => states.push(state), leg: () => undefined },
  );
  await settled();
  const pass = async (milliseconds: number) => {
    timers.pass(milliseconds);
    await settled();
  };
  return { station, lines, states, gateway, pass, line: () => lines.at(-1) as ScriptedLine };
}

test('a station registers with the credentials of its session', async () => {
  const { lines, states, line } = await given();
  line().phone.registered();
  expect(line().webSocketUrl).toBe('wss://gateway.example/sip');
  expect(lines).toHaveLength(1);
  expect(states).toEqual(['connecting', 'registered']);
});

test('a line that is lost is replaced by a new one with new credentials', async () => {
  const { line, lines, states, pass } = await given();
  line().phone.registered();
  line().phone.lost('disconnected');
  expect(lines[0]?.closes).toEqual([false]);
  await pass(1_000);
  expect(lines).toHaveLength(2);
  expect(line().credentials.secret).toBe('secret-2');
  line().phone.registered();
  expect(states.at(-1)).toBe('registered');
});

test('what an old line still says means nothing', async () => {
  const { lines, line, states, pass } = await given();
  line().phone.lost('disconnected');
  await pass(1_000);
  line().phone.registered();
  lines[0]?.phone.lost('noAnswer');
  expect(states.at(-1)).toBe('registered');
  expect(line().closes).toEqual([]);
});

test('credentials that were refused show as failed, and new ones are tried', async () => {
  const { line, lines, states, pass } = await given();
  line().phone.lost('denied');
  expect(states.at(-1)).toBe('failed');
  await pass(1_000);
  expect(lines).toHaveLength(2);
});

test('without the gateway the station keeps trying, and comes back when it is there', async () => {
  const { line, lines, gateway, pass } = await given();
  gateway.isReached = false;
  line().phone.lost('disconnected');
  await pass(60_000);
  expect(lines).toHaveLength(1);
  gateway.isReached = true;
  await pass(5_000);
  expect(lines).toHaveLength(2);
});

test('credentials are renewed before they run out, on the same connection', async () => {
  const { line, lines, pass } = await given(10);
  line().phone.registered();
  await pass(9 * 60_000 + 1);
  expect(lines).toHaveLength(1);
  expect(line().renewed).toEqual(['secret-2']);
  await pass(9 * 60_000 + 1);
  expect(line().renewed).toEqual(['secret-2', 'secret-3']);
});

test('pain 4: after sleep the registration is checked, or made at once where there is none', async () => {
  const { station, line, lines, gateway, pass } = await given();
  station.check();
  expect(line().checks).toBe(1);
  gateway.isReached = false;
  line().phone.lost('noAnswer');
  await pass(20_000);
  gateway.isReached = true;
  station.check();
  await settled();
  expect(lines).toHaveLength(2);
});

test('broken media under a living line: the line is dropped without a BYE, so that the gateway puts the leg up anew', async () => {
  const { station, lines, pass } = await given();
  station.renew();
  expect(lines[0]?.closes).toEqual([false]);
  await pass(1_000);
  expect(lines).toHaveLength(2);
});

test('signing out says goodbye and ends it', async () => {
  const { station, lines, states, pass } = await given();
  await station.close();
  expect(lines[0]?.closes).toEqual([true]);
  lines[0]?.phone.lost('disconnected');
  await pass(60_000);
  expect(lines).toHaveLength(1);
  expect(states.at(-1)).toBe('off');
});
