import type { RotaId } from '@ringside/shared/model/ids';
import type { RotaFaultView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { rotaSchedule } from '@ringside/shared/protocol/rota';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { useMemo } from 'react';
import { useAnswer } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import type { DrawnShift } from '../../rota-changes.ts';
import { asChanged, mostAtOnce } from '../../rota-changes.ts';
import { daysTouched, nearestTo } from './laid-over.ts';
import type { Span } from './span.ts';
import { daysOf } from './span.ts';
import { withPlanned } from './with-planned.ts';

export interface ShownSchedule {
  /** with what is planned and not saved; null: not there yet */
  readonly schedule: RotaSchedule | null;
  readonly problem: ProblemWord | null;
  /** what the changes would do wrong that is not wrong without them; null: the gateway has not said */
  readonly added: readonly RotaFaultView[] | null;
  /** why it can't say: one of the changes is over by now, say */
  readonly refused: ProblemWord | null;
  readonly again: () => void;
}

/** RVIEW-9: the schedule, or how it would be; drawn at once, and then as the gateway says. */
export function useSchedule(rotaId: RotaId, span: Span, planned: readonly DrawnShift[]): ShownSchedule {
  const saved = useAnswer({ ask: 'rota.schedule', rotaId, ...span }, rotaSchedule, anyRota);
  const preview = usePreview(rotaId, planned.length === 0 ? null : span, planned);
  const all = allDays(span, planned);
  const savedThere = useAnswer(
    all === null ? null : { ask: 'rota.schedule', rotaId, ...all },
    rotaSchedule,
    anyRota,
  );
  const previewThere = usePreview(rotaId, all, planned);
  const { value } = saved;
  const drawn = useMemo(
    () => value && (planned.length === 0 ? value : withPlanned(value, planned)),
    [value, planned],
  );
  const said = planned.length === 0 ? null : preview.value;
  return {
    schedule: said ?? drawn,
    problem: saved.problem,
    added: all === null ? newIn(said, value) : newIn(previewThere.value, savedThere.value),
    refused: planned.length === 0 ? null : preview.problem,
    again: saved.again,
  };
}

const usePreview = (rotaId: RotaId, days: Span | null, planned: readonly DrawnShift[]) =>
  useAnswer(
    days === null
      ? null
      : {
          ...{ ask: 'rota.preview', rotaId, ...days },
          shifts: nearestTo(days, planned, mostAtOnce).map(asChanged),
        },
    rotaSchedule,
    anyRota,
  );

/** as many as one question takes */
const mostDays = 400;

/** All days that are shown or changed; null: those shown are all, or all are too many. */
function allDays(shown: Span, planned: readonly DrawnShift[]): Span | null {
  const touched = daysTouched(planned);
  if (touched === null || (touched.from >= shown.from && touched.until <= shown.until)) return null;
  const all = {
    from: touched.from < shown.from ? touched.from : shown.from,
    until: touched.until > shown.until ? touched.until : shown.until,
  };
  return daysOf(all).length > mostDays ? null : all;
}

const newIn = (then: RotaSchedule | null, now: RotaSchedule | null): readonly RotaFaultView[] | null =>
  then && now && then.faults.filter((fault) => !now.faults.some((one) => isSame(one, fault)));

const isSame = (one: RotaFaultView, other: RotaFaultView): boolean =>
  one.kind === other.kind &&
  one.layer === other.layer &&
  one.from === other.from &&
  one.until === other.until &&
  one.agentId === other.agentId;
