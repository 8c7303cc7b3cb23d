import { decimal, trimmed } from '../message/characters.ts';
import { headers } from '../message/header.ts';
import type { SipHeader, SipMessage } from '../message/message.ts';
import { splitList } from '../message/split-list.ts';
import { understood } from './capabilities.ts';
import type { TimerWords } from './session-timer.ts';

/** All elements of a list header such as Supported, Require or Allow. */
export function listOf(message: { readonly headers: readonly SipHeader[] }, name: string): readonly string[] {
  const values = headers(message, name);
  return values.length === 0 ? values : values.flatMap((value) => splitList(value).map(trimmed));
}

export function lists(message: SipMessage, name: string, element: string): boolean {
  return listOf(message, name).some((one) => one.toLowerCase() === element.toLowerCase());
}

/** Option tags that the peer requires and we don't know: they go into the Unsupported header of a 420 (section 8.2.2.3). */
export function unsupportedRequirements(message: SipMessage): readonly string[] {
  return listOf(message, 'Require').filter((tag) => !understood.has(tag.toLowerCase()));
}

/** What a message says about session timers (RFC 4028 sections 4 and 5). */
export function timerWordsOf(message: SipMessage): TimerWords {
  const [expires = '', ...parameters] = (headers(message, 'Session-Expires')[0] ?? '')
    .split(';', 8)
    .map(trimmed);
  const refresher = parameters
    .find((one) => one.toLowerCase().startsWith('refresher='))
    ?.slice(10)
    .toLowerCase();
  return {
    interval: decimal(expires, 86_400 * 7),
    refresher: refresher === 'uac' || refresher === 'uas' ? refresher : null,
    minimum: decimal(trimmed((headers(message, 'Min-SE')[0] ?? '').split(';', 1)[0] ?? ''), 86_400 * 7),
    supported: lists(message, 'Supported', 'timer') || lists(message, 'Require', 'timer'),
  };
}
