import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Language } from '@ringside/shared/model/language';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { DemoCaller } from '../../ports/demo-caller.ts';
import type { Log } from '../../ports/log.ts';
import type { CallEnd } from './call-progress.ts';
import type { CallJob } from './call-job.ts';

export interface DemoCallerSettings {
  readonly gateway: CallJob['gateway'];
  readonly soundsFolder: string;
  /** the number to dial for a hotline's id; a number stays what it is */
  readonly dialled: (to: string) => string;
  /** the language the customer with this number speaks */
  readonly languageOf: (number: string | null) => Promise<Language>;
  readonly log: Log;
}

const MOST_AT_ONCE = 4;
const LONGEST_SECONDS = 300;
const worker = fileURLToPath(new URL('call-process.ts', import.meta.url));

/** Customers for the demo: each call is a real one, from a process of its own. */
export function demoCaller(settings: DemoCallerSettings): DemoCaller & { close(): void } {
  const calls = new Set<ReturnType<typeof fork>>();
  let starting = 0;
  const start = async (from: string | null, to: string): Promise<void> => {
    const { gateway, soundsFolder, log } = settings;
    const language = await settings.languageOf(from);
    const job: CallJob = {
      gateway,
      from,
      dialled: settings.dialled(to),
      language,
      soundsFolder,
      longestSeconds: LONGEST_SECONDS,
    };
    const child = fork(worker, [JSON.stringify(job)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    calls.add(child);
    child.once('message', (end) => tell(log, end as CallEnd));
    child.once('error', (fault) => log.error('the demo caller could not be started', { why: fault.message }));
    child.once('close', () => calls.delete(child));
  };
  return {
    call: async (from, to): Promise<Result<void, 'busy'>> => {
      if (calls.size + starting >= MOST_AT_ONCE) return refuse('busy');
      starting += 1;
      try {
        await start(from, to);
      } finally {
        starting -= 1;
      }
      return ok(undefined);
    },
    close: () => {
      for (const child of calls) child.kill();
    },
  };
}

function tell(log: Log, end: CallEnd): void {
  if (end.how === 'refused') log.warn('a demo call was refused', { status: end.status, reason: end.reason });
  else if (end.how === 'unreachable') log.warn('a demo call reached nobody', { why: end.why });
}
