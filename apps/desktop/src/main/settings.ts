import { z } from 'zod';
import { gatewayOrigin } from '../ipc/contract.ts';
import { readJson, writeJson } from './json-file.ts';

const settingsFile = z.object({ gatewayUrl: gatewayOrigin.nullable() });

export interface Settings {
  gatewayUrl(): string;
  setGatewayUrl(url: string): void;
}

/**
 * Where the gateway is: `--gateway=` of this start, else what the agent set, else RINGSIDE_GATEWAY, else this machine.
 * An unusable address on the command line or in the environment ends the start with a sentence.
 */
export function openSettings(
  path: string,
  argument: string | null,
  environment: string | undefined,
): Settings {
  const given = argument === null ? null : asOrigin(argument, '--gateway');
  const preset = environment ? asOrigin(environment, 'RINGSIDE_GATEWAY') : 'http://127.0.0.1:8087';
  let chosen = readJson(path, settingsFile, { gatewayUrl: null }).gatewayUrl;
  let overridden = given;
  return {
    gatewayUrl: () => overridden ?? chosen ?? preset,
    setGatewayUrl(url) {
      chosen = url;
      overridden = null;
      writeJson(path, { gatewayUrl: url });
    },
  };
}

function asOrigin(text: string, setting: string): string {
  const parsed = gatewayOrigin.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Error(
    `${setting} is ${JSON.stringify(text)}; that is no address of a gateway, so the desk cannot connect. ` +
      `Give scheme, host and port, such as https://ringside.example.com:8443.`,
  );
}
