import type { ContactView } from '@ringside/shared/protocol/contact';
import { serverNow } from '@ringside/ui/ticker';
import { useEffect, useRef } from 'react';
import { isOffered, whoCalls } from '../../contacts.ts';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { queueName, useReference } from '../../reference.ts';
import { useServices } from '../../services.tsx';
import { callerText } from '../../wording/phone-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { offerOutcomeWords, tierWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';

/** What an offer does outside its card: the ring, the platform's attention, one short sentence to a screen reader. */
export function OfferAnnouncer() {
  const words = useWords();
  const { phone, platform } = useServices();
  const offer = useDesk((s) => s.desk?.contacts.find(isOffered) ?? null);
  const sentence = useOfferSentence(offer, words);
  const callId = offer?.callId ?? null;
  const title = offer ? whoCalls(offer, words) : '';

  useEffect(() => {
    phone.setRinging(callId !== null);
  }, [phone, callId]);

  useEffect(() => {
    platform.attend(callId === null ? null : { callId, title, body: sentence });
  }, [platform, callId, title, sentence]);

  useLostOffers();
  useUnanswered(words);
  return (
    <p className="rs-hidden" aria-live="assertive">
      {sentence}
    </p>
  );
}

function useOfferSentence(offer: ContactView | null, { t, language, region, timeZone }: Words): string {
  const reference = useReference();
  if (!offer) return '';
  const words = { t, language, region, timeZone };
  const { match } = offer.pop;
  return t(
    { id: 'offer.announce' },
    {
      name: whoCalls(offer, words),
      tier: match.kind === 'known' ? t(tierWords[match.customer.tier.tier]) : callerText(offer.caller, words),
      queue: queueName(offer.queueId, reference, words) ?? '',
    },
  );
}

/** A customer who did not answer is called again, or is a task now: the agent's desk is empty either way. */
function useUnanswered(words: Words): void {
  const last = useDesk((s) => s.desk?.lastUnanswered ?? null);
  const told = useRef(last);
  useEffect(() => {
    if (last === null || last === told.current) return;
    told.current = last;
    if (last.again === null) return say('info', { id: 'callback.givenUp' });
    say('info', { id: 'callback.again' }, { time: dayAndTime(last.again, serverNow(), words) });
  }, [last, words]);
}

/** An offer that came to nothing gets one line that says which kind of nothing it was. */
function useLostOffers(): void {
  const lastGone = useDesk((s) => s.desk?.lastGone ?? null);
  const told = useRef(lastGone);
  useEffect(() => {
    if (lastGone === null || lastGone === told.current) return;
    told.current = lastGone;
    if (lastGone.outcome !== 'accepted') say('info', offerOutcomeWords[lastGone.outcome]);
  }, [lastGone]);
}
