import type { Centre } from '../domain/centre/centre.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import type { Numbering } from '../ports/numbering.ts';

/** The line a dialled number belongs to; the same number in another way of writing is the same line. null: none of ours. */
export function findHotline(centre: Centre, numbering: Numbering, dialled: string): Hotline | null {
  const exact = centre.hotlines.find(({ numbers }) => numbers.includes(dialled));
  if (exact) return exact;
  const number = numbering.parse(dialled, centre.region);
  if (number === null) return null;
  const same = (written: string): boolean => numbering.parse(written, centre.region) === number;
  return centre.hotlines.find(({ numbers }) => numbers.some(same)) ?? null;
}
