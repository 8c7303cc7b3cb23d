import type { Instant } from '@ringside/shared/model/instant';
import { lookEvery } from '../../domain/rota/warning-times.ts';
import type { Change } from '../../ports/store.ts';
import { sendDigest } from '../manager/send-digest.ts';
import type { Parts } from '../parts.ts';
import { gapsDue, nextDue, remindersDue } from './notices-due.ts';
import { tellOnRota } from './tell-on-rota.ts';

/** When there may be something to tell those on rotas. What was told stands in the store, so no row is needed for it. */
export interface RotaNoticesDeadline {
  readonly look: 'rotaNotices';
}

const key = 'rotaNotices';
const body: RotaNoticesDeadline = { look: 'rotaNotices' };

/** RNOTE-1, RNOTE-2, MREP-10: tells what is due, and comes back when something may be again. */
export function watchRotaNotices(parts: Parts): void {
  const again = (at: Instant): void => parts.deadlines.watch({ key, at, body });
  parts
    .inTurn(key, () => tellDue(parts))
    .then(() => {
      const { rotas } = parts.centre;
      if (rotas.length > 0) again(Math.min(...rotas.map((rota) => nextDue(parts, rota))));
    })
    .catch((cause: unknown) => {
      parts.log.error('those on a rota could not be told', { cause: String(cause) });
      again(parts.clock.now() + lookEvery);
    });
}

/** A rota or somebody's absence was written: what follows from it is looked at now. */
export function noticesAfter(parts: Parts, written: readonly Change[]): void {
  if (written.some(({ put }) => put === 'rotaChange' || put === 'absence')) lookAtRotasNow(parts);
}

/** Rotas are others now. */
export const lookAtRotasNow = ({ deadlines, clock }: Parts): void =>
  deadlines.watch({ key, at: clock.now(), body });

async function tellDue(parts: Parts): Promise<void> {
  for (const rota of parts.centre.rotas) {
    await sendDigest(parts, rota);
    const gaps = await gapsDue(parts, rota);
    const all = [...(gaps === null ? [] : [gaps]), ...(await remindersDue(parts, rota))];
    for (const { keys, tellings } of all) {
      const told = await tellOnRota(parts, tellings);
      const at = parts.clock.now();
      await parts.journal.write({
        changes: [...keys.map((done): Change => ({ put: 'doneOnce', key: done, at })), ...told.changes],
        after: told.show,
      });
    }
  }
}
