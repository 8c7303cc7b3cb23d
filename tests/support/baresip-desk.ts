import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startBaresip, type Baresip } from './baresip.ts';
import type { RunningGateway } from './gateway.ts';
import { until } from './until.ts';

const main = fileURLToPath(new URL('../../apps/cti-gateway/src/main.ts', import.meta.url));

/** An agent's telephone on the desk: a real baresip, set up with what `ringside user phone` prints, that answers by itself. */
export async function startDeskPhone(
  gateway: RunningGateway,
  settings: { readonly userName: string; readonly microphone: string },
): Promise<Baresip> {
  const printed = await promisify(execFile)(process.execPath, [
    main,
    ...['user', 'phone', settings.userName, '--config', gateway.configFile],
  ]);
  const shown = (label: string): string =>
    new RegExp(`^${label} +(\\S+)$`, 'm').exec(printed.stdout)?.[1] ?? '';
  const user = shown('User name');
  const phone = await startBaresip({
    user,
    domain: `127.0.0.1:${gateway.sipPort}`,
    registers: 60,
    microphone: settings.microphone,
    account: `;auth_user=${user};auth_pass=${shown('Password')};answermode=auto`,
  });
  const isUp = (line: string): boolean => line.includes('station up') && line.includes(user);
  try {
    await until(`${user} is registered`, () => gateway.log.some(isUp), 30_000);
  } catch (late) {
    await phone.stop();
    throw late;
  }
  return phone;
}
