import type { RotaId } from '@ringside/shared/model/ids';
import type { ComponentType } from 'react';
import type { Message } from '../../i18n/text.ts';

/** What another feature shows beside a rota, such as absences and swaps. Frame and heading are the page's. */
export interface RotaPanel {
  readonly id: string;
  readonly title: Message;
  readonly component: ComponentType<{ readonly rotaId: RotaId }>;
}
