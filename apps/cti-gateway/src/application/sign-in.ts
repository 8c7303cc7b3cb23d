import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Agent } from '../domain/agent/agent.ts';
import type { Attempts } from '../domain/agent/sign-in-attempts.ts';
import {
  attemptsForgottenAfter,
  failedOnceMore,
  freeAttempts,
  nextAttemptAt,
  oneForgottenIn,
} from '../domain/agent/sign-in-attempts.ts';
import type { Clock } from '../ports/clock.ts';
import { admitAgent } from './floor.ts';
import type { Parts } from './parts.ts';

export interface SignInRequest {
  readonly userName: string;
  readonly password: string;
  /** the client's address */
  readonly from: string;
}

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Instant;
  readonly agent: Agent;
}

export type SignIn = (
  request: SignInRequest,
) => Promise<Result<SignedIn, 'wrongNameOrPassword' | 'tooManyAttempts'>>;

/** Addresses and names remembered at once; beyond it the oldest are forgotten, so that guessing can't fill the memory. */
const mostRemembered = 10_000;

/** AUTH-1 to AUTH-4: a name and a password become a session, as often as the limits on attempts allow. */
export function openSignIn(parts: Parts): SignIn {
  const attempts = new Map<string, Attempts>();
  const isNews = onceAMinute(parts.clock);
  let decoy: Promise<string> | null = null;

  const mayTry = (key: string, free: number): boolean =>
    parts.clock.now() >= nextAttemptAt(attempts.get(key) ?? null, free);

  function failed(key: string, oneForgotten: Milliseconds): void {
    const at = parts.clock.now();
    const next = failedOnceMore(attempts.get(key) ?? null, at, oneForgotten);
    attempts.delete(key);
    attempts.set(key, next);
    forgetOld(attempts, at);
  }

  return async ({ userName, password, from }) => {
    const both = `${userName.toLowerCase()} ${from}`;
    const address = `@${from}`;
    if (!mayTry(both, freeAttempts.nameAndAddress) || !mayTry(address, freeAttempts.address)) {
      parts.counters.count('signIns.refused');
      if (isNews(from)) tellOfFailure(parts, null, 'signInRefused', from);
      return refuse('tooManyAttempts');
    }
    // counted before it is known to be wrong: a hundred guesses sent at once get no hundred answers
    failed(both, oneForgottenIn.nameAndAddress);
    failed(address, oneForgottenIn.address);
    const found = await parts.store.agentByUserName(userName);
    decoy ??= parts.secrets.hashPassword(parts.ids.secret(16));
    // an unknown name costs the same time as a wrong password, so that nobody can ask which names exist
    const right = await parts.secrets.verifyPassword(password, found?.passwordHash ?? (await decoy));
    if (found === null || !right || !found.agent.active) {
      parts.counters.count('signIns.failed');
      tellOfFailure(parts, found?.agent ?? null, 'signInFailed', from);
      return refuse('wrongNameOrPassword');
    }
    attempts.delete(both);
    forgive(attempts, address);
    return ok(await newSession(parts, found.agent, from));
  };
}

async function newSession(parts: Parts, agent: Agent, from: string): Promise<SignedIn> {
  const { ids, secrets, clock, settings, journal, floor } = parts;
  const token = ids.secret(32);
  const createdAt = clock.now();
  const expiresAt = createdAt + settings.timings.sessionFor;
  const admit = () => admitAgent(floor, agent, { state: 'signedOut', since: createdAt });
  if (floor.agents.has(agent.agentId)) admit();
  else parts.duty.around(admit);
  const { agentId } = agent;
  await journal.write({
    changes: [
      { put: 'session', session: { tokenSha256: secrets.sha256Hex(token), agentId, createdAt, expiresAt } },
      { put: 'audit', at: createdAt, who: agentId, did: 'signIn', to: agent.userName, detail: { from } },
    ],
  });
  parts.log.info('signed in', { agentId, from });
  return { token, expiresAt, agent };
}

/** AUTH-5: a name that is nobody's is written nowhere: people type passwords there. */
function tellOfFailure(
  parts: Parts,
  agent: Agent | null,
  did: 'signInFailed' | 'signInRefused',
  from: string,
): void {
  audit(parts, agent?.agentId ?? null, did, agent?.userName ?? '', { from });
  const what = did === 'signInFailed' ? 'a sign-in failed' : 'sign-ins are refused after too many failures';
  parts.log.warn(what, { agentId: agent?.agentId ?? null, from });
}

/** True the first time in a minute for each address: who only knocks on must not fill disk and log. */
function onceAMinute(clock: Clock): (address: string) => boolean {
  const said = new Map<string, Instant>();
  return (address) => {
    const now = clock.now();
    if (now - (said.get(address) ?? 0) < minutes(1)) return false;
    if (said.size >= mostRemembered) said.clear();
    said.set(address, now);
    return true;
  };
}

/** AUTH-5: what was done, by whom, to what; without secrets. */
export function audit(parts: Parts, who: AgentId | null, did: string, to: string, detail: unknown): void {
  parts.journal.writeSoon({ put: 'audit', at: parts.clock.now(), who, did, to, detail });
}

/** A right password takes back the one failure that was counted for it, not those of others at the same address. */
function forgive(attempts: Map<string, Attempts>, address: string): void {
  const counted = attempts.get(address);
  if (!counted) return;
  if (counted.failures <= 1) attempts.delete(address);
  else attempts.set(address, { ...counted, failures: counted.failures - 1 });
}

function forgetOld(attempts: Map<string, Attempts>, now: Instant): void {
  for (const [key, { lastAt }] of attempts) {
    // in order of their last failure, so the first that is fresh ends it
    if (attempts.size <= mostRemembered && now - lastAt < attemptsForgottenAfter) return;
    attempts.delete(key);
  }
}
