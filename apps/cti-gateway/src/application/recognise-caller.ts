import { redacted } from '@ringside/shared/model/phone-number';
import type { Caller } from '../domain/call/call-record.ts';
import type { CallerMatch } from '../domain/customer/caller-match.ts';
import { matchCaller } from '../domain/customer/caller-match.ts';
import type { CallingParty } from '../ports/switch.ts';
import type { Parts } from './parts.ts';
import type { Pop } from './views/screen-pop.ts';
import { emptyPop, screenPop } from './views/screen-pop.ts';

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
}

/** POP-1: who calls and what the agent should see. A store that fails costs the pop, never the call. */
export async function recogniseCaller(
  parts: Parts,
  caller: Caller,
  passed: Readonly<Record<string, string>>,
): Promise<Recognition> {
  const { store, clock, log, counters } = parts;
  const began = clock.now();
  try {
    const withNumber = caller.kind === 'number' ? await store.customersByNumber(caller.number) : [];
    const match = matchCaller(caller, withNumber);
    const pop = await screenPop(parts, match, passed, began);
    counters.count(`pops.${match.kind}`);
    log.info('caller recognised', { from: shown(caller), match: match.kind, ms: clock.now() - began });
    return { match, pop };
  } catch (cause) {
    log.error('the pop could not be built', { from: shown(caller), cause: String(cause) });
    return { match: { kind: 'stranger' }, pop: emptyPop(passed) };
  }
}

const shown = (caller: Caller): string => (caller.kind === 'number' ? redacted(caller.number) : caller.kind);
