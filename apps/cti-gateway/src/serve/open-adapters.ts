import { lookup } from 'node:dns/promises';
import { fileURLToPath } from 'node:url';
import type { OpenStore } from '../adapters/sql/open-store.ts';
import { openStore } from '../adapters/sql/open-store.ts';
import { createMediaEngine } from '../adapters/media/media-engine.ts';
import { createPromptFolder } from '../adapters/media/prompt-folder.ts';
import { callingCodeOf } from '../adapters/numbering/numbering.ts';
import { createStack } from '../adapters/sip/create-stack.ts';
import type { RunningStack } from '../adapters/sip/create-stack.ts';
import type { RunningSwitch } from '../adapters/sip/create-switch.ts';
import { createSipSwitch } from '../adapters/sip/create-switch.ts';
import { steadyClock, systemClock } from '../adapters/system/system-clock.ts';
import { systemIds } from '../adapters/system/system-ids.ts';
import type { Config } from '../config.ts';
import type { Log } from '../ports/log.ts';
import type { MediaEngine } from '../ports/media-engine.ts';
import type { Prompts } from '../ports/prompts.ts';
import type { Closing } from './closing.ts';
import { instanceIdIn } from './instance-id.ts';
import { listenersOf, stackLimitsOf, switchSettingsOf } from './telephony-of.ts';

export const soundsFolder = fileURLToPath(new URL('../../../../resources/sounds', import.meta.url));

export interface Adapters {
  readonly store: OpenStore;
  readonly media: MediaEngine;
  readonly prompts: Prompts;
  readonly sip: RunningStack;
  readonly telephony: RunningSwitch;
}

/** Opens what the gateway works with; nothing listens yet. */
export function openAdapters(config: Config, log: Log, closing: Closing): Adapters {
  const ids = systemIds();
  const callingCode = callingCodeOf(config.centre.region);
  const store = openStore({ folder: config.data, ...(callingCode === null ? {} : { callingCode }) });
  closing.later(() => store.close());
  const media = createMediaEngine({
    addresses: {
      listen: config.media.address,
      advertised: config.media.externalAddress ?? config.media.address,
    },
    ports: config.media.ports,
    soundsFolder,
    dataFolder: config.data,
    clock: systemClock,
    log,
  });
  closing.later(() => media.shutDown());
  // a wall clock that is set anew must neither end every connection nor stop every retransmission
  const [listeners, limits] = [listenersOf(config), stackLimitsOf(config)];
  const sip = createStack({ listeners, limits, clock: steadyClock, ids, log, resolver });
  const settings = switchSettingsOf(
    config,
    instanceIdIn(config.data, () => ids.secret(9)),
  );
  const telephony = createSipSwitch({ stack: sip.stack, media, clock: systemClock, ids, log, settings });
  closing.later(() => telephony.stop());
  return { store, media, prompts: createPromptFolder(config.data, log), sip, telephony };
}

const resolver = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);
