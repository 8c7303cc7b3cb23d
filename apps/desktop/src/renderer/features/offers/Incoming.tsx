import type { ContactView, ScreenPop } from '@ringside/shared/protocol/contact';
import { Badge, TierBadge } from '@ringside/ui/Badge';
import { CallTimer } from '@ringside/ui/CallTimer';
import { Countdown } from '@ringside/ui/Countdown';
import { OfferCard } from '@ringside/ui/OfferCard';
import { serverNow } from '@ringside/ui/ticker';
import { Flag, HeartHandshake, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useCommand } from '../../asking.ts';
import { customerOf, isOffered, networkName, whoCalls } from '../../contacts.ts';
import { useDesk } from '../../desk.ts';
import { useKey, useShownKeys } from '../../keys/keys.ts';
import { useGo } from '../../navigation.ts';
import { queueName, useReference } from '../../reference.ts';
import { salutation } from '../../wording/name-wording.ts';
import { callerText } from '../../wording/phone-wording.ts';
import { likelyReasonText } from '../../wording/reason-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { scriptOf, wayLines } from '../../wording/way-wording.ts';
import { riskWords, tierWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import './Incoming.css';

/** The calls that ring here. It shows; it takes neither the focus nor a key that somebody is about to press. */
export function Incoming() {
  const { t } = useWords();
  const contacts = useDesk((s) => s.desk?.contacts);
  const offered = contacts?.filter(isOffered) ?? [];
  if (offered.length === 0) return null;
  return (
    <section aria-label={t({ id: 'offer.incoming' })} className="incoming">
      <h2>{t({ id: 'offer.incoming' })}</h2>
      {offered.map((contact) => (
        <Card key={contact.callId} contact={contact} />
      ))}
    </section>
  );
}

function Card({ contact }: { readonly contact: ContactView }) {
  const words = useWords();
  const reference = useReference();
  const tell = useCommand();
  const go = useGo();
  const card = useRef<HTMLElement>(null);
  const { state, callId, pop } = contact;
  const offerId = state.is === 'offered' ? state.offerId : null;
  const isAnswering = useRef(false);
  // A key pressed twice in a hurry is one answer.
  const reply = (how: 'offer.accept' | 'offer.decline') => {
    if (offerId === null || isAnswering.current) return;
    isAnswering.current = true;
    void tell({ do: how, callId, offerId }).then(() => {
      isAnswering.current = false;
    });
  };
  const answer = () => {
    go.contact(callId);
    reply('offer.accept');
  };
  const decline = () => reply('offer.decline');
  useKey('answer', answer);
  useKey('decline', decline);
  useKey('incoming', () => card.current?.focus());
  const [answerKeys, declineKeys] = [useShownKeys('answer'), useShownKeys('decline')];
  if (state.is !== 'offered') return null;

  const { t } = words;
  const customer = customerOf(contact);
  const script = scriptOf(contact, reference, words);
  const way = wayLines(contact, reference, words).join(' · ');
  return (
    <OfferCard
      cardRef={card}
      label={t({ id: 'offer.label' }, { name: whoCalls(contact, words) })}
      tier={
        customer ? (
          <TierBadge tier={customer.tier.tier}>{t(tierWords[customer.tier.tier])}</TierBadge>
        ) : (
          <Badge tone="warn">{unknownWord(pop, words)}</Badge>
        )
      }
      left={
        <>
          <Countdown until={state.until} /> {t({ id: 'offer.left' })}
        </>
      }
      name={
        <button type="button" className="incoming-look" onClick={() => go.contact(callId)}>
          {whoCalls(contact, words)}
          {customer && <small> {salutation(customer.name, customer.language)}</small>}
        </button>
      }
      under={[callerText(contact.caller, words), customer ? null : networkName(contact)]
        .filter(Boolean)
        .join(' · ')}
      reason={
        pop.reason &&
        t({ id: 'offer.probably' }, { reason: likelyReasonText(pop.reason, serverNow(), words) })
      }
      queue={<QueueAndWait contact={contact} words={words} />}
      open={[...callbackLines(contact, words), ...(way === '' ? [] : [way]), ...openLines(pop, words)]}
      sayFirst={script && t({ id: 'offer.sayFirst' }, { script })}
      risks={riskBadges(pop, words)}
      offeredAt={state.offeredAt}
      until={state.until}
      answer={{
        text: t(isToBeCalled(contact) ? { id: 'offer.callBack' } : { id: 'offer.answer' }),
        keys: answerKeys,
        onPress: answer,
      }}
      decline={{ text: t({ id: 'offer.decline' }), keys: declineKeys, onPress: decline }}
    />
  );
}

function QueueAndWait({ contact, words }: { readonly contact: ContactView; readonly words: Words }) {
  const { queueId, queuedAt } = contact;
  const queue = queueName(queueId, useReference(), words);
  return (
    <>
      {queue}
      {queuedAt !== null && (
        <>
          {queue && ' · '}
          {words.t({ id: 'offer.waited' })} <CallTimer since={queuedAt} />
        </>
      )}
    </>
  );
}

/** Answering dials the customer. */
const isToBeCalled = ({ callback }: ContactView): boolean => callback !== null && !callback.onLine;

/** That the customer is called back, and what was noted for it. */
function callbackLines({ callback }: ContactView, { t }: Words): string[] {
  if (callback === null) return [];
  const { attempt, attempts, onLine, note } = callback;
  const what = onLine ? t({ id: 'offer.calledBack' }) : t({ id: 'offer.attempt' }, { attempt, attempts });
  return note === '' ? [what] : [what, t({ id: 'offer.callbackNote' }, { note })];
}

/** Open cases and promises beyond the one that is already the likely reason. */
function openLines({ openCases, promises, reason }: ScreenPop, words: Words): string[] {
  const { t } = words;
  const told =
    reason?.kind === 'promise'
      ? reason.promise.promiseId
      : reason?.kind === 'openCase'
        ? reason.case.caseId
        : '';
  const cases = openCases
    .filter((open) => open.caseId !== told)
    .map((open) => t({ id: 'offer.case' }, { reference: open.reference, title: open.title }));
  const promised = promises
    .filter((promise) => promise.promiseId !== told)
    .map((promise) => {
      const due = dayAndTime(promise.dueAt, serverNow(), words);
      return t({ id: 'offer.promise' }, { what: promise.what, due });
    });
  return [...promised, ...cases].slice(0, 3);
}

function riskBadges({ risks }: ScreenPop, { t }: Words) {
  return risks.map((risk) => {
    if (risk === 'vulnerable') {
      return (
        <Badge key={risk} tone="care" icon={<HeartHandshake size={12} aria-hidden />}>
          {t(riskWords[risk])}
        </Badge>
      );
    }
    const isBroken = risk === 'promiseBroken' || risk === 'promiseAtRisk';
    return (
      <Badge
        key={risk}
        tone={isBroken ? 'risk' : 'plain'}
        icon={isBroken ? <TriangleAlert size={12} aria-hidden /> : <Flag size={12} aria-hidden />}
      >
        {t(riskWords[risk])}
      </Badge>
    );
  });
}

function unknownWord({ match }: ScreenPop, { t }: Words): string {
  if (match.kind === 'several') return t({ id: 'offer.several' });
  return match.kind === 'withheld' ? t({ id: 'offer.withheld' }) : t({ id: 'offer.new' });
}
