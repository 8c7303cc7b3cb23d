import type { Instant } from '@ringside/shared/model/instant';
import type { TrunkId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { isUserCode } from '../message/characters.ts';
import { escapeText } from '../message/escape.ts';
import type { SipHeader } from '../message/message.ts';
import { parseUri } from '../message/uri.ts';
import type { TollUse } from '../trunk/toll-guard.ts';
import { attempt, ended, noTollUse } from '../trunk/toll-guard.ts';
import type { TrunkSettings, TrunkTarget } from '../trunk/trunk-settings.ts';
import { instanceHeader } from './arrival-check.ts';
import { anonymousFrom } from './caller-shown.ts';
import type { SwitchSettings } from './switch-settings.ts';

/** Request URI, From and headers of a call out (RFC 3261 section 19.1.6, RFC 3325). */
export function wordsOfCall(
  call: { readonly number: string; readonly presented: string | null },
  { trunk, target }: { trunk: TrunkSettings; target: TrunkTarget },
  { realm, instanceId }: SwitchSettings,
): { readonly uri: string; readonly from: string; readonly headers: readonly SipHeader[] } {
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  const transport = target.transport === 'udp' ? '' : `;transport=${target.transport}`;
  const uri = `sip:${escapeText(call.number, isUserCode)}@${host}:${target.port}${transport}`;
  const instance = { name: instanceHeader, value: instanceId };
  const presented = call.presented ?? trunk.presented;
  if (presented === null)
    return { uri, from: anonymousFrom, headers: [instance, { name: 'Privacy', value: 'id' }] };
  const own = `<sip:${escapeText(presented, isUserCode)}@${domainOf(trunk) ?? realm}>`;
  const asserted = trunk.trusted ? [{ name: 'P-Asserted-Identity', value: own }] : [];
  return { uri, from: own, headers: [instance, ...asserted] };
}

/** A carrier that we register at knows us by its own domain. */
function domainOf({ register }: TrunkSettings): string | null {
  const uri = register === null ? null : parseUri(register.addressOfRecord);
  return uri?.ok && uri.value.scheme !== 'tel' ? uri.value.host : null;
}

/** The use of each trunk, for its toll limits. */
export class TollBook {
  readonly #uses = new Map<TrunkId, TollUse>();

  /** Enters an attempt, or says why it is not made. */
  attempt(trunk: TrunkSettings, number: string, at: Instant): Result<void, 'notAllowed' | 'full'> {
    const result = attempt(this.#uses.get(trunk.trunkId) ?? noTollUse, trunk.toll, { number, at });
    if (!result.ok) return result;
    this.#uses.set(trunk.trunkId, result.value);
    return { ok: true, value: undefined };
  }

  ended(trunk: TrunkSettings): void {
    const use = this.#uses.get(trunk.trunkId);
    if (use !== undefined) this.#uses.set(trunk.trunkId, ended(use));
  }
}
