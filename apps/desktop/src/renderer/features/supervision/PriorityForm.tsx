import type { CallId } from '@ringside/shared/model/ids';
import { mostPointsByHand } from '@ringside/shared/protocol/supervision';
import { TextField } from '@ringside/ui/Field';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { ActButtons } from './ActButtons.tsx';
import { useAct } from './use-act.ts';

/** SUP-15: points by hand, and why. */
export function PriorityForm({ callId }: { readonly callId: CallId }) {
  const t = useText();
  const { act, isActing } = useAct();
  const [points, setPoints] = useState('5');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const count = Number(points.trim().replace('−', '-'));
  const isCount = points.trim() !== '' && Number.isInteger(count) && Math.abs(count) <= mostPointsByHand;
  const isReason = reason.trim() !== '';
  const change = () => {
    setTried(true);
    if (isCount && isReason)
      void act({ do: 'floor.prioritise', callId, points: count, reason: reason.trim() });
  };
  return (
    <div className="act-form">
      <TextField
        label={t({ id: 'act.points' })}
        note={t({ id: 'act.pointsNote' })}
        error={isCount ? undefined : t({ id: 'act.pointsWrong' })}
        inputMode="numeric"
        value={points}
        onChange={setPoints}
      />
      <TextField
        label={t({ id: 'act.reason' })}
        note={t({ id: 'act.reasonNote' })}
        error={isTried && !isReason ? t({ id: 'act.reasonMissing' }) : undefined}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <ActButtons isActing={isActing} onDo={change}>
        {t({ id: 'act.prioritiseDo' })}
      </ActButtons>
    </div>
  );
}
