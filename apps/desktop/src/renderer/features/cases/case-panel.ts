import type { CaseId } from '@ringside/shared/model/ids';
import type { ComponentType } from 'react';
import type { Message } from '../../i18n/text.ts';

/** What another feature shows of a case. It draws its content alone: frame and heading are the page's. */
export interface CasePanel {
  readonly id: string;
  readonly title: Message;
  /** `head`: over the whole width, under the title and without a heading; `side`: in the column on the right */
  readonly place: 'head' | 'side';
  readonly component: ComponentType<{ readonly caseId: CaseId }>;
}
