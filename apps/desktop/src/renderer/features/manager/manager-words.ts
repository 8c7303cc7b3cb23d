import type { DutyReach } from '@ringside/shared/model/rota';
import type { ManagerPageView } from '@ringside/shared/protocol/manager';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const reachWords: Record<DutyReach, Message> = defineMessages({
  deskThenPhone: { id: 'manager.deskThenPhone' },
  phoneThenDesk: { id: 'manager.phoneThenDesk' },
  deskOnly: { id: 'manager.deskOnly' },
  phoneOnly: { id: 'manager.phoneOnly' },
});

/** How a call would come now, and what to do where it would not. */
export const nowWords: Record<
  ManagerPageView['reach']['now'],
  { readonly is: Message; readonly why: Message }
> = {
  desk: defineMessages({ is: { id: 'manager.nowDesk' }, why: { id: 'manager.nowDeskWhy' } }),
  phone: defineMessages({ is: { id: 'manager.nowPhone' }, why: { id: 'manager.nowPhoneWhy' } }),
  nowhere: defineMessages({ is: { id: 'manager.nowNowhere' }, why: { id: 'manager.nowNowhereWhy' } }),
};
