import type { ReactNode } from 'react';
import { useId } from 'react';
import { Explained } from './Hint.tsx';
import './Card.css';

interface CardProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A surface with a heading; a region a screen reader can jump to. */
export function Card({ title, aside, children }: CardProps) {
  const heading = useId();
  return (
    <section className="rs-card" aria-labelledby={heading}>
      <header className="rs-card-head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

export interface ShownFact {
  readonly id: string;
  readonly value: ReactNode;
  readonly name: string;
  /** where the figure comes from */
  readonly formula?: string;
  readonly tone?: 'breach' | 'warn';
}

/** A strip of figures that align, each with its name under it and its formula on hover. */
export function Facts({ facts }: { readonly facts: readonly ShownFact[] }) {
  return (
    <dl className="rs-facts">
      {facts.map((fact) => (
        <div key={fact.id} className={fact.tone ? `rs-fact rs-fact-${fact.tone}` : 'rs-fact'}>
          <dt>{fact.formula ? <Explained text={fact.formula}>{fact.name}</Explained> : fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
