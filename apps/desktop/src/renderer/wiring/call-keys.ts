import type { ContactView } from '@ringside/shared/protocol/contact';
import type { GatewayLink } from '../gateway/gateway-link.ts';
import type { Phone } from '../phone/phone.ts';

export interface CallKeys {
  /** Without an id, the offer that ends first. */
  answer(callId?: string): void;
  end(): void;
  mute(): void;
}

/** What a headset's button, a key of the whole system and the mini window do: the same as the buttons on the screen. */
export function callKeys(
  contacts: () => readonly ContactView[],
  link: Pick<GatewayLink, 'command'>,
  phone: Pick<Phone, 'state' | 'setMuted'>,
): CallKeys {
  return {
    answer(callId) {
      const offers = contacts().flatMap(({ callId: id, state }) =>
        state.is === 'offered' && (callId === undefined || callId === id) ? [{ callId: id, ...state }] : [],
      );
      const first = offers.toSorted((a, b) => a.until - b.until)[0];
      if (first) void link.command({ do: 'offer.accept', callId: first.callId, offerId: first.offerId });
    },
    end() {
      const live = contacts().find(({ state }) => isLive(state.is));
      if (live) void link.command({ do: 'call.end', callId: live.callId });
    },
    mute() {
      if (contacts().some(({ state }) => state.is === 'talking' || state.is === 'dialling')) {
        phone.setMuted(!phone.state.muted);
      }
    },
  };
}

const isLive = (state: ContactView['state']['is']): boolean => state !== 'offered' && state !== 'wrapUp';
