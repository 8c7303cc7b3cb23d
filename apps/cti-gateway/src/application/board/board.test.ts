import { noAgentCounts } from '@ringside/shared/model/agent-counts';
import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import type { BoardMessage } from '@ringside/shared/protocol/board';
import { boardMessage } from '@ringside/shared/protocol/board';
import { queueReport } from '@ringside/shared/protocol/report';
import { expect, test } from 'vitest';
import { billing, chensNumber, li, maya, noor, okaforsNumber, service } from '../../testing/cast.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

type All = Extract<BoardMessage, { kind: 'all' }>;

/** What a desk that was told all this shows now. */
function shown(messages: readonly BoardMessage[]) {
  const last = messages.findLastIndex(({ kind }) => kind === 'all');
  const all = messages[last] as All;
  const rows = {
    queues: new Map(all.queues.map((row) => [row.queueId as string, row])),
    agents: new Map(all.agents.map((row) => [row.agentId as string, row])),
    calls: new Map(all.calls.map((row) => [row.callId as string, row])),
  };
  const put = <Row extends object>(into: Map<string, Row>, key: string, patch: object) =>
    into.set(key, { ...into.get(key), ...patch } as Row);
  for (const message of messages.slice(last + 1)) {
    if (message.kind === 'all') continue;
    for (const row of message.queues) put(rows.queues, row.queueId, row);
    for (const row of message.agents) put(rows.agents, row.agentId, row);
    for (const row of message.calls) put(rows.calls, row.callId, row);
    for (const callId of message.gone.calls) rows.calls.delete(callId);
  }
  return rows;
}

async function watching(supervisor: SeatedAgent): Promise<SeatedAgent> {
  await supervisor.do({ do: 'board.watch' });
  return supervisor;
}

test('BOARD-1 Noor sees Mr Okafor wait, ring, talk and go, each within a second', async () => {
  const rig = await openRig();
  const noors = await watching(await rig.enter(noor));
  const board = () => shown(noors.screen.boards);
  expect(board().queues.get(service)?.waiting).toBe(0);

  const callId = await rig.callIn({ from: okaforsNumber });
  await rig.advance(seconds(1));
  expect(board().queues.get(service)).toMatchObject({ waiting: 1, counts: { offered: 1, answered: 0 } });
  expect(board().calls.get(callId)).toMatchObject({
    state: 'waiting',
    who: 'Amara Okafor',
    queueId: service,
  });

  const mayas = await rig.seatReady(maya);
  await rig.advance(seconds(1));
  expect(board().calls.get(callId)).toMatchObject({ state: 'ringing', agentId: 'maya' });
  expect(board().agents.get('maya')).toMatchObject({ state: 'reserved', callId, reachable: true });

  await rig.answer(mayas);
  await rig.advance(seconds(1));
  expect(board().calls.get(callId)).toMatchObject({ state: 'talking', waitsSince: null });
  expect(board().queues.get(service)).toMatchObject({
    waiting: 0,
    longestSince: null,
    inProgress: 1,
    counts: { offered: 1, answered: 1, answeredWithin: 1, answeredWaitMs: 2_000 },
    states: { onCall: 1 },
  });

  await rig.hangUp(callId);
  await mayas.do({
    do: 'wrapUp.dispose',
    callId,
    disposition: { disposition: 'solved', resolved: true, feeling: 'pleased', note: '' },
  });
  await mayas.do({ do: 'wrapUp.done', callId });
  await rig.advance(seconds(1));
  expect(board().calls.has(callId)).toBe(false);
  expect(board().agents.get('maya')?.day).toMatchObject({ handled: 1, resolved: 1, resolvedAsked: 1 });
});

