import type { CallRow } from '@ringside/shared/protocol/down';
import {
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
  Undo2,
  Unplug,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { OfferOutcome } from '@ringside/shared/model/call-outcome';
import { useText } from '../../i18n/text.ts';
import { callOutcomeWords, offerOutcomeWords } from '../../wording/words-of-the-model.ts';
import './OutcomeBadge.css';

const icons: Record<OfferOutcome, ReactNode> = {
  accepted: <PhoneIncoming size={14} aria-hidden />,
  declined: <PhoneOff size={14} aria-hidden />,
  notAnswered: <PhoneMissed size={14} aria-hidden />,
  unreachable: <Unplug size={14} aria-hidden />,
  callerGaveUp: <Undo2 size={14} aria-hidden />,
  withdrawn: <PhoneForwarded size={14} aria-hidden />,
};

/** How the agent's own part ended, and where it was accepted, how the call did. */
export function OutcomeBadge({ row }: { readonly row: CallRow }) {
  const t = useText();
  const isAccepted = row.offer === 'accepted';
  const word = isAccepted && row.outcome ? t(callOutcomeWords[row.outcome]) : t(offerOutcomeWords[row.offer]);
  return (
    <span className={`outcome outcome-${row.offer}`}>
      {row.direction === 'outbound' ? <PhoneOutgoing size={14} aria-hidden /> : icons[row.offer]}
      {word}
    </span>
  );
}
