import type { SwapState } from '@ringside/shared/model/rota';
import type { RotaNotice, SwapCandidate } from '@ringside/shared/protocol/rota';
import type { NoticeTone } from '@ringside/ui/Notice';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { rotaFaultWords } from '../../wording/rota-wording.ts';

export const swapStateWords: Record<SwapState, Message> = defineMessages({
  asked: { id: 'swap.state.asked' },
  done: { id: 'swap.state.done' },
  withdrawn: { id: 'swap.state.withdrawn' },
  declined: { id: 'swap.state.declined' },
  expired: { id: 'swap.state.expired' },
});

/** Why somebody can't take a shift. */
export const hindranceWords: Record<NonNullable<SwapCandidate['not']>, Message> = {
  ...rotaFaultWords,
  ...defineMessages({
    absent: { id: 'swap.not.absent' },
    onAlready: { id: 'swap.not.onAlready' },
    notReachable: { id: 'swap.not.notReachable' },
    tooLittleRest: { id: 'swap.not.tooLittleRest' },
    overLimit: { id: 'swap.not.overLimit' },
  }),
};

type Kind = RotaNotice['notice'];

export const rotaNoticeWords: Record<Kind, Message> = defineMessages({
  gap: { id: 'rotaNotice.gap' },
  reminder: { id: 'rotaNotice.reminder' },
  swapAsked: { id: 'rotaNotice.swapAsked' },
  swapDone: { id: 'rotaNotice.swapDone' },
  swapOver: { id: 'rotaNotice.swapOver' },
  swapDeclined: { id: 'rotaNotice.swapDeclined' },
  swapExpired: { id: 'rotaNotice.swapExpired' },
  handover: { id: 'rotaNotice.handover' },
  handedOver: { id: 'rotaNotice.handedOver' },
  changed: { id: 'rotaNotice.changed' },
});

export const rotaNoticeTones: Record<Kind, NoticeTone> = {
  gap: 'bad',
  reminder: 'info',
  swapAsked: 'info',
  swapDone: 'good',
  swapOver: 'info',
  swapDeclined: 'warn',
  swapExpired: 'warn',
  handover: 'info',
  handedOver: 'info',
  changed: 'info',
};
