import type { MyShifts, ShiftView } from '@ringside/shared/protocol/rota';
import { rotaSchedule } from '@ringside/shared/protocol/rota';
import { Loading } from '@ringside/ui/EmptyState';
import { Select } from '@ringside/ui/Select';
import { serverNow } from '@ringside/ui/ticker';
import { useAnswer } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import { wallSpan } from '../../wording/rota-wording.ts';
import { useWords } from '../../wording/words.ts';

const day = 86_400_000;
const dateAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
const keyOf = ({ layer, from }: ShiftView): string => `${layer} ${from}`;

interface WhichInReturnProps {
  readonly shift: MyShifts['shifts'][number];
  readonly chosen: ShiftView | null;
  readonly isMissing: boolean;
  readonly onChoose: (shift: ShiftView) => void;
}

/** The shifts of others on this rota in the next six weeks. */
export function WhichInReturn({ shift, chosen, isMissing, onChoose }: WhichInReturnProps) {
  const words = useWords();
  const { t } = words;
  const now = serverNow();
  const { value } = useAnswer(
    { ask: 'rota.schedule', rotaId: shift.rotaId, from: dateAt(now), until: dateAt(now + 42 * day) },
    rotaSchedule,
    anyRota,
  );
  if (value === null) return <Loading label={t({ id: 'common.loading' })} lines={1} />;
  const others = value.shifts
    .filter(({ agentId, from }) => agentId !== null && agentId !== shift.agentId && from > now)
    .toSorted((a, b) => a.from - b.from);
  return (
    <Select
      label={t({ id: 'swap.which' })}
      choices={others.map((one) => ({
        id: keyOf(one),
        name: `${one.agentName} · ${wallSpan(one.fromLocal, one.untilLocal, words)}`,
      }))}
      chosen={chosen === null ? null : keyOf(chosen)}
      onChoose={(id) => {
        const found = others.find((one) => keyOf(one) === id);
        if (found !== undefined) onChoose(found);
      }}
      placeholder={t({ id: 'form.choose' })}
      error={isMissing ? t({ id: 'form.needed' }) : undefined}
    />
  );
}
