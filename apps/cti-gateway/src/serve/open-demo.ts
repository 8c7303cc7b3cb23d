import { fileURLToPath } from 'node:url';
import type { Language } from '@ringside/shared/model/language';
import { isE164 } from '@ringside/shared/model/phone-number';
import { demoCaller } from '../adapters/demo/demo-caller.ts';
import { readDemoCompany } from '../adapters/sql/demo/demo-company.ts';
import { demoCallers, demoPeople, seedDemo } from '../adapters/sql/demo/seed-demo.ts';
import { systemSecrets } from '../adapters/system/system-secrets.ts';
import type { DeskDemo } from '../application/desks.ts';
import type { Config } from '../config.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { udpAddress } from './announce.ts';
import type { Closing } from './closing.ts';
import { soundsFolder } from './open-adapters.ts';

const companyFile = fileURLToPath(new URL('../../../../resources/demo/company.yaml', import.meta.url));

/** The demo as the application knows it, and the language each customer speaks on the telephone. */
export interface OpenDemo extends DeskDemo {
  readonly speakers: readonly {
    readonly number: string;
    readonly name: string;
    readonly language: Language;
  }[];
}

/** Seeds an empty store with the demo company and prepares its callers; null where the gateway is for a real centre. */
export async function openDemo(
  config: Config,
  store: Store,
  log: Log,
  closing: Closing,
): Promise<OpenDemo | null> {
  if (!config.demo) return null;
  const { centre } = config;
  const company = readDemoCompany(companyFile);
  await seedDemo(store, { company, centre, secrets: systemSecrets, now: Date.now() });
  const callers = await demoCallers(store, company, 'en');
  const gateway = udpAddress(config.sip.listeners);
  if (gateway === null)
    throw new Error(
      'demo is true; its callers call over UDP and sip.listeners has no such listener. Add one.',
    );
  const caller = demoCaller({
    gateway,
    soundsFolder,
    log,
    dialled: (to) => centre.hotlines.find(({ hotlineId }) => hotlineId === to)?.numbers[0] ?? to,
    languageOf: (number) => languageOf(store, number),
  });
  closing.later(() => caller.close());
  const speakers = await Promise.all(
    callers.map(async ({ number, name }) => ({ number, name, language: await languageOf(store, number) })),
  );
  return { people: demoPeople(company), callers, caller, speakers };
}

async function languageOf(store: Store, number: string | null): Promise<Language> {
  if (number === null || !isE164(number)) return 'en';
  return (await store.customersByNumber(number))[0]?.language ?? 'en';
}
