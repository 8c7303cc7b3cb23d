import { useLayoutEffect, useRef } from 'react';
import { CallTimer } from './CallTimer.tsx';
import { StateShape } from './StateShape.tsx';
import { onTick, serverNow } from './ticker.ts';
import './HoldTimer.css';

type HoldStage = 'short' | 'long' | 'tooLong';

/** P12: nobody is on hold longer than a minute or two. In milliseconds. */
const longHold = 60_000;
const tooLongHold = 120_000;

export function holdStage(heldFor: number): HoldStage {
  if (heldFor >= tooLongHold) return 'tooLong';
  return heldFor >= longHold ? 'long' : 'short';
}

interface HoldTimerProps {
  /** when the hold began, on the gateway's clock */
  readonly since: number;
  readonly held: string;
  readonly heldTooLong: string;
  /** the sentence for a screen reader, said once when two minutes have passed */
  readonly announcement: string;
}

/** How long a caller has been on hold, and a warning when it is too long. Like all clocks it ticks without a render. */
export function HoldTimer({ since, held, heldTooLong, announcement }: HoldTimerProps) {
  const badge = useRef<HTMLSpanElement>(null);
  const word = useRef<HTMLSpanElement>(null);
  const spoken = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const show = (now: number) => {
      const stage = holdStage(now - since);
      if (badge.current) badge.current.dataset['stage'] = stage;
      write(word.current, stage === 'short' ? held : heldTooLong);
      return stage;
    };
    show(serverNow());
    // A live region is heard only when it changes after it was drawn, so the first words are left to a tick.
    return onTick((now) => write(spoken.current, show(now) === 'tooLong' ? announcement : ''));
  }, [since, held, heldTooLong, announcement]);
  return (
    <span ref={badge} className="rs-hold">
      <StateShape state="ringing" />
      <span ref={word} />
      <CallTimer since={since} />
      <span ref={spoken} className="rs-hidden" role="status" />
    </span>
  );
}

function write(into: HTMLElement | null, text: string): void {
  if (into && into.textContent !== text) into.textContent = text;
}
