import { defineMessages } from 'react-intl';
import type { RotaPanel } from '../features/rota/rota-panel.ts';
import { SwapsPanel } from '../features/swaps/SwapsPanel.tsx';

const words = defineMessages({
  swaps: { id: 'swap.panel' },
});

/** What features show beside a rota, in the order in which it is shown; each adds its line. */
export const rotaPanels: readonly RotaPanel[] = [{ id: 'swaps', title: words.swaps, component: SwapsPanel }];
