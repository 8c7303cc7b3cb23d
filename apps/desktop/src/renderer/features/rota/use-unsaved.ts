import type { RotaId } from '@ringside/shared/model/ids';
import type { PlannedShift } from '@ringside/shared/protocol/rota';
import { plannedShift } from '@ringside/shared/protocol/rota';
import { z } from 'zod';
import { useDraftForm } from '../../drafts/use-draft-form.ts';

/** One that can't be read takes none of the others with it. */
const shiftsThatCanBeRead = z
  .array(plannedShift.nullable().catch(null))
  .transform((shifts) => shifts.filter((shift) => shift !== null));
const draft = z.object({ shifts: shiftsThatCanBeRead, reason: z.string() });
const none = { shifts: [], reason: '' };

export interface Unsaved {
  readonly shifts: readonly PlannedShift[];
  readonly reason: string;
  readonly add: (shifts: readonly PlannedShift[], why?: string) => void;
  readonly remove: (index: number) => void;
  readonly explain: (reason: string) => void;
  readonly clear: () => void;
}

/** RVIEW-9: changes of a rota that are not saved yet; they outlive a reload, as all that is typed does. */
export function useUnsaved(rotaId: RotaId): Unsaved {
  const { form, clear } = useDraftForm<{ json: string }>(`rota:${rotaId}`, { json: JSON.stringify(none) });
  const read = draft.safeParse(JSON.parse(form.watch('json')));
  const { shifts, reason } = read.success ? read.data : none;
  const write = (part: Partial<z.infer<typeof draft>>) =>
    form.setValue('json', JSON.stringify({ shifts, reason, ...part }));
  return {
    shifts,
    reason,
    add: (more, why = reason) => write({ shifts: [...shifts, ...more], reason: why }),
    remove: (index) => write({ shifts: shifts.filter((_, nth) => nth !== index) }),
    explain: (text) => write({ reason: text }),
    clear,
  };
}
