import { asId } from '@ringside/shared/model/ids';
import { redacted } from '@ringside/shared/model/phone-number';
import type { Caller } from '../domain/call/call-record.ts';
import type { CallerStanding } from '../domain/acd/caller-standing.ts';
import { unknownStanding } from '../domain/acd/caller-standing.ts';
import type { CallerMatch } from '../domain/customer/caller-match.ts';
import { matchCaller } from '../domain/customer/caller-match.ts';
import type { CallingParty } from '../ports/switch.ts';
import { customerNumbered } from './look-up-keyed.ts';
import type { Parts } from './parts.ts';
import type { Pop } from './views/screen-pop.ts';
import { emptyPop, screenPop } from './views/screen-pop.ts';
import { standingOf } from './caller-standing-of.ts';

/** MATCH-1: the network's calling party as a caller; numbers are read in the centre's region. */
export function callerOf({ numbering, centre }: Parts, { number, display, withheld }: CallingParty): Caller {
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
  caller: Caller,
  passed: Readonly<Record<string, string>>,
  popKeys: readonly string[] = [],
): Promise<Recognition> {
  const { store, clock, log, counters } = parts;
  const began = clock.now();
  try {
    const withNumber = caller.kind === 'number' ? await store.customersByNumber(caller.number) : [];
    const byNumber = matchCaller(caller, withNumber);
    const match = byNumber.kind === 'known' ? byNumber : await byPopKeys(parts, byNumber, passed, popKeys);
    const pop = await screenPop(parts, match, passed, began);
    const standing = await standingOf(parts, { caller, match, openCases: pop.openCases, now: began });
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
