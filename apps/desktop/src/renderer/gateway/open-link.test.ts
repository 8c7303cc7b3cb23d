import { expect, test } from 'vitest';
import { casePeople } from '@ringside/shared/protocol/case-work';
import type { Goodbye, Snapshot } from '@ringside/shared/protocol/down';
import { snapshot } from '@ringside/shared/protocol/down';
import type { Problem } from '@ringside/shared/protocol/problem';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';
import type { Hello } from '@ringside/shared/protocol/up';
import { ManualTimers, settled } from '../testing/manual-timers.ts';
import type { DeskSocket, SocketListener } from './desk-socket.ts';
import type { LinkState } from './gateway-link.ts';
import { openLink } from './open-link.ts';

/** The gateway's end of the line, played by the test. */
class ScriptedLine implements DeskSocket {
  readonly hellos: Hello[] = [];
  readonly sent: { event: string; payload: unknown; answered: (answer: unknown) => void }[] = [];
  closed = 0;
  readonly page: SocketListener;
  constructor(page: SocketListener) {
    this.page = page;
  }
  connect(hello: Hello) {
    this.hellos.push(hello);
  }
  close() {
    this.closed += 1;
  }
  send(event: string, payload: unknown, answered: (answer: unknown) => void) {
    this.sent.push({ event, payload, answered });
  }
}

const snapshotAt = (seq: number, epoch = 'e1') => ({
  epoch,
  seq,
  serverTime: 1_000,
  me: { agentId: 'maya', name: 'Maya', userName: 'maya', language: 'en', roles: ['agent'], queueIds: [] },
  reference: {
    centreName: { en: 'C', 'zh-Hant': 'C', 'zh-Hans': 'C' },
    region: 'TW',
    timeZone: 'Asia/Taipei',
    currency: 'TWD',
    queues: [],
    skills: [],
    hotlines: [],
    notReadyReasons: [],
    presence: { warnBeforeMs: 60_000, missesAllowed: 1 },
    dispositions: [],
    categories: [],
    workflows: [],
    playbooks: [],
    causes: [],
    contracts: [],
    servicePoints: [],
    templates: [],
    families: [],
  },
  presence: { state: 'ready', since: 0 },
  contacts: [],
  tasks: [],
  promises: [],
  queues: [],
  myDay: {
    handled: 0,
    resolved: 0,
    resolvedAsked: 0,
    promisesKept: 0,
    promisesDue: 0,
    pleased: 0,
    felt: 0,
    handleMs: 0,
  },
  drafts: [],
  station: 'registered',
  supervision: null,
  alerts: [],
  duty: [],
  hands: [],
  messages: [],
  demo: null,
});
const frameAt = (seq: number) => ({
  seq,
  at: 2_000,
  event: { what: 'presence', presence: { state: 'ready', since: seq } },
});

function given({ token = 'token-1', takeOver = false }: { token?: string | null; takeOver?: boolean } = {}) {
  const timers = new ManualTimers();
  const lines: ScriptedLine[] = [];
  const heard = {
    states: [] as LinkState[],
    snapshots: [] as Snapshot[],
    seqs: [] as number[],
    goodbyes: [] as Goodbye['why'][],
    refusals: [] as Problem[],
  };
  const givenBack: string[] = [];
  let kept = token;
  let ids = 0;
  const link = openLink({
    http: {
      about: () => Promise.reject(new Error('not asked')),
      signIn: async (_userName, password) =>
        password === 'right'
          ? { ok: true, value: { token: 'token-2', expiresAt: 9_000, me: snapshot.parse(snapshotAt(1)).me } }
          : { ok: false, problem: { problem: 'wrongNameOrPassword' } },
      administer: () => Promise.reject(new Error('nobody administers here')),
      sound: () => Promise.reject(new Error('nobody listens here')),
      attach: () => Promise.reject(new Error('nobody attaches here')),
      file: () => Promise.reject(new Error('nobody reads files here')),
      signOut: async (ended) => void givenBack.push(ended),
    },
    openSocket: (_origin, page) => {
      const line = new ScriptedLine(page);
      lines.push(line);
      return line;
    },
    origin: 'https://gateway.example',
    stationId: 'station-1',
    token: {
      read: () => kept,
      keep: (value) => {
        kept = value;
      },
    },
    timers,
    random: () => 0,
    newId: () => `command-${(ids += 1)}`,
  });
  const isOpen = link.open(takeOver, {
    state: (state) => heard.states.push(state),
    snapshot: (snapshot) => heard.snapshots.push(snapshot),
    event: ({ seq }) => heard.seqs.push(seq),
    goodbye: ({ why }) => heard.goodbyes.push(why),
    refused: (problem) => heard.refusals.push(problem),
  });
  const line = (): ScriptedLine => lines.at(-1) as ScriptedLine;
  const up = (seq = 7) => {
    line().page.up();
    line().page.heard('snapshot', snapshotAt(seq));
  };
  return { link, timers, lines, line, heard, up, isOpen, givenBack, token: () => kept };
}

