import { create } from 'zustand';

/** How many requests wait for this person's decision, as far as known: the rail's badge. */
export const useApprovals = create<{ readonly count: number }>(() => ({ count: 0 }));
