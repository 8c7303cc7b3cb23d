import { expect, test } from 'vitest';
import { InTurn } from './in-turn.ts';

test('A leg closed while its sockets open is closed after they did, and other legs do not wait', async () => {
  const turns = new InTurn();
  const done: string[] = [];
  let open = (): void => {};
  turns.take('leg', () =>
    new Promise<void>((resolve) => (open = resolve)).then(() => void done.push('opened')),
  );
  turns.take('leg', () => void done.push('closed'));
  turns.take('other', () => void done.push('other'));
  expect(done).toEqual(['other']);
  open();
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual(['other', 'opened', 'closed']);
  turns.take('leg', () => void done.push('at once'));
  expect(done.at(-1)).toBe('at once');
});
