import type { BoardMessage } from '@ringside/shared/protocol/board';
import type { Command } from '@ringside/shared/protocol/up';
import { expect, test } from 'vitest';
import { ManualTimers } from '../testing/manual-timers.ts';
import { boardLine } from './board-line.ts';

const rows = { queues: [], agents: [], calls: [] };
const all = (n: number, run = 'a') => ({ kind: 'all', run, n, at: 5, ...rows }) as const;
const changes = (n: number, run = 'a') =>
  ({ kind: 'changes', run, n, at: 6, ...rows, gone: { ...rows } }) as const;

function openBoard() {
  const timers = new ManualTimers();
  const told: Command['do'][] = [];
  const heard: string[] = [];
  const line = boardLine(async (command) => {
    told.push(command.do);
    return { ok: true, value: null };
  }, timers);
  const say = (message: BoardMessage) => line.heard(new TextEncoder().encode(JSON.stringify(message)).buffer);
  const stop = line.watch(({ kind, n }) => heard.push(`${kind} ${n}`));
  return { line, timers, told, heard, say, stop };
}

test('BOARD-1 Noor’s page asks for the floor and takes what follows in order', () => {
  const { told, heard, say, stop } = openBoard();
  say(all(7));
  say(changes(8));
  expect(told).toEqual(['board.watch']);
  expect(heard).toEqual(['all 7', 'changes 8']);
  stop();
  say(changes(9));
  expect(told).toEqual(['board.watch', 'board.unwatch']);
  expect(heard).toHaveLength(2);
});

test.each([
  ['a number is missing', changes(9)],
  ['the gateway was started anew', changes(8, 'b')],
])('BOARD-1 when %s the page asks for everything again, and shows nothing in between', (_, odd) => {
  const { told, heard, say, timers } = openBoard();
  say(all(7));
  timers.pass(2_000);
  say(odd);
  say(changes(10));
  expect(told).toEqual(['board.watch', 'board.watch']);
  expect(heard).toEqual(['all 7']);
  say(all(11));
  say(changes(12));
  expect(heard).toEqual(['all 7', 'all 11', 'changes 12']);
});

test('BOARD-1 after the connection was gone the page watches again', () => {
  const { line, told, say } = openBoard();
  say(all(7));
  line.lineIsUp();
  expect(told).toEqual(['board.watch', 'board.watch']);
});

test('BOARD-1 what is no message of the board does not break the page', () => {
  const { line, heard, say, timers, told } = openBoard();
  line.heard('nonsense');
  line.heard(new TextEncoder().encode('{"kind":"else"}'));
  expect(told).toHaveLength(1);
  timers.pass(2_000);
  expect(told).toHaveLength(2);
  say(all(1));
  expect(heard).toEqual(['all 1']);
});
