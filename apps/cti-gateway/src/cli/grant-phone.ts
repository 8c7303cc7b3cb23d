import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import { knownUser } from './known-user.ts';
import type { UserParts } from './manage-users.ts';

/** A phone on a desk is set up by hand, so its password is not the eight hours' kind of a page. */
const LASTS = hours(365 * 24);
/** Longest station id that the registrar looks up. */
const LONGEST = 64;

/** `ringside user phone NAME`: a desk phone's right to register. The password is shown here and kept nowhere. */
export async function grantPhone(userName: string, parts: UserParts): Promise<ExitCode> {
  const { store, secrets, terminal, realm } = parts;
  const agent = await knownUser(userName, parts);
  if (agent === null) return exitCode.failed;
  const phone = `${agent.userName}-phone`;
  const fault = phoneFault(phone, agent);
  if (fault !== null) {
    terminal.complain(fault);
    return exitCode.failed;
  }
  const secret = parts.ids.secret(18);
  const digested = `${phone}:${realm}:${secret}`;
  const grant = {
    stationId: asId<'station'>(phone),
    agentId: agent.agentId,
    media: 'rtp' as const,
    ha1Sha256: secrets.sha256Hex(digested),
    ha1Md5: secrets.md5Hex(digested),
    expiresAt: parts.now() + LASTS,
  };
  const written = await store.commit([
    { put: 'stationGrant', grant },
    { put: 'audit', at: parts.now(), who: null, did: 'user.phone', to: agent.userName, detail: null },
  ]);
  if (!written.ok) {
    terminal.complain(`"${agent.userName}" was changed by somebody else meanwhile. Try again.`);
    return exitCode.failed;
  }
  tell({ phone, realm, secret, until: grant.expiresAt }, parts);
  return exitCode.ok;
}

function phoneFault(
  phone: string,
  agent: { readonly userName: string; readonly active: boolean },
): string | null {
  if (!agent.active)
    return `"${agent.userName}" is disabled, so the phone could not register. Use "ringside user enable ${agent.userName}" first.`;
  // "@" would end the user part of the phone's address, and the registrar looks up no longer names
  if (agent.userName.includes('@') || phone.length > LONGEST)
    return `A desk phone can't be named "${phone}": a SIP user name has no "@" and at most ${LONGEST} characters. Add the person under another user name.`;
  return null;
}

function tell(
  grant: { readonly phone: string; readonly realm: string; readonly secret: string; readonly until: number },
  { terminal }: UserParts,
): void {
  terminal.say(`Address    sip:${grant.phone}@${grant.realm}`);
  terminal.say(`User name  ${grant.phone}`);
  terminal.say(`Password   ${grant.secret}`);
  terminal.say(
    `Enter them at the phone, with the gateway as registrar. It may register until ${new Date(grant.until).toISOString().slice(0, 10)}; the password is not shown again, and one that was given before no longer works.`,
  );
}
