import { useLayoutEffect, useRef } from 'react';
import { onTick, serverNow } from './ticker.ts';

interface TickingProps {
  /** the words for a moment on the gateway's clock; called once a second */
  readonly text: (now: number) => string;
  readonly className?: string;
}

/** Text that follows the clock. It is written through a ref, so that a second costs no render. */
export function Ticking({ text, className }: TickingProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const write = (now: number) => {
      const words = text(now);
      if (ref.current && ref.current.textContent !== words) ref.current.textContent = words;
    };
    write(serverNow());
    return onTick(write);
  }, [text]);
  return <span ref={ref} className={className} role="timer" aria-live="off" />;
}
