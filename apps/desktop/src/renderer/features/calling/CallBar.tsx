import type { ContactView } from '@ringside/shared/protocol/contact';
import { CallTimer } from '@ringside/ui/CallTimer';
import { Countdown } from '@ringside/ui/Countdown';
import { HoldTimer } from '@ringside/ui/HoldTimer';
import { StateBadge } from '@ringside/ui/StateShape';
import type { ReactNode } from 'react';
import { customerOf, whoCalls } from '../../contacts.ts';
import { useDesk } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { salutation } from '../../wording/name-wording.ts';
import { callerText } from '../../wording/phone-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { AudioQuality } from './AudioQuality.tsx';
import { CallButtons } from './CallButtons.tsx';
import { useBarContact } from './current-call.ts';
import './CallBar.css';

/** The softphone bar. Each thing in it has one place, whether there is a call or not. */
export function CallBar({ presence, help }: { readonly presence: ReactNode; readonly help?: ReactNode }) {
  const words = useWords();
  const contact = useBarContact();
  const { takeCalls } = useMay();
  return (
    <header className="bar">
      <div className="bar-mark" aria-hidden>
        <span>R</span>
      </div>
      {presence}
      {takeCalls && (
        <>
          <section className="bar-call" aria-label={words.t({ id: 'bar.call' })}>
            {contact ? <CallInBar contact={contact} /> : <Idle />}
          </section>
          {help}
          <CallButtons contact={contact} />
        </>
      )}
    </header>
  );
}

function Idle() {
  const { t } = useWords();
  const state = useDesk((s) => s.desk?.presence.state);
  return <p className="bar-idle">{state === 'ready' ? t({ id: 'bar.waiting' }) : t({ id: 'bar.noCall' })}</p>;
}

function CallInBar({ contact }: { readonly contact: ContactView }) {
  const words = useWords();
  const go = useGo();
  const customer = customerOf(contact);
  const title = customer && salutation(customer.name, customer.language);
  return (
    <>
      <button type="button" className="bar-who" onClick={() => go.contact(contact.callId)}>
        <span className="bar-name rs-clip">
          {whoCalls(contact, words)} {title && <small>{title}</small>}
        </span>
        <span className="bar-number rs-clip">{callerText(contact.caller, words)}</span>
      </button>
      <BarTimer contact={contact} />
      <CallState contact={contact} words={words} />
      {contact.state.is !== 'wrapUp' && <AudioQuality contact={contact} />}
    </>
  );
}

function BarTimer({ contact }: { readonly contact: ContactView }) {
  const until = useDesk(({ desk }) => (desk?.presence.state === 'wrapUp' ? desk.presence.until : null));
  if (contact.state.is === 'wrapUp') {
    return until === null ? (
      <CallTimer since={contact.state.since} className="bar-timer" />
    ) : (
      <Countdown until={until} className="bar-timer" />
    );
  }
  if (contact.state.is === 'offered') return null;
  return <CallTimer since={contact.answeredAt ?? contact.state.since} className="bar-timer" />;
}

function CallState({ contact, words: { t } }: { readonly contact: ContactView; readonly words: Words }) {
  switch (contact.state.is) {
    case 'offered':
    case 'talking':
      return null;
    case 'dialling':
      return <StateBadge state="ringing">{t({ id: 'bar.dialling' })}</StateBadge>;
    case 'held':
      return (
        <HoldTimer
          since={contact.state.since}
          held={t({ id: 'bar.held' })}
          heldTooLong={t({ id: 'bar.heldTooLong' })}
          announcement={t({ id: 'bar.heldAnnounce' })}
        />
      );
    case 'reconnecting':
      return (
        <StateBadge state="breach">
          {t({ id: 'bar.reconnecting' })} <Countdown until={contact.state.until} />
        </StateBadge>
      );
    case 'wrapUp':
      return <StateBadge state="wrapUp">{endedByWord(contact.state.endedBy, t)}</StateBadge>;
  }
}

function endedByWord(side: 'caller' | 'agent' | 'gateway', t: Words['t']): string {
  if (side === 'caller') return t({ id: 'bar.callerEnded' });
  return side === 'agent' ? t({ id: 'bar.youEnded' }) : t({ id: 'bar.lineEnded' });
}
