import type { RotaId } from '@ringside/shared/model/ids';
import type { PlannedShift, RotaFaultView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { rotaSchedule } from '@ringside/shared/protocol/rota';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { useMemo } from 'react';
import { useAnswer } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import type { Span } from './span.ts';
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
export function useSchedule(rotaId: RotaId, span: Span, planned: readonly PlannedShift[]): ShownSchedule {
  const asked = { rotaId, from: span.from, until: span.until };
  const saved = useAnswer({ ask: 'rota.schedule', ...asked }, rotaSchedule, anyRota);
  const preview = useAnswer(
    planned.length === 0 ? null : { ask: 'rota.preview', ...asked, shifts: [...planned] },
    rotaSchedule,
    anyRota,
  );
  const { value } = saved;
  const drawn = useMemo(
    () => value && (planned.length === 0 ? value : withPlanned(value, planned)),
    [value, planned],
  );
  const said = planned.length === 0 ? null : preview.value;
  return {
    schedule: said ?? drawn,
    problem: saved.problem,
    added: said && value && said.faults.filter((fault) => !value.faults.some((one) => isSame(one, fault))),
    refused: planned.length === 0 ? null : preview.problem,
    again: saved.again,
  };
}

const isSame = (one: RotaFaultView, other: RotaFaultView): boolean =>
  one.kind === other.kind &&
  one.layer === other.layer &&
  one.from === other.from &&
  one.until === other.until &&
  one.agentId === other.agentId;
