import { buildDesktop } from '../build-desktop.ts';
import {
  baresip,
  chineseFonts,
  chromium,
  openssl,
  sessionBus,
  sipp,
  soundServer,
  soundTools,
  virtualDisplay,
  voice,
} from './needs.ts';
import { playwright } from './playwright-step.ts';
import { staticChecks } from './static-checks.ts';
import type { Step } from './step.ts';
import { both } from './step.ts';
import { vitest } from './vitest-step.ts';

/** After `npm test --`: the pictures of the screens are taken anew instead of compared. */
export const updateScreens = '--update-screens';

/** Everything `npm test` does, in order: what is quick first. */
export const steps: readonly Step[] = [
  ...staticChecks,
  {
    name: 'unit',
    about: 'rules, views and contracts, nothing needed',
    needs: [],
    run: () => vitest('unit', 20),
  },
  {
    name: 'wire',
    about: 'real sockets: SIP, audio, desks',
    needs: [sipp, openssl, chromium],
    run: () => vitest('wire', 20),
  },
  {
    name: 'journeys',
    about: 'callers, gateway and agents together',
    needs: [sipp, baresip, openssl, voice, soundServer, soundTools, chromium],
    run: async () => {
      await buildDesktop();
      return both(await vitest('journeys', 20), await vitest('journeys-alone', 20));
    },
  },
  {
    name: 'desktop',
    about: 'the screens in Chromium and in Electron',
    needs: [chromium, virtualDisplay, chineseFonts, sessionBus, sipp, baresip, openssl],
    run: async () =>
      both(await vitest('screens', 20), await playwright(process.argv.includes(updateScreens))),
  },
];
