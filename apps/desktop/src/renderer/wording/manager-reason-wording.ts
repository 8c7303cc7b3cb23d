import type { ManagerRequestReason } from '@ringside/shared/model/rota';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

/** Why a customer wants a manager. */
export const managerReasonWords: Record<ManagerRequestReason, Message> = defineMessages({
  notHelped: { id: 'managerReason.notHelped' },
  promiseBroken: { id: 'managerReason.promiseBroken' },
  staff: { id: 'managerReason.staff' },
  money: { id: 'managerReason.money' },
  safety: { id: 'managerReason.safety' },
  asksForIt: { id: 'managerReason.asksForIt' },
});
