import { asId } from '@ringside/shared/model/ids';
import { isE164, redacted } from '@ringside/shared/model/phone-number';
import type { Caller } from '../domain/call/call-record.ts';
import type { CallerStanding } from '../domain/acd/caller-standing.ts';
import { unknownStanding } from '../domain/acd/caller-standing.ts';
import type { CallerMatch } from '../domain/customer/caller-match.ts';
import { matchCaller } from '../domain/customer/caller-match.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { CallingParty } from '../ports/switch.ts';
import { customerNumbered } from './look-up-keyed.ts';
import type { Parts } from './parts.ts';
import type { Pop } from './views/screen-pop.ts';
import { emptyPop, readPop } from './views/screen-pop.ts';
import { standingOf } from './caller-standing-of.ts';

export interface SightedCaller {
  readonly caller: Caller;
  /** customers who have the number, where they have been looked for already */
  readonly withNumber?: readonly Customer[] | undefined;
}

/**
 * MATCH-1: the network's calling party as a caller. A number in E.164 that customers have was read when it was kept; to
 * read it once more would cost as much as to find them.
 */
export async function sightCaller(parts: Parts, party: CallingParty): Promise<SightedCaller> {
  const { number, display, withheld } = party;
  if (withheld || number === null || !isE164(number)) return { caller: callerOf(parts, party) };
  // who recognises the caller asks a store that failed once more, and tells
  const withNumber = await parts.store.customersByNumber(number).catch(() => undefined);
  if (withNumber !== undefined && withNumber.length > 0)
    return { caller: { kind: 'number', number, display }, withNumber };
  const caller = callerOf(parts, party);
  return caller.kind === 'number' && caller.number === number ? { caller, withNumber } : { caller };
}

/** Numbers are read in the centre's region. */
function callerOf({ numbering, centre }: Parts, { number, display, withheld }: CallingParty): Caller {
  if (withheld || number === null || number === '') return { kind: 'withheld' };
  const parsed = numbering.parse(number, centre.region);
  return parsed === null
    ? { kind: 'unrecognised', text: number, display }
    : { kind: 'number', number: parsed, display };
}

export interface Recognition {
  readonly match: CallerMatch;
  readonly pop: Pop;
  /** what counts for their place in line (ACD-11) */
  readonly standing: CallerStanding;
}

/** POP-1: who calls and what the agent should see. A store that fails costs the pop, never the call. */
export async function recogniseCaller(
  parts: Parts,
  { caller, withNumber }: SightedCaller,
  passed: Readonly<Record<string, string>>,
  popKeys: readonly string[] = [],
): Promise<Recognition> {
  const { store, clock, log, counters } = parts;
  const began = clock.now();
  try {
    const numbered =
      withNumber ?? (caller.kind === 'number' ? await store.customersByNumber(caller.number) : []);
    const byNumber = matchCaller(caller, numbered);
    const match = byNumber.kind === 'known' ? byNumber : await byPopKeys(parts, byNumber, passed, popKeys);
    const { pop, latestCalls } = await readPop(parts, match, passed, began);
    const { openCases } = pop;
    const standing = await standingOf(parts, { caller, match, openCases, latestCalls, now: began });
    counters.count(`pops.${match.kind}`);
    log.info('caller recognised', { from: shown(caller), match: match.kind, ms: clock.now() - began });
    return { match, pop, standing };
  } catch (cause) {
    log.error('the pop could not be built', { from: shown(caller), cause: String(cause) });
    return { match: { kind: 'stranger' }, pop: emptyPop(passed), standing: unknownStanding };
  }
}

/** POP-6: whom another system named in a header, where the number alone does not say. The first key that names one holds. */
async function byPopKeys(
  parts: Parts,
  otherwise: CallerMatch,
  passed: Readonly<Record<string, string>>,
  popKeys: readonly string[],
): Promise<CallerMatch> {
  for (const key of popKeys) {
    const value = passed[key]?.trim() ?? '';
    if (value === '') continue;
    const customer = (await parts.store.customer(asId(value))) ?? (await customerNumbered(parts, value));
    if (customer !== null) return { kind: 'known', customer };
  }
  return otherwise;
}

const shown = (caller: Caller): string => (caller.kind === 'number' ? redacted(caller.number) : caller.kind);