test('BOARD-1 the numbers follow one another, the messages keep to the protocol, and a quiet second says nothing', async () => {
  const rig = await openRig();
  const noors = await watching(await rig.enter(noor));
  for (let call = 0; call < 3; call += 1) {
    await rig.callIn({ from: null });
    await rig.advance(seconds(1));
  }
  await rig.advance(seconds(5));
  const { boards } = noors.screen;
  expect(boards.map(({ n }) => n - (boards[0]?.n ?? 0))).toEqual([0, 1, 2, 3]);
  for (const message of boards)
    expect(boardMessage.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
});

test('BOARD-1 who begins to watch late sees what the others see, in the same numbering', async () => {
  const rig = await openRig();
  const noors = await watching(await rig.enter(noor));
  const ana = { ...noor, agentId: asId<'agent'>('ana'), userName: 'ana', name: 'Ana' };
  await rig.store.commit([{ put: 'agent', agent: ana, passwordHash: 'hash of ana' }]);
  await rig.callIn({ from: chensNumber });
  const anas = await watching(await rig.enter(ana));
  await rig.callIn({ from: null });
  await rig.advance(seconds(1));
  expect(shown(anas.screen.boards)).toEqual(shown(noors.screen.boards));
  expect(anas.screen.boards.at(-1)?.n).toBe(noors.screen.boards.at(-1)?.n);
});

test('BOARD-2 an agent may not watch the floor', async () => {
  const rig = await openRig();
  const mayas = await rig.enter(maya);
  expect(await mayas.try({ do: 'board.watch' })).toMatchObject({
    ok: false,
    refusal: { problem: 'notAllowed' },
  });
  expect(mayas.screen.boards).toEqual([]);
});

test('BOARD-2 an administrator sees that somebody calls, and not who', async () => {
  const rig = await openRig();
  const root = { ...noor, agentId: asId<'agent'>('root'), userName: 'root', roles: ['admin' as const] };
  await rig.store.commit([{ put: 'agent', agent: root, passwordHash: 'hash of root' }]);
  const callId = await rig.callIn({ from: okaforsNumber });
  const roots = await watching(await rig.enter(root));
  expect(shown(roots.screen.boards).calls.get(callId)).toMatchObject({
    state: 'waiting',
    who: '',
    topic: null,
  });
});

test('BOARD-2 watching ends with the session', async () => {
  const rig = await openRig();
  const noors = await watching(await rig.enter(noor));
  await rig.advance(minutes(12 * 60 + 1));
  const before = noors.screen.boards.length;
  await rig.callIn({ from: null });
  await rig.advance(seconds(5));
  expect(noors.screen.boards).toHaveLength(before);
});

test('BOARD-3 nobody looks, nothing is worked out: without a watcher no timer runs', async () => {
  const rig = await openRig();
  const noors = await watching(await rig.enter(noor));
  await noors.do({ do: 'board.unwatch' });
  const before = noors.screen.boards.length;
  await rig.callIn({ from: null });
  await rig.advance(seconds(5));
  expect(noors.screen.boards).toHaveLength(before);
});

test('BOARD-5 after a restart today’s figures are those from before', async () => {
  const rig = await openRig();
  const mayas = await rig.seatReady(maya);
  const callId = await rig.callIn({ from: okaforsNumber });
  await rig.answer(mayas);
  await rig.hangUp(callId);
  await rig.callIn({ from: null, to: 'billing' });
  const before = await watching(await rig.enter(noor));
  const was = shown(before.screen.boards);
  await rig.restart([]);
  const after = await watching(await rig.enter(noor));
  const is = shown(after.screen.boards);
  expect(is.queues.get(service)?.counts).toEqual(was.queues.get(service)?.counts);
  expect(is.agents.get('maya')?.day).toMatchObject({ handled: 1 });
  // 陳大文's call was cut off with the old process
  expect(is.queues.get(billing)?.counts).toMatchObject({ offered: 1, lost: 1 });
});

test('BOARD-7 Noor’s layout is there at her next desk', async () => {
  const rig = await openRig();
  const first = await rig.enter(noor);
  await first.do({ do: 'setting.keep', about: 'board', text: '{"sort":"wait"}' });
  const second = await rig.enter(noor, { stationId: asId('elsewhere'), takeOver: true });
  expect(await second.ask({ ask: 'setting.read', about: 'board' })).toEqual({
    ok: true,
    value: '{"sort":"wait"}',
  });
});

test('REP-1 REP-3 the day’s report and the board agree, and behind each figure stand its calls', async () => {
  const rig = await openRig();
  const lis = await rig.seatReady(li);
  const answered = await rig.callIn({ from: okaforsNumber });
  await rig.advance(seconds(3));
  await rig.answer(lis);
  const gaveUp = await rig.callIn({ from: chensNumber });
  await rig.advance(seconds(9));
  await rig.hangUp(gaveUp);
  const waits = await rig.callIn({ from: null });
  await settle();
  const noors = await watching(await rig.enter(noor));
  const date = new Date(rig.clock.now()).toISOString().slice(0, 10);
  const reply = await noors.ask({ ask: 'report.queues', date, minutes: 30 });
  const report = queueReport.parse(reply.ok ? reply.value : null);
  const mine = report.queues.find(({ queueId }) => queueId === service);
  expect(mine?.day).toMatchObject({ offered: 3, answered: 1, abandoned: 1 });
  const { longestWaitMs: _now, ...live } = shown(noors.screen.boards).queues.get(service)?.counts ?? {
    longestWaitMs: 0,
  };
  expect(mine?.day).toMatchObject(live);
  const behind = async (what: 'offered' | 'answered' | 'abandoned') => {
    const asked = {
      ask: 'report.calls',
      from: report.from,
      until: report.until,
      queueId: service,
      agentId: null,
    } as const;
    const calls = await noors.ask({ ...asked, behind: what, skip: 0 });
    return (calls.ok ? (calls.value as { calls: { callId: string }[] }) : { calls: [] }).calls.map(
      (call) => call.callId,
    );
  };
  expect(await behind('answered')).toEqual([answered]);
  expect(await behind('abandoned')).toEqual([gaveUp]);
  expect((await behind('offered')).toSorted()).toEqual([answered, gaveUp, waits].toSorted());
});

test('REP-4 Maya may read her own day and nobody else’s', async () => {
  const rig = await openRig();
  const mayas = await rig.enter(maya);
  const date = new Date(rig.clock.now()).toISOString().slice(0, 10);
  const day = { ask: 'report.agents', date, minutes: 60 } as const;
  expect(await mayas.ask({ ...day, agentId: maya.agentId })).toMatchObject({
    ok: true,
    value: { agents: [{ agentId: 'maya', day: noAgentCounts }] },
  });
  const refused = { ok: false, refusal: { problem: 'notAllowed' } };
  expect(await mayas.ask({ ...day, agentId: li.agentId })).toMatchObject(refused);
  expect(await mayas.ask({ ...day, agentId: null })).toMatchObject(refused);
  expect(await mayas.ask({ ask: 'report.queues', date, minutes: 60 })).toMatchObject(refused);
});

test('REP-1 a date that does not exist is refused', async () => {
  const rig = await openRig();
  const noors = await rig.enter(noor);
  expect(await noors.ask({ ask: 'report.queues', date: '2026-02-31', minutes: 15 })).toMatchObject({
    ok: false,
    refusal: { problem: 'badMessage' },
  });
});
