import type { GridSort } from '@ringside/ui/LiveGrid';

/** Pressing a heading: biggest first, then smallest first, then the usual order again. */
export function nextSort(sort: GridSort | null, by: string): GridSort | null {
  if (sort?.by !== by) return { by, isDown: true };
  return sort.isDown ? { by, isDown: false } : null;
}
