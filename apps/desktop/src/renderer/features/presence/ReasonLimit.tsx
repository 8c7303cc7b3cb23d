import { limitStage } from '@ringside/shared/model/reason-limit';
import { clockText } from '@ringside/ui/CallTimer';
import { CountdownRing } from '@ringside/ui/Countdown';
import { Ticking } from '@ringside/ui/Ticking';
import { onTick, serverNow } from '@ringside/ui/ticker';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';

interface ReasonLimitProps {
  readonly since: number;
  readonly limit: number;
  readonly warnBeforeMs: number;
}

/** How long a break has lasted; from the warning on what is left of it, then by how much it is over. */
export function ReasonLimit({ since, limit, warnBeforeMs }: ReasonLimitProps) {
  const t = useText();
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const draw = (now: number) => {
      if (ref.current) ref.current.dataset['stage'] = limitStage(limit, warnBeforeMs, now);
    };
    draw(serverNow());
    return onTick(draw);
  }, [limit, warnBeforeMs]);
  const text = useCallback(
    (now: number) => {
      const stage = limitStage(limit, warnBeforeMs, now);
      if (stage === 'none') return clockText(now - since);
      if (stage === 'over') return t({ id: 'presence.limitOver' }, { time: clockText(now - limit) });
      const left = clockText(Math.ceil((limit - now) / 1_000) * 1_000);
      return t({ id: 'presence.limitLeft' }, { left });
    },
    [since, limit, warnBeforeMs, t],
  );
  return (
    <span ref={ref} className="presence-limit">
      <CountdownRing since={since} until={limit} />
      <Ticking text={text} className="presence-since" />
    </span>
  );
}
