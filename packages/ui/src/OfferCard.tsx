import { Phone, PhoneOff } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button } from './Button.tsx';
import { CountdownBar } from './Countdown.tsx';
import './OfferCard.css';

interface OfferCardProps {
  readonly cardRef?: Ref<HTMLElement>;
  /** what a screen reader calls the card */
  readonly label: string;
  readonly tier: ReactNode;
  /** time left until the call goes elsewhere, with its word */
  readonly left: ReactNode;
  readonly name: ReactNode;
  /** the number, or that it is withheld */
  readonly under: ReactNode;
  readonly reason: ReactNode;
  readonly queue: ReactNode;
  readonly open: readonly string[];
  readonly risks: readonly ReactNode[];
  /** what the agent says first on this line */
  readonly sayFirst?: ReactNode;
  readonly offeredAt: number;
  readonly until: number;
  readonly answer: { readonly text: string; readonly keys: string; readonly onPress: () => void };
  readonly decline: { readonly text: string; readonly keys: string; readonly onPress: () => void };
}

/** The incoming card: what must be known before "hello", in the order in which it is read. */
export function OfferCard(props: OfferCardProps) {
  const { label, tier, left, name, under, reason, queue, open, risks, sayFirst, answer, decline } = props;
  const { cardRef, offeredAt, until } = props;
  return (
    <article className="rs-offer" ref={cardRef} tabIndex={-1} aria-label={label}>
      <div className="rs-offer-top">
        {tier}
        <span className="rs-offer-left">{left}</span>
      </div>
      <div>
        <div className="rs-offer-name">{name}</div>
        <div className="rs-offer-under">{under}</div>
      </div>
      {reason && <p className="rs-offer-reason">{reason}</p>}
      <div className="rs-offer-under">{queue}</div>
      {open.map((line) => (
        <p key={line} className="rs-offer-open">
          {line}
        </p>
      ))}
      {risks.length > 0 && <div className="rs-offer-risks">{risks}</div>}
      {sayFirst && <p className="rs-offer-say">{sayFirst}</p>}
      <div className="rs-offer-actions">
        <Button look="primary" icon={<Phone size={16} aria-hidden />} onPress={answer.onPress}>
          {answer.text}
        </Button>
        <Button icon={<PhoneOff size={16} aria-hidden />} onPress={decline.onPress}>
          {decline.text}
        </Button>
        <kbd aria-hidden>{answer.keys}</kbd>
        <kbd aria-hidden>{decline.keys}</kbd>
      </div>
      <CountdownBar since={offeredAt} until={until} />
    </article>
  );
}
