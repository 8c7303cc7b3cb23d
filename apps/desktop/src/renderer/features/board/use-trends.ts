import { serviceLevel, shareOf } from '@ringside/shared/model/service-level';
import { queueReport } from '@ringside/shared/protocol/report';
import { onTick, serverNow } from '@ringside/ui/ticker';
import { useEffect, useMemo } from 'react';
import { useAnswer } from '../../asking.ts';
import { dayOf } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { Layout } from './settings.ts';
import { useAtTime } from './use-board.ts';

const fiveMinutes = 300_000;

/** The service level of each quarter of an hour of today, by queue; asked for anew every five minutes. */
export function useTrends(formula: Layout['formula']): (queueId: string) => readonly (number | null)[] {
  const { timeZone } = useWords();
  const date = useAtTime((now) => dayOf(now, timeZone));
  const { value, again } = useAnswer({ ask: 'report.queues', date, minutes: 15 }, queueReport);
  useEffect(() => {
    let next = serverNow() + fiveMinutes;
    return onTick((now) => {
      if (now < next) return;
      next = now + fiveMinutes;
      again();
    });
  }, [again]);
  const trends = useMemo(
    () =>
      new Map<string, readonly (number | null)[]>(
        value?.queues.map(({ queueId, rule, intervals }) => [
          queueId,
          intervals.map(({ counts }) => shareOf(serviceLevel(formula ?? rule.formula, counts))),
        ]),
      ),
    [value, formula],
  );
  return (queueId) => trends.get(queueId) ?? none;
}

const none: readonly (number | null)[] = [];
