import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeCall } from '../adapters/demo/place-call.ts';
import type { Speech } from '../adapters/demo/speech.ts';
import { speak } from '../adapters/demo/speech.ts';
import type { CallLine } from './call-line.ts';
import { callHelp, readCallLine } from './call-line.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import type { ReadyFile } from './ready-file.ts';
import { readReadyFile } from './ready-file.ts';
import { endLine, progressLine } from './tell-call.ts';

const soundsFolder = fileURLToPath(new URL('../../../../resources/sounds', import.meta.url));
const LONGEST_SECONDS = 3_600;

/** `npm run call` */
async function main(args: readonly string[]): Promise<ExitCode> {
  const line = readCallLine(args);
  if (!line.ok) {
    const asked = line.refusal === 'help';
    (asked ? console.log : console.error)(asked ? callHelp : line.refusal);
    return asked ? exitCode.ok : exitCode.usage;
  }
  const folder = resolve(process.env['RINGSIDE_DATA'] ?? './data');
  const gateway = readReadyFile(folder);
  if (gateway?.sip) return call(line.value, gateway, gateway.sip);
  console.error(gateway === null ? `No gateway runs on ${folder}. ${startIt}` : noUdp);
  return exitCode.unavailable;
}

const startIt =
  'Start it with "npm start" and leave it running; with another data folder, set RINGSIDE_DATA to it here too.';
const noUdp =
  'The gateway listens on no UDP port of this machine (sip.listeners), which is what the demo caller calls over.';

async function call(
  line: CallLine,
  { hotlines, callers }: ReadyFile,
  gateway: NonNullable<ReadyFile['sip']>,
): Promise<ExitCode> {
  const speech = await speak(speechOf(line, callers), soundsFolder);
  const dialled = hotlines.find((h) => h.hotlineId === line.to)?.numbers[0] ?? line.to;
  const who = callers.find((caller) => caller.number === line.from)?.name;
  console.log(`${line.from ?? 'Somebody with a withheld number'}${who ? ` (${who})` : ''} calls ${line.to}.`);
  const placed = await placeCall(
    {
      gateway,
      from: line.from,
      dialled,
      speech,
      hangUpAfterSeconds: line.hangUpAfterSeconds,
      longestSeconds: LONGEST_SECONDS,
    },
    (progress) => console.log(progressLine(progress)),
  );
  process.once('SIGINT', () => placed.hangUp());
  process.once('SIGTERM', () => placed.hangUp());
  const end = await placed.ended;
  const good = end.how === 'hungUp' || end.how === 'gaveUp';
  (good ? console.log : console.error)(
    endLine(
      end,
      hotlines.map((h) => h.hotlineId),
    ),
  );
  return good ? exitCode.ok : exitCode.failed;
}

function speechOf(line: CallLine, callers: ReadyFile['callers']): Speech {
  const language = callers.find((caller) => caller.number === line.from)?.language ?? 'en';
  if (line.say !== null)
    return { from: 'text', text: line.say, language: /\p{Script=Han}/u.test(line.say) ? 'zh-Hant' : 'en' };
  if (line.audio !== null) return { from: 'file', path: line.audio };
  return { from: 'recording', language };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = exitCode.failed;
}
