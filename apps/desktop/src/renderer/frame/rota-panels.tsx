import { defineMessages } from 'react-intl';
import { AbsencesPanel } from '../features/absences/AbsencesPanel.tsx';
import { PlanPanel } from '../features/absences/PlanPanel.tsx';
import type { RotaPanel } from '../features/rota/rota-panel.ts';
import { SwapsPanel } from '../features/swaps/SwapsPanel.tsx';

const words = defineMessages({
  swaps: { id: 'swap.panel' },
  absences: { id: 'absence.title' },
  plan: { id: 'rotaPlan.panel' },
});

/** What features show beside a rota, in the order in which it is shown; each adds its line. */
export const rotaPanels: readonly RotaPanel[] = [
  { id: 'swaps', title: words.swaps, component: SwapsPanel },
  { id: 'absences', title: words.absences, component: AbsencesPanel },
  { id: 'plan', title: words.plan, component: PlanPanel },
];
