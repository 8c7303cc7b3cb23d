import type { RotaId } from '@ringside/shared/model/ids';
import type { ComponentType } from 'react';
import type { Message } from '../../i18n/text.ts';
import type { DrawnPlan } from '../../rota-changes.ts';

interface RotaPanelProps {
  readonly rotaId: RotaId;
  /** Shows a plan in the calendar, as changes that are not saved yet. */
  readonly onDraw: (plan: DrawnPlan) => void;
}

/** What another feature shows beside a rota, such as absences and swaps. Frame and heading are the page's. */
export interface RotaPanel {
  readonly id: string;
  readonly title: Message;
  readonly component: ComponentType<RotaPanelProps>;
}
