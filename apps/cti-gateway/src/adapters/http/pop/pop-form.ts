import { managerOutcomes } from '@ringside/shared/model/rota';
import { localTime } from '@ringside/shared/protocol/rota';
import { z } from 'zod';
import type { PopNote } from '../../../ports/pop-door.ts';

/** What the form sends, as it was typed, so that it can be shown again. */
const popForm = z.object({
  do: z.enum(['open', 'refresh', 'note']),
  form: z.string().max(100).default(''),
  version: z.coerce.number().int().default(0),
  outcome: z.enum(managerOutcomes).optional(),
  category: z.string().max(64).default(''),
  note: z.string().max(4_000).default(''),
  what: z.string().trim().max(200).default(''),
  /** an instant, `other`, or nothing */
  when: z.string().max(20).default(''),
  other: z.string().max(20).default(''),
});
export type PopForm = z.infer<typeof popForm>;

/** null: not what the page sends. */
export function readPopForm(body: unknown): PopForm | null {
  if (typeof body !== 'string') return null;
  const read = popForm.safeParse(Object.fromEntries(new URLSearchParams(body)));
  return read.success ? read.data : null;
}

export type FormFault = 'chooseOutcome' | 'chooseTime' | 'saySomething';

/** The note as it was filled in, or what is missing. */
export function noteIn({
  version,
  outcome,
  category,
  note,
  what,
  when,
  other,
}: PopForm): PopNote | FormFault {
  if (outcome === undefined) return 'chooseOutcome';
  const dueAt = dueIn(when, other);
  if (what !== '' && dueAt === null) return 'chooseTime';
  if (what === '' && dueAt !== null) return 'saySomething';
  const promise = what === '' || dueAt === null ? null : { what, dueAt };
  return { version, outcome, category: category === '' ? null : category, note: note.trim(), promise };
}

function dueIn(when: string, other: string): number | string | null {
  // who types a time need not press "another time" as well
  if (when === 'other' || (when === '' && other !== ''))
    return localTime.safeParse(other).success && isDay(other) ? other : null;
  return /^\d{12,14}$/u.test(when) ? Number(when) : null;
}

const isDay = (local: string): boolean => !Number.isNaN(Date.parse(`${local}Z`));
