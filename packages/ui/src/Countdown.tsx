import { useCallback, useLayoutEffect, useRef } from 'react';
import { clockText } from './CallTimer.tsx';
import { Ticking } from './Ticking.tsx';
import { onTick, serverNow } from './ticker.ts';
import './Countdown.css';

/** Time left until an instant on the gateway's clock; rounded up, so that it ends at 0:00 and not before. */
export function Countdown({ until, className }: { readonly until: number; readonly className?: string }) {
  const text = useCallback((now: number) => clockText(Math.ceil((until - now) / 1_000) * 1_000), [until]);
  return <Ticking text={text} {...(className === undefined ? {} : { className })} />;
}

/** The same as a line that gets shorter. Decoration: the words beside it carry the meaning. */
export function CountdownBar({ since, until }: { readonly since: number; readonly until: number }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const draw = (now: number) => {
      const share = until <= since ? 0 : Math.min(1, Math.max(0, (until - now) / (until - since)));
      if (ref.current) ref.current.style.transform = `scaleX(${share})`;
    };
    draw(serverNow());
    return onTick(draw);
  }, [since, until]);
  return (
    <span className="rs-countdown-bar" aria-hidden>
      <span ref={ref} />
    </span>
  );
}

/** The same as a ring that empties. Decoration, too. */
export function CountdownRing({ since, until }: { readonly since: number; readonly until: number }) {
  const ref = useRef<SVGCircleElement>(null);
  useLayoutEffect(() => {
    const draw = (now: number) => {
      const share = until <= since ? 0 : Math.min(1, Math.max(0, (until - now) / (until - since)));
      ref.current?.setAttribute('stroke-dasharray', `${(share * ringLength).toFixed(2)} ${ringLength}`);
    };
    draw(serverNow());
    return onTick(draw);
  }, [since, until]);
  return (
    <svg className="rs-countdown-ring" viewBox="0 0 16 16" width="16" height="16" aria-hidden>
      <circle cx="8" cy="8" r={ringRadius} className="rs-countdown-ring-track" />
      <circle ref={ref} cx="8" cy="8" r={ringRadius} transform="rotate(-90 8 8)" />
    </svg>
  );
}

const ringRadius = 6;
const ringLength = Number((2 * Math.PI * ringRadius).toFixed(2));
