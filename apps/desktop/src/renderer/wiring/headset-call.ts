import type { ContactView } from '@ringside/shared/protocol/contact';
import type { HeadsetCall } from '../headset/headset-port.ts';

/** What the headset's lights show and its buttons mean. */
export function headsetCall(contacts: readonly ContactView[], phoneIsMuted: boolean): HeadsetCall {
  const live = contacts.find(({ state }) => state.is !== 'offered' && state.is !== 'wrapUp');
  if (live) {
    const held = live.state.is === 'held';
    return { call: 'talking', muted: phoneIsMuted && live.state.is === 'talking', held };
  }
  const rings = contacts.some(({ state }) => state.is === 'offered');
  return { call: rings ? 'ringing' : 'none', muted: false, held: false };
}