test('without a token no desk is opened', () => {
  const { isOpen, lines } = given({ token: null });
  expect(isOpen).toBe(false);
  expect(lines).toHaveLength(0);
});

test('the desk says who it is, and hears a snapshot and what follows it', () => {
  const { line, heard, up } = given({ takeOver: true });
  expect(line().hellos).toEqual([
    { protocol: PROTOCOL_VERSION, token: 'token-1', stationId: 'station-1', takeOver: true, after: null },
  ]);
  up();
  line().page.heard('event', frameAt(8));
  line().page.heard('event', frameAt(9));
  expect(heard.states).toEqual(['connecting', 'up']);
  expect(heard.snapshots.map(({ seq }) => seq)).toEqual([7]);
  expect(heard.seqs).toEqual([8, 9]);
});

test('after a cut the desk asks for what it missed, and does not take over a second time', () => {
  const { line, heard, up, timers } = given({ takeOver: true });
  up();
  line().page.heard('event', frameAt(8));
  line().page.down();
  timers.pass(0);
  expect(heard.states).toEqual(['connecting', 'up', 'lost']);
  expect(line().hellos[1]).toMatchObject({ takeOver: false, after: { epoch: 'e1', seq: 8 } });
  line().page.up();
  line().page.heard('event', frameAt(9));
  expect(heard.states.at(-1)).toBe('up');
  expect(heard.seqs).toEqual([8, 9]);
});

test('what is told twice is shown once', () => {
  const { line, heard, up } = given();
  up();
  line().page.heard('event', frameAt(8));
  line().page.heard('event', frameAt(8));
  line().page.heard('event', frameAt(7));
  expect(heard.seqs).toEqual([8]);
});

test('a gap in the numbers is never shown: the desk asks for a snapshot', () => {
  const { line, heard, up, timers } = given();
  up();
  line().page.heard('event', frameAt(10));
  expect(heard.seqs).toEqual([]);
  expect(line().closed).toBe(1);
  timers.pass(10_000);
  expect(line().hellos.at(-1)?.after).toBeNull();
});

test('a frame that cannot be read costs a snapshot; a second one ends it with a word', () => {
  const { line, heard, up, timers } = given();
  up();
  line().page.heard('event', { seq: 8, at: 1, event: { what: 'surprise' } });
  timers.pass(10_000);
  up(8);
  expect(heard.refusals).toEqual([]);
  line().page.heard('event', { seq: 9, at: 1, event: { what: 'surprise' } });
  expect(heard.refusals).toEqual([{ problem: 'protocolMismatch' }]);
  timers.pass(60_000);
  expect(line().hellos).toHaveLength(2);
});

test('a gateway that restarts is tried again and again, ever slower', () => {
  const { line, timers } = given();
  for (let i = 0; i < 4; i++) {
    line().page.refused(undefined);
    timers.pass(0);
  }
  expect(line().hellos).toHaveLength(2);
  timers.pass(5_000);
  expect(line().hellos.length).toBeGreaterThan(2);
});

test.each(['draining', 'internal'] as const)(
  'a gateway that says %s is tried again without a word to the agent',
  (word) => {
    const { line, heard, timers } = given();
    line().page.refused({ problem: word });
    timers.pass(1_000);
    expect(heard.refusals).toEqual([]);
    expect(line().hellos).toHaveLength(2);
  },
);

