import { parseArgs } from 'node:util';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';

/** What `npm run call` was asked. */
export interface CallLine {
  /** null: withheld */
  readonly from: string | null;
  readonly to: string;
  readonly say: string | null;
  readonly audio: string | null;
  readonly hangUpAfterSeconds: number | null;
}

export const callHelp = `Calls the running gateway as a customer would: real SIP, real audio.

  npm run call -- --from NUMBER --to HOTLINE [--say TEXT | --audio FILE] [--hang-up-after SECONDS]
  npm run call -- --withheld --to HOTLINE

  --from NUMBER             the caller's number, e.g. +886912345678
  --withheld                hides the number
  --to HOTLINE              a hotline's id or one of its numbers
  --say TEXT                speaks this text (needs espeak-ng)
  --audio FILE              plays this WAV file
  --hang-up-after SECONDS   after the answer; otherwise the agent hangs up, or Ctrl+C`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  say: { type: 'string' },
  audio: { type: 'string' },
  'hang-up-after': { type: 'string' },
  withheld: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const NUMBER_CHARACTERS = /^[0-9A-Za-z+*#._-]{1,64}$/;

/** A refusal is the sentence to show; 'help' asks for the help. */
export function readCallLine(args: readonly string[]): Result<CallLine, string> {
  const parsed = parsedArgs(args);
  if (!parsed.ok) return parsed;
  const { from, to, say, audio, withheld = false, help } = parsed.value;
  if (help === true) return refuse('help');
  if (to === undefined) return refuse('--to is missing: which hotline is to be called? E.g. --to service');
  if (!NUMBER_CHARACTERS.test(to)) return refuse(`--to is "${to}", which is no hotline and no number.`);
  if (from === undefined && !withheld)
    return refuse('--from is missing: who calls? E.g. --from +886912345678, or --withheld');
  if (from !== undefined && withheld) return refuse('--from and --withheld exclude each other.');
  if (from !== undefined && !NUMBER_CHARACTERS.test(from))
    return refuse(`--from is "${from}", which is no number. Write it like +886912345678.`);
  if (say !== undefined && audio !== undefined) return refuse('--say and --audio exclude each other.');
  const seconds = parsed.value['hang-up-after'];
  const hangUpAfterSeconds = seconds === undefined ? null : Number(seconds);
  if (hangUpAfterSeconds !== null && !(hangUpAfterSeconds >= 0 && hangUpAfterSeconds <= 3_600))
    return refuse(`--hang-up-after is "${seconds ?? ''}"; it takes seconds, 0 to 3600.`);
  return ok({ from: from ?? null, to, say: say ?? null, audio: audio ?? null, hangUpAfterSeconds });
}

function parsedArgs(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options }).values);
  } catch (cause) {
    return refuse(`${(cause as Error).message.split('. ')[0] ?? ''}. See npm run call -- --help`);
  }
}
