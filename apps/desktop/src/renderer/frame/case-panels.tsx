import type { CasePanel } from '../features/cases/case-panel.ts';

/** What the page of a case is put together of, in the order in which it is shown; each feature adds its line. */
export const casePanels: readonly CasePanel[] = [];