test('Maya is signed in elsewhere: she is asked, and her token is kept for the answer', () => {
  const { line, heard, timers, token } = given();
  line().page.refused({ problem: 'takenOver' });
  timers.pass(60_000);
  expect(heard.refusals).toEqual([{ problem: 'takenOver' }]);
  expect(line().hellos).toHaveLength(1);
  expect(token()).toBe('token-1');
});

test('a session that has ended is forgotten', () => {
  const { line, heard, token } = given();
  line().page.refused({ problem: 'sessionEnded' });
  expect(heard.refusals).toEqual([{ problem: 'sessionEnded' }]);
  expect(token()).toBeNull();
});

test('the older desk of a take-over says so and stays away', () => {
  const { line, heard, up, timers } = given();
  up();
  line().page.heard('goodbye', { why: 'takenOver' });
  line().page.down();
  timers.pass(60_000);
  expect(heard.goodbyes).toEqual(['takenOver']);
  expect(line().hellos).toHaveLength(1);
});

test('a gateway that drains is come back to', () => {
  const { line, heard, up, timers } = given();
  up();
  line().page.heard('goodbye', { why: 'draining' });
  line().page.down();
  timers.pass(5_000);
  expect(heard.goodbyes).toEqual(['draining']);
  expect(line().hellos).toHaveLength(2);
});

test('Maya presses Ready during a cut: the same command goes out after it, under the same id', async () => {
  const { link, line, up, timers } = given();
  up();
  const reply = link.command({ do: 'presence.ready' });
  line().page.down();
  timers.pass(0);
  line().page.up();
  const [first, second] = line().sent;
  expect(first?.payload).toEqual({ id: 'command-1', command: { do: 'presence.ready' } });
  expect(second?.payload).toEqual(first?.payload);
  second?.answered({ ok: true, value: null });
  expect(await reply).toEqual({ ok: true, value: null });
});

test('a command that found no gateway for ten seconds comes back as noConnection', async () => {
  const { link, timers } = given();
  const reply = link.command({ do: 'presence.ready' });
  timers.pass(10_000);
  expect(await reply).toEqual({ ok: false, problem: { problem: 'noConnection' } });
});

test('answers that do not match what was asked are a problem, not a crash', async () => {
  const { link, line, up } = given();
  up();
  const query = link.query({ ask: 'case.people' }, casePeople);
  const command = link.command({ do: 'presence.ready' });
  line().sent[0]?.answered({ ok: true, value: 'no list' });
  line().sent[1]?.answered('no reply');
  expect(await query).toEqual({ ok: false, problem: { problem: 'badMessage' } });
  expect(await command).toEqual({ ok: false, problem: { problem: 'badMessage' } });
});

test('after sleep the line is made anew at once, whatever it believes', () => {
  const { link, line, up, timers } = given();
  up();
  link.renew();
  timers.pass(0);
  expect(line().closed).toBe(1);
  expect(line().hellos).toHaveLength(2);
});

test('signing out forgets the token and ends what is still waiting', async () => {
  const { link, line, up, timers, token } = given();
  up();
  const waiting = link.command({ do: 'presence.ready' });
  await link.signOut();
  await settled();
  timers.pass(60_000);
  expect(token()).toBeNull();
  expect(line().closed).toBe(1);
  expect(line().hellos).toHaveLength(1);
  expect(await waiting).toEqual({ ok: false, problem: { problem: 'noConnection' } });
});

test('"Stay there" in a tab that was copied leaves the session to the tab that works with it', async () => {
  const { link, line, token, givenBack } = given();
  await link.stayAway();
  expect(token()).toBeNull();
  expect(line().closed).toBe(1);
  expect(givenBack).toEqual([]);
});

test('"Stay there" gives back a token that was fetched for nothing', async () => {
  const { link, token, givenBack } = given({ token: null });
  await link.signIn('maya', 'right');
  await link.stayAway();
  expect(token()).toBeNull();
  expect(givenBack).toEqual(['token-2']);
});
