import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Log } from '../../ports/log.ts';
import type { MediaEngine } from '../../ports/media-engine.ts';
import type { Switch } from '../../ports/switch.ts';
import type { SipStack } from './stack.ts';
import { SipSwitch } from './switch/sip-switch.ts';
import type { SwitchSettings } from './switch/switch-settings.ts';

/**
 * The embedded switch. It becomes the one listener of the stack and of the media engine, and owns the stack from then on:
 *
 *   const telephony = createSipSwitch({ stack, media, clock, ids, log, settings });
 *   await gateway.start();      // listens to it and calls resume(): ports are taken up, nothing is sent yet
 *   await telephony.start();    // opens the listeners, registers at carriers
 *   …
 *   await telephony.stop();     // after this no event comes; established callers are left for the next run's resume()
 *   await media.shutDown();
 */
export interface SipSwitchParts {
  readonly stack: SipStack;
  readonly media: MediaEngine;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly settings: SwitchSettings;
}

export interface RunningSwitch extends Switch {
  /** Rejects with the stack's ListenFault when an address can't be listened on. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** dialogs that a message can still belong to; 0 when all calls are over and their last words are said */
  readonly openDialogs: number;
}

export function createSipSwitch({ stack, media, clock, ids, log, settings }: SipSwitchParts): RunningSwitch {
  return new SipSwitch({ stack, clock, ids, log, times: settings.timings.sip }, media, settings);
}
