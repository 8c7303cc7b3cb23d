import type { ClocksAtRisk } from '@ringside/shared/protocol/case-clocks';
import { clocksAtRisk } from '@ringside/shared/protocol/case-clocks';
import { useState } from 'react';
import type { Answer } from '../../asking.ts';
import { useAnswer } from '../../asking.ts';
import { useLive } from './use-live.ts';

const atFirst = 25;
const most = 200;

export interface ClocksShown {
  readonly answer: Answer<ClocksAtRisk>;
  /** null: all are shown, or as many as can be */
  readonly more: (() => void) | null;
}

/** The clocks at risk, as many as were asked for. While more are asked for those shown stay. */
export function useClocksAtRisk(within: number | null): ClocksShown {
  const [asked, setAsked] = useState({ within, limit: atFirst });
  const limit = asked.within === within ? asked.limit : atFirst;
  const answer = useLive(useAnswer({ ask: 'clock.atRisk', within, limit }, clocksAtRisk));
  const [shown, setShown] = useState(answer.value);
  if (answer.value !== null && answer.value !== shown) setShown(answer.value);
  const value = answer.value ?? (answer.problem === null ? shown : null);
  const isMore = value !== null && value.more && limit < most;
  return {
    answer: { ...answer, value },
    more: isMore ? () => setAsked({ within, limit: most }) : null,
  };
}
