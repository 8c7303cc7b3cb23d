import type { Instant } from '@ringside/shared/model/instant';
import type { Effect, WindowCount } from '../../domain/prevention/effect.ts';
import { effectOf, effectWindow } from '../../domain/prevention/effect.ts';
import type { Prevention } from '../../domain/prevention/prevention.ts';
import { withCausesUnder } from '../../domain/prevention/prevention.ts';
import type { Parts } from '../parts.ts';

/** PREV-5: what the measure changed, counted now; null: it is not done yet. */
export async function effectNow(parts: Parts, { causeId, doneAt }: Prevention): Promise<Effect | null> {
  if (doneAt === null) return null;
  await parts.journal.written();
  const length = effectWindow(doneAt, parts.clock.now());
  const causes = withCausesUnder(parts.centre.causes, causeId);
  const count = async (from: Instant, until: Instant): Promise<WindowCount> => {
    const cases = await Promise.all(causes.map((one) => parts.store.casesOfCause(one, from, until)));
    return {
      cases: cases.reduce((sum, found) => sum + found, 0),
      contacts: await parts.store.contactsBetween(from, until),
      unnamed: await parts.store.unnamedComplaints(from, until),
    };
  };
  return effectOf(doneAt, length, await count(doneAt - length, doneAt), await count(doneAt, doneAt + length));
}
