import type { AgentId, CallId, OfferId, StationId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Presence } from '@ringside/shared/model/presence';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Hello, Query } from '@ringside/shared/protocol/up';
import type { Settings } from '../application/settings.ts';
import { defaultTimings } from '../application/settings.ts';
import type { DeskDemo } from '../application/desks.ts';
import type { RunningGateway } from '../compose.ts';
import { compose } from '../compose.ts';
import type { Agent } from '../domain/agent/agent.ts';
import { centreReader } from '../config/centre-reader.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { CentreDocument } from '../domain/centre/centre-document.ts';
import type { DeskConnection } from '../ports/desk.ts';
import type { CallingParty, SwitchEvent } from '../ports/switch.ts';
import { centre, chen, li, maya, noor, okafor, okaforsNumber } from './cast.ts';
import {
  createFakeIds,
  createFakeLog,
  createFakeRecordings,
  fakeNumbering,
  fakeSecrets,
} from './fake-ports.ts';
import { createFakeAttachments, createFakeMail } from './fake-mail.ts';
import { createFakeCalendars } from './fake-calendars.ts';
import { createFakePrompts } from './fake-prompts.ts';
import type { FakeScreen } from './fake-screen.ts';
import { createFakeScreen } from './fake-screen.ts';
import type { FakeSwitch } from './fake-switch.ts';
import { createFakeSwitch } from './fake-switch.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryStore } from './memory-store.ts';

export const testSettings: Settings = {
  version: '0.0.0',
  protocol: 1,
  realm: 'ringside.test',
  stationWebSocketUrl: '/sip',
  publicUrl: 'https://ringside.test',
  dialling: {
    trunkId: asId('trunk'),
    presented: '+886800111222',
    wrapUpMode: 'timedOptional',
    allowedPrefixes: ['+8869', '+8862'],
  },
  timings: defaultTimings,
};

/** Sounds that callers of the cast may hear. */
const testSounds: ReadonlySet<string> = new Set(
  [
    'welcome',
    'menu',
    'key-in',
    'we-are-closed',
    'goodbye',
    'all-agents-busy',
    'please-hold',
    'closed-holiday',
    'closed-emergency',
    'not-understood',
  ].flatMap((stem) => [`${stem}-en`, `${stem}-zh-Hant`]),
);

export interface SeatedAgent {
  readonly agentId: AgentId;
  readonly stationId: StationId;
  readonly screen: FakeScreen;
  readonly desk: DeskConnection;
  readonly token: string;
  /** does it, and expects it to be done */
  do(command: Command): Promise<unknown>;
  try(command: Command): Promise<Result<unknown, Problem>>;
  ask(query: Query): Promise<Result<unknown, Problem>>;
  presence(): Presence;
}

