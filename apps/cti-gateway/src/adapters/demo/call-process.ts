import type { CallJob } from './call-job.ts';
import { placeCall } from './place-call.ts';
import { speak } from './speech.ts';

/** One demo call in a process of its own, so that its audio takes nothing from the gateway's. The parent's end ends it. */
const job = JSON.parse(process.argv[2] ?? '') as CallJob;
const speech = await speak({ from: 'recording', language: job.language }, job.soundsFolder);
const call = await placeCall({ ...job, speech, hangUpAfterSeconds: null }, () => undefined);
process.once('disconnect', () => call.hangUp());
process.once('SIGTERM', () => call.hangUp());
const end = await call.ended;
process.send?.(end);
process.disconnect();
