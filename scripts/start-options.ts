import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly desktop: boolean;
  /** the demo where none is named */
  readonly config: string | null;
  readonly help: boolean;
}

export const startHelp = `npm start [-- --no-desktop] [-- --config FILE]

Builds the desktop, starts the gateway and opens the desktop. Without --config (or RINGSIDE_CONFIG) it is the demo:
a small company with customers, hotlines and agents, in RINGSIDE_DATA (default ./data).

  --no-desktop    only the gateway; open its address in a browser
  --config FILE   your own configuration`;

/** Throws with a sentence when the command line makes no sense. */
export function readStartOptions(args: readonly string[], environment: NodeJS.ProcessEnv): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'no-desktop': { type: 'boolean' },
        config: { type: 'string', short: 'c' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const named = values.config ?? environment['RINGSIDE_CONFIG'] ?? null;
    return {
      desktop: values['no-desktop'] !== true,
      config: named === '' ? null : named,
      help: values.help === true,
    };
  } catch (fault) {
    throw new Error(`${(fault as Error).message.split('. ')[0] ?? ''}.\n\n${startHelp}`, { cause: fault });
  }
}
