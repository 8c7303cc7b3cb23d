import { expect, test } from 'vitest';
import { asks } from '../ipc/channels.ts';
import type { Answers, SenderEvent } from './door.ts';
import { message, openDoor } from './door.ts';

/** ipcMain, as far as the door needs it. */
class ScriptedIpc {
  readonly answers = new Map<string, (event: SenderEvent, request: unknown) => Promise<unknown>>();
  handle(channel: string, answer: (event: SenderEvent, request: unknown) => Promise<unknown>) {
    this.answers.set(channel, answer);
  }
  ask(channel: string, request: unknown, event: SenderEvent = deskPage) {
    return this.answers.get(channel)?.(event, request);
  }
}
const page = (id: number, url: string, parent: unknown = null): SenderEvent => ({
  sender: { id },
  senderFrame: { url, parent },
});
const deskPage = page(1, 'app://ringside/');
const miniPage = page(2, 'app://ringside/mini/mini.html');

function pdf(bytes: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(bytes);
  made.set(new TextEncoder().encode('%PDF-1.7'));
  return made;
}

function given(answers: Partial<Answers> = {}) {
  const ipc = new ScriptedIpc();
  const asked: string[] = [];
  const usual = Object.fromEntries(
    asks.map((name) => [name, () => void asked.push(name)]),
  ) as unknown as Answers;
  openDoor(ipc, (id) => (id === 1 ? 'desk' : id === 2 ? 'mini' : null), { ...usual, ...answers });
  return { ipc, asked };
}

test('every channel of the contract has its door', () => {
  expect([...given().ipc.answers.keys()]).toEqual([...asks]);
});

test('the desk’s page gets an answer', async () => {
  const { ipc } = given({ gatewayUrl: () => 'https://gateway.example' });
  expect(await ipc.ask('gatewayUrl', undefined)).toBe('https://gateway.example');
});

test.each([
  ['another site', page(1, 'https://evil.example/')],
  ['an address that only begins like ours', page(1, 'app://ringside.evil/')],
  ['a frame inside our page', page(1, 'app://ringside/', {})],
  ['a frame that is gone', { sender: { id: 1 }, senderFrame: null }],
  ['a window we did not make', page(9, 'app://ringside/')],
  ['the mini call window', miniPage],
])('%s may not read the session', async (_who, sender) => {
  const { ipc, asked } = given();
  await expect(ipc.ask('readSecret', { name: 'session' }, sender)).rejects.toThrow('may not ask');
  expect(asked).toEqual([]);
});

test.each([
  ['setGatewayUrl', 'javascript:alert(1)'],
  ['setGatewayUrl', 'https://user:word@gateway.example'],
  ['setGatewayUrl', 'https://gateway.example/path?x=1'],
  ['keepSecret', { name: 'password', value: 'x' }],
  ['keepSecret', { name: 'session', value: 'x'.repeat(4_097) }],
  ['attend', { callId: 'c', title: 'x'.repeat(301), body: '' }],
  ['attend', undefined],
  ['showCall', { name: 'x', since: -1, muted: false, held: false }],
  ['showPresence', { state: 'asleep', language: 'en' }],
  ['readSecret', null],
])('%s with %j is refused before anybody acts on it', async (channel, request) => {
  const { ipc, asked } = given();
  await expect(ipc.ask(channel, request)).rejects.toThrow('does not name');
  expect(asked).toEqual([]);
});

test('an answer that its contract does not name never leaves the main process', async () => {
  const { ipc } = given({ readSecret: () => 5 as unknown as string });
  await expect(ipc.ask('readSecret', { name: 'session' })).rejects.toThrow('expected string');
});

test('LETTER-17 the desk gets the letter as a PDF, with no word of its own about what is printed', async () => {
  const { ipc } = given({ letterPdf: () => pdf(2_000) });
  expect(await ipc.ask('letterPdf', undefined)).toEqual(pdf(2_000));
  await expect(ipc.ask('letterPdf', '<p>Dear Mr Okafor</p>')).rejects.toThrow('does not name');
  await expect(ipc.ask('letterPdf', { url: 'https://evil.example/' })).rejects.toThrow('does not name');
});

test.each([
  ['another site', page(1, 'https://evil.example/')],
  ['a frame inside our page', page(1, 'app://ringside/', {})],
  ['a window we did not make', page(9, 'app://ringside/')],
  ['the mini call window', miniPage],
])('LETTER-17 %s gets no PDF', async (_who, sender) => {
  const { ipc, asked } = given();
  await expect(ipc.ask('letterPdf', undefined, sender)).rejects.toThrow('may not ask');
  expect(asked).toEqual([]);
});

test.each([
  ['a page', new TextEncoder().encode('<!doctype html>')],
  ['nothing', new Uint8Array()],
  ['text', '%PDF-1.7' as unknown as Uint8Array<ArrayBuffer>],
  ['a PDF that no case takes', pdf(20 * 1024 * 1024 + 1)],
])('LETTER-17 %s instead of a PDF never leaves the main process', async (_what, bytes) => {
  const { ipc } = given({ letterPdf: () => bytes });
  await expect(ipc.ask('letterPdf', undefined)).rejects.toThrow('no PDF that a case takes');
});

test('a gateway’s address is kept as its origin', async () => {
  let kept = '';
  const { ipc } = given({ setGatewayUrl: (url) => void (kept = url) });
  await ipc.ask('setGatewayUrl', 'HTTPS://Gateway.Example:443/');
  expect(kept).toBe('https://gateway.example');
});

test('messages to a page keep to the contract too', () => {
  expect(message('dial', '+886223456789')).toEqual(['dial', '+886223456789']);
  expect(() => message('dial', 'tel:+886223456789')).toThrow('Invalid');
  expect(() => message('power', 'sleepy' as 'suspend')).toThrow('Invalid');
});
