import { asId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import { expect, test, vi } from 'vitest';
import { WorkerLink } from './worker-link.ts';

const leg = asId<'leg'>('maya');

test('A worker that dies is told of, leaves nobody waiting, and is replaced by one that works', async () => {
  const told: string[] = [];
  const link = new WorkerLink(
    {
      addresses: { listen: '127.0.0.1', advertised: '127.0.0.1' },
      ports: { from: 0, to: 0 },
      soundsFolder: '',
    },
    {
      info: () => {},
      warn: () => {},
      error: (what, facts) => void told.push(`${what} ${String(facts?.['cause']).split('\n')[0]}`),
    },
    { started: () => told.push('started'), lost: (why) => told.push(why), event: () => {}, ready: () => {} },
    new URL('./testing/dying-worker.ts', import.meta.url),
  );
  expect(await link.ask('record', [leg], null)).toBe('alive');
  expect(await link.ask('offer', [leg, 'rtp'], refuse('noPorts'))).toEqual({ ok: false, refusal: 'noPorts' });
  expect(told).toEqual([
    'started',
    expect.stringContaining('It is started anew. Error: died of offer'),
    'the media worker stopped',
  ]);
  expect(link.figures()).toMatchObject({ workerCrashes: 1 });
  await vi.waitFor(() => expect(told.at(-1)).toBe('started'), { timeout: 3_000 });
  expect(await link.ask('record', [leg], null)).toBe('alive');
  await link.shutDown();
  expect(await link.ask('record', [leg], 'after the end')).toBe('after the end');
});