/** A whole gateway on fakes, with the cast in it, on a clock that stands until it is moved. */
export async function openRig(
  changed: {
    settings?: Partial<Settings>;
    demo?: DeskDemo;
    /** null: no mail server is set up */
    mail?: null;
    centre?: Partial<Centre>;
    centreDocument?: CentreDocument;
  } = {},
) {
  const clock = createManualClock(Date.UTC(2026, 10, 21, 2));
  const store = createMemoryStore();
  const ids = createFakeIds();
  const fakePrompts = createFakePrompts();
  const log = createFakeLog();
  const recordings = createFakeRecordings();
  const attachments = createFakeAttachments();
  const mail = createFakeMail();
  const calendars = createFakeCalendars();
  let centreDocument = changed.centreDocument ?? null;
  let telephony = createFakeSwitch();
  /** a process that was killed neither looks at its clock nor writes any more */
  let life = { isOver: false };
  let gateway = start(telephony);
  let commands = 0;
  let calls = 0;
  for (const agent of [maya, li, noor]) {
    await store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  }
  await store.commit([okafor, chen].map((customer) => ({ put: 'customer', customer })));
  await gateway.start();

  function start(on: FakeSwitch): RunningGateway {
    const settings = { ...testSettings, ...changed.settings };
    const demo = changed.demo ?? null;
    const mine = { isOver: false };
    life = mine;
    return compose({
      settings,
      centre: { ...centre, ...changed.centre },
      store: new Proxy(store, {
        get: (target, name) =>
          name === 'commit' && mine.isOver ? () => new Promise(() => undefined) : Reflect.get(target, name),
      }),
      telephony: on,
      clock: {
        now: clock.now,
        after: (wait, then) => clock.after(wait, () => (mine.isOver ? undefined : then())),
      },
      ids,
      log,
      numbering: fakeNumbering,
      secrets: fakeSecrets,
      centreReader,
      centreDocument,
      prompts: fakePrompts,
      recordings,
      attachments,
      mail: changed.mail === null ? null : mail,
      calendars,
      sounds: testSounds,
      demo,
    });
  }

  async function advance(by: Milliseconds): Promise<void> {
    await settle();
    clock.advance(by);
    await settle();
  }

  /** The same database under a new process; `surviving` calls live on in the switch, the file may say something else. */
  async function restart(surviving: readonly CallId[], file = centreDocument): Promise<void> {
    await gateway.stop();
    centreDocument = file;
    telephony = createFakeSwitch();
    for (const callId of surviving) telephony.surviving.add(callId);
    gateway = start(telephony);
    await gateway.start();
    await settle();
  }

  /** The process is killed, whatever it was doing, and started again over the same database. */
  async function crash(): Promise<void> {
    life.isOver = true;
    telephony = createFakeSwitch();
    gateway = start(telephony);
    await gateway.start();
    await settle();
  }

  async function enter(agent: Agent, hello: Partial<Hello> = {}): Promise<SeatedAgent> {
    const { agentId, userName } = agent;
    const signedIn = await gateway.desk.signIn({ userName, password: userName, from: '127.0.0.1' });
    if (!signedIn.ok) throw new Error(signedIn.refusal.problem);
    return visit(agentId, { token: signedIn.value.token, ...hello });
  }

  async function visit(agentId: AgentId, hello: Partial<Hello> & { token: string }): Promise<SeatedAgent> {
    const screen = createFakeScreen();
    const stationId = hello.stationId ?? asId<'station'>(`${agentId}-desk`);
    const whole: Hello = { protocol: 1, takeOver: false, after: null, ...hello, stationId };
    const opened = await gateway.desk.open(whole, screen);
    if (!opened.ok) throw new Error(opened.refusal.problem);
    const desk = opened.value;
    const attempt = async (command: Command): Promise<Result<unknown, Problem>> => {
      const result = await desk.command(`command-${(commands += 1)}`, command);
      await settle();
      return result;
    };
    return {
      agentId,
      stationId,
      screen,
      desk,
      token: hello.token,
      try: attempt,
      do: async (command) => {
        const result = await attempt(command);
        if (!result.ok) throw new Error(`${command.do}: ${result.refusal.problem}`);
        return result.value;
      },
      ask: (query) => desk.query(query),
      presence: () =>
        screen.of('presence').at(-1)?.presence ?? (screen.snapshots.at(-1)?.presence as Presence),
    };
  }

  /** Signs in, registers the station and goes Ready. */
  async function seatReady(agent: Agent): Promise<SeatedAgent> {
    const seated = await enter(agent);
    await happens({ type: 'stationUp', stationId: seated.stationId });
    await seated.do({ do: 'presence.ready' });
    return seated;
  }

  async function happens(event: SwitchEvent): Promise<void> {
    telephony.happens(event);
    await settle();
  }

  /** A customer dials; gives the call. */
  async function callIn(
    call: {
      from?: string | null;
      to?: string;
      party?: Partial<CallingParty>;
      passed?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<CallId> {
    const callId = asId<'call'>(`call-${String((calls += 1)).padStart(4, '0')}`);
    const number = call.from === undefined ? okaforsNumber : call.from;
    await happens({
      type: 'delivered',
      callId,
      legId: asId(`${callId}-customer`),
      trunkId: asId('trunk'),
      from: { number, display: '', withheld: number === null, ...call.party },
      dialled: call.to ?? 'service',
      passed: call.passed ?? {},
      at: clock.now(),
    });
    return callId;
  }

  const legUp = (callId: CallId) =>
    happens({ type: 'established', callId, legId: telephony.lastLeg(callId) });

  const hangUp = (callId: CallId) =>
    happens({
      type: 'connectionCleared',
      callId,
      legId: asId(`${callId}-customer`),
      party: 'caller',
      by: 'caller',
      cause: 'normal',
    });

  const loseLeg = (callId: CallId) =>
    happens({
      type: 'connectionCleared',
      callId,
      legId: telephony.lastLeg(callId),
      party: 'agent',
      by: 'agent',
      cause: 'lost',
    });

  function offerTo(agent: SeatedAgent): { callId: CallId; offerId: OfferId } {
    const { callId, state } = agent.screen.lastContact();
    if (state.is !== 'offered') throw new Error(`The contact is ${state.is}`);
    return { callId, offerId: state.offerId };
  }

  /** The agent's leg comes up and they press Answer. */
  async function answer(agent: SeatedAgent): Promise<CallId> {
    const offer = offerTo(agent);
    await legUp(offer.callId);
    await agent.do({ do: 'offer.accept', ...offer });
    return offer.callId;
  }

  return {
    clock,
    store,
    log,
    recordings,
    attachments,
    mail,
    calendars,
    advance,
    restart,
    crash,
    enter,
    visit,
    seatReady,
    happens,
    callIn,
    legUp,
    hangUp,
    loseLeg,
    offerTo,
    answer,
    get telephony() {
      return telephony;
    },
    get gateway() {
      return gateway;
    },
  };
}

export type Rig = Awaited<ReturnType<typeof openRig>>;

/** Lets everything that is under way without a timer come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}
