import type { RotaId } from '@ringside/shared/model/ids';
import type { PlannedShift } from '@ringside/shared/protocol/rota';
import { useMemo } from 'react';
import { writeDraft } from '../../drafts/drafts.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import type { DrawnPlan, DrawnShift } from '../../rota-changes.ts';
import { laidOver } from './laid-over.ts';
import { draftOf, drawnFrom } from './unsaved-draft.ts';

export interface Unsaved {
  readonly shifts: readonly DrawnShift[];
  readonly reason: string;
  /** What somebody changed by hand. */
  readonly add: (shifts: readonly PlannedShift[], why?: string) => void;
  /** In place of all there is. */
  readonly put: (plan: DrawnPlan) => void;
  readonly remove: (shift: DrawnShift) => void;
  /** They are saved; what was added meanwhile stays. */
  readonly saved: (shifts: readonly DrawnShift[]) => void;
  readonly explain: (reason: string) => void;
  readonly clear: () => void;
}

/** RVIEW-9: changes of a rota that are not saved yet; they outlive a reload, as all that is typed does. `now` is the time on its wall. */
export function useUnsaved(rotaId: RotaId, now: string): Unsaved {
  const { form, clear } = useDraftForm<{ json: string }>(`rota:${rotaId}`, {
    json: draftOf({ shifts: [], reason: '' }),
  });
  const json = form.watch('json');
  const { shifts, reason } = useMemo(() => stillDue(drawnFrom(json), now), [json, now]);
  const put = (plan: DrawnPlan) => form.setValue('json', draftOf(plan));
  return {
    ...{ shifts, reason, put, clear },
    add: (more, why = reason) =>
      put({
        shifts: laidOver(
          shifts,
          more.map((shift) => ({ ...shift, origin: 'byHand', stays: false })),
        ),
        reason: why,
      }),
    remove: (shift) => put({ shifts: shifts.filter((one) => one !== shift), reason }),
    saved(some) {
      const gone = new Set(some.map(keyOf));
      const { shifts: all, reason: why } = drawnFrom(form.getValues('json'));
      const rest = all.filter((shift) => !gone.has(keyOf(shift)));
      if (rest.length === 0) clear();
      else {
        const plan = { shifts: rest, reason: why };
        put(plan);
        // whoever left the page meanwhile left nobody who hears the form
        writeDraft(`rota:${rotaId}`, JSON.stringify({ json: draftOf(plan) }), Date.now());
      }
    },
    explain: (text) => put({ shifts, reason: text }),
  };
}

const keyOf = (shift: DrawnShift): string => JSON.stringify(shift);

/** PLAN-10: what stays as it is needs nobody to take it back once it is over. */
const stillDue = ({ shifts, reason }: DrawnPlan, now: string): DrawnPlan => ({
  shifts: shifts.filter(({ stays, until }) => !stays || until > now),
  reason,
});
