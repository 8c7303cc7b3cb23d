import type { SystemReason } from '@ringside/shared/model/presence';
import { systemReasons } from '@ringside/shared/model/presence';
import type { PresenceView } from '@ringside/shared/protocol/presence';
import type { Reference } from '@ringside/shared/protocol/reference';
import type { ShownState } from '@ringside/ui/StateShape';
import { useDesk } from '../../desk.ts';
import { useReference } from '../../reference.ts';
import { systemReasonWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf, useWords } from '../../wording/words.ts';

export const presenceShapes: Record<PresenceView['state'], ShownState> = {
  signedOut: 'offline',
  notReady: 'notReady',
  ready: 'ready',
  reserved: 'ringing',
  onCall: 'onCall',
  wrapUp: 'wrapUp',
};

/** A reason of Not ready in words: the gateway's own, or one of the centre's list. */
export function reasonName(reason: string, { notReadyReasons }: Reference, words: Words): string {
  const isSystem = (word: string): word is SystemReason => systemReasons.some((known) => known === word);
  if (isSystem(reason)) return words.t(systemReasonWords[reason]);
  return nameOf(notReadyReasons, (item) => item.reason === reason, reason, words.language);
}

/** What stands beside the state: the reason of Not ready and who set it, or how many calls were missed. */
export function detailOf(presence: PresenceView, reference: Reference, words: Words): string | null {
  if (presence.state === 'notReady') {
    const reason = reasonName(presence.reason, reference, words);
    if (presence.by === undefined) return reason;
    const by = words.t({ id: 'presence.by' }, { name: presence.by });
    return presence.reason === 'forcedBySupervisor' ? by : `${reason} · ${by}`;
  }
  if (presence.state === 'ready' && presence.missed !== undefined)
    return words.t({ id: 'presence.missed' }, { count: presence.missed });
  return null;
}

/** What comes after the running contact, where it is not Ready. */
export function useNextWords(): string | null {
  const words = useWords();
  const reference = useReference();
  const next = useDesk(({ desk }) => (desk && 'next' in desk.presence ? (desk.presence.next ?? null) : null));
  return next === null
    ? null
    : words.t({ id: 'presence.next' }, { next: reasonName(next, reference, words) });
}
