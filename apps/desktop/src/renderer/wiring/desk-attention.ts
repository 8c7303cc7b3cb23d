import type { Language } from '@ringside/shared/model/language';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { DeskState } from '../desk.ts';
import type { HeadsetCall } from '../headset/headset-port.ts';
import type { Platform } from '../platform.ts';
import { callerName, offerLine } from './attention-words.ts';

type Offer = NonNullable<Parameters<Platform['attend']>[0]>;
type Call = NonNullable<Parameters<Platform['showCall']>[0]>;

/** The offer that is to be noticed, worded. */
export function shownOffer(desk: DeskState | null, language: Language): Offer | null {
  const offered = desk?.contacts.find(({ state }) => state.is === 'offered');
  if (!desk || !offered) return null;
  const { callId, hotlineId, queueId } = offered;
  const hotline = desk.reference.hotlines.find((line) => line.hotlineId === hotlineId);
  const queue = desk.reference.queues.find((line) => line.queueId === queueId);
  return {
    callId,
    title: callerName(offered, language),
    body: offerLine(hotline?.name ?? queue?.name ?? null, language),
  };
}

/** The running call for the mini window; its start on this machine's own clock. */
export function shownCall(desk: DeskState | null, muted: boolean, language: Language): Call | null {
  const live = desk?.contacts.find(isLive);
  if (!desk || !live) return null;
  return {
    name: callerName(live, language),
    since: Math.max(0, Math.round((live.answeredAt ?? live.state.since) - desk.clockOffset)),
    muted,
    held: live.state.is === 'held',
  };
}

/** What the headset's lights and buttons follow. */
export function headsetCall(desk: DeskState | null, muted: boolean): HeadsetCall {
  const live = desk?.contacts.find(isLive);
  if (live) return { call: 'talking', muted, held: live.state.is === 'held' };
  const rings = desk?.contacts.some(({ state }) => state.is === 'offered') ?? false;
  return { call: rings ? 'ringing' : 'none', muted: false, held: false };
}

type LiveState = Exclude<ContactView['state'], { is: 'offered' | 'wrapUp' }>;
function isLive(contact: ContactView): contact is ContactView & { state: LiveState } {
  return contact.state.is !== 'offered' && contact.state.is !== 'wrapUp';
}
