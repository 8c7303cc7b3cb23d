import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { DutyReach } from '@ringside/shared/model/rota';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { hours } from '@ringside/shared/model/instant';
import type { Problem } from '@ringside/shared/protocol/problem';
import { isMailAddress } from '../../domain/letter/mail-address.ts';
import type { DutyContact } from '../../domain/rota/duty-contact.ts';
import type { Change } from '../../ports/store.ts';
import { problem } from '../desk-problem.ts';
import { isDiallable } from '../diallable.ts';
import { agentName } from '../floor.ts';
import { noticeTo } from '../notices/notice-to.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { reachMail } from './reach-mail.ts';

export interface ReachEntry {
  /** null: of oneself */
  readonly agentId: AgentId | null;
  readonly reach: DutyReach;
  readonly phone: string | null;
  readonly email: string | null;
}

/** NOTE-7: how somebody is reached on duty: their own affair, or that of supervisors and administrators. */
export async function setReach(
  parts: Parts,
  asker: Asker,
  { agentId: named, reach, phone: written, email: address }: ReachEntry,
): Promise<Result<null, Problem>> {
  const agentId = named ?? asker.agentId;
  if (agentId !== asker.agentId && !setsOthers(parts, asker.agentId)) return refuse(problem('notAllowed'));
  if (parts.floor.agents.get(agentId)?.agent.active !== true) return refuse(problem('unknownAgent'));
  const phone = written === null || written.trim() === '' ? ok(null) : callable(parts, written);
  if (!phone.ok) return phone;
  const email = address === null || address === '' ? null : address;
  if (email !== null && !isMailAddress(email)) return refuse(problem('wrongAddress', 'email'));
  return parts.inTurn(`duty contact ${agentId}`, () =>
    keep(parts, asker, { agentId, reach, phone: phone.value, email }),
  );
}

/** A manager sets their own; those who plan set anybody's. */
function setsOthers({ floor }: Parts, agentId: AgentId): boolean {
  const roles = floor.agents.get(agentId)?.agent.roles ?? [];
  return roles.includes('supervisor') || roles.includes('admin');
}

/** PHONE: only what the gateway may dial, so that nobody finds out at the first call. */
function callable(parts: Parts, written: string): Result<PhoneNumber, Problem> {
  const { numbering, centre, settings } = parts;
  const number = numbering.parse(written, centre.region);
  if (number === null) return refuse(problem('wrongNumber', 'phone'));
  if (settings.dialling.trunkId === null) return refuse(problem('noTrunk', 'phone'));
  return isDiallable(parts, number) ? ok(number) : refuse(problem('numberNotAllowed', 'phone'));
}

type Reached = Omit<DutyContact, 'version'>;

async function keep(parts: Parts, asker: Asker, reached: Reached): Promise<Result<null, Problem>> {
  const before = parts.rota.contact(reached.agentId);
  const contact: DutyContact = { ...reached, version: before.version + 1 };
  if (isSame(before, reached)) return ok(null);
  const changes: Change[] = [{ put: 'dutyContact', contact }];
  // whoever moves the address first would be told of the number alone
  const isMoved = before.email !== null && before.email !== contact.email;
  if (before.phone !== contact.phone || isMoved)
    changes.push(...(await mails(parts, asker, before, contact)));
  const written = await parts.journal.write({ changes });
  if (!written.ok) return refuse(problem('changedMeanwhile'));
  const { agentId, reach } = contact;
  audit(parts, asker.agentId, 'duty.reach', agentId, {
    ...{ reach, phoneChanged: before.phone !== contact.phone, emailChanged: before.email !== contact.email },
  });
  return ok(null);
}

const isSame = (a: Reached, b: Reached): boolean =>
  a.reach === b.reach && a.phone === b.phone && a.email === b.email;

/** Whoever turns duty calls to a telephone of their own is found out: the address before hears of it, too. */
async function mails(
  parts: Parts,
  asker: Asker,
  before: DutyContact,
  contact: DutyContact,
): Promise<readonly Change[]> {
  const { agentId } = contact;
  const language = parts.floor.agents.get(agentId)?.agent.language ?? 'en';
  const told = reachMail(language, agentName(parts.floor, asker.agentId), before, contact);
  const now = parts.clock.now();
  const addresses = new Set([before.email, contact.email].filter((one) => one !== null));
  const mail = [...addresses].map((address) =>
    noticeTo(parts, {
      key: `duty number ${agentId} ${contact.version} ${address}`,
      ...{ to: agentId, address, language, ...told },
      calendar: null,
      usefulUntil: now + hours(24),
    }),
  );
  return (await Promise.all(mail)).flat();
}
