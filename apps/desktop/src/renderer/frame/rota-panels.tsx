import type { RotaPanel } from '../features/rota/rota-panel.ts';

/** What features show beside a rota, in the order in which it is shown; each adds its line. */
export const rotaPanels: readonly RotaPanel[] = [];
