import type { AlertView } from '@ringside/shared/protocol/case-clocks';
import { serverNow } from '@ringside/ui/ticker';
import { useEffect, useRef } from 'react';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { useServices } from '../../services.tsx';
import { clockKindWords } from '../../wording/clock-wording.ts';
import { timeLeft } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';

/** Says a warning once, calls somebody who looks elsewhere at a breach, and tells what a changed calendar moved. */
export function useClockNews(): void {
  const words = useWords();
  const { platform } = useServices();
  const warned = useDesk((s) => s.desk?.lastWarned ?? null);
  const reckoned = useDesk((s) => s.desk?.lastReckoned ?? null);
  const alerts = useDesk((s) => s.desk?.alerts);
  const known = useRef(new Set(alerts?.map(keyOf)));
  const saidReckoned = useRef(reckoned);
  const saidWarning = useRef(warned);

  useEffect(() => {
    if (warned === null || warned === saidWarning.current) return;
    saidWarning.current = warned;
    say('warn', { id: 'clock.warned' }, valuesOf(warned, words));
  }, [warned, words]);

  useEffect(() => {
    if (reckoned === null || reckoned === saidReckoned.current) return;
    saidReckoned.current = reckoned;
    say('info', { id: 'clock.reckoned' }, { moved: reckoned.moved, looked: reckoned.looked });
  }, [reckoned]);

  useEffect(() => {
    const fresh = (alerts ?? []).filter((alert) => !known.current.has(keyOf(alert)));
    for (const alert of fresh) known.current.add(keyOf(alert));
    const [first] = fresh;
    if (first === undefined) return;
    const title = words.t({ id: 'clock.alert' }, valuesOf(first, words));
    platform.remind({ title, body: first.title });
  }, [alerts, platform, words]);
}

const keyOf = ({ caseId, clock, at }: AlertView): string => `${caseId} ${clock} ${at}`;

const valuesOf = ({ reference, clock, dueAt }: AlertView, words: Words) => ({
  reference,
  clock: words.t(clockKindWords[clock]),
  left: timeLeft(dueAt, serverNow(), words),
});
