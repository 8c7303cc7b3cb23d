import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { AlarmClock } from 'lucide-react';
import { useCallback } from 'react';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

/** COMP-9: by when it is decided, and how long that is. */
export function TimeToDecide({ until }: { readonly until: number }) {
  const words = useWords();
  const left = useCallback((now: number) => timeLeft(until, now, words), [until, words]);
  const now = serverNow();
  return (
    <p className="compensation-due" data-late={until < now}>
      <AlarmClock size={14} aria-hidden />
      <span>{words.t({ id: 'compensation.decideBy' }, { time: dayAndTime(until, now, words) })}</span>
      <Ticking text={left} />
    </p>
  );
}
