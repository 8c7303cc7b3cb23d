import type { RotaId } from '@ringside/shared/model/ids';
import type { RotaSchedule } from '@ringside/shared/protocol/rota';
import { rotaPlan } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Loading } from '@ringside/ui/EmptyState';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import type { DrawnPlan } from '../../rota-changes.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { wallDays } from '../../wording/rota-wording.ts';
import { useWords } from '../../wording/words.ts';
import { isDate, laterDate } from './days.ts';
import { KeepPlan } from './KeepPlan.tsx';
import { drawnShifts } from './plan-changes.ts';
import { PlanPreview } from './PlanPreview.tsx';

interface PlanFairlyProps {
  readonly rotaId: RotaId;
  readonly layers: RotaSchedule['layers'];
  readonly quarter: { readonly from: string; readonly last: string };
  readonly onClose: () => void;
  readonly onDraw: (plan: DrawnPlan) => void;
}

/** PLAN-8: how it would be; nothing is kept before the planner says so. */
export function PlanFairly({ rotaId, layers, quarter, onClose, onDraw }: PlanFairlyProps) {
  const words = useWords();
  const { t, language } = words;
  const [typed, setTyped] = useState({ layer: layers[0]?.layer ?? '', ...quarter });
  const isWrong = !isDate(typed.from) || !isDate(typed.last) || typed.last < typed.from;
  const { value: plan, problem } = useAnswer(
    isWrong
      ? null
      : {
          ...{ ask: 'rota.plan', rotaId, layer: typed.layer, from: typed.from },
          until: laterDate(typed.last, 1),
        },
    rotaPlan,
  );
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'rotaPlan.title' })}
    >
      <div className="form">
        <div className="plan-tools">
          {layers.length > 1 && (
            <Select
              label={t({ id: 'rota.layer' })}
              choices={layers.map(({ layer, name }) => ({ id: layer, name: name[language] }))}
              chosen={typed.layer}
              onChoose={(layer) => setTyped({ ...typed, layer })}
              placeholder={t({ id: 'form.choose' })}
            />
          )}
          <TextField
            type="date"
            label={t({ id: 'absence.firstDay' })}
            value={typed.from}
            onChange={(from) => setTyped({ ...typed, from })}
          />
          <TextField
            type="date"
            label={t({ id: 'absence.lastDay' })}
            value={typed.last}
            onChange={(last) => setTyped({ ...typed, last })}
            error={isWrong ? t({ id: 'problem.wrongTimes' }) : undefined}
          />
        </div>
        {problem !== null && <Notice tone="bad" role="alert" title={t(problemWords[problem])} />}
        {plan === null && problem === null && !isWrong && (
          <Loading label={t({ id: 'rotaPlan.making' })} lines={6} />
        )}
        {plan !== null && <PlanPreview key={JSON.stringify(typed)} plan={plan} layer={typed.layer} />}
        {plan === null ? (
          <div className="rs-dialog-foot">
            <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          </div>
        ) : (
          <KeepPlan
            rotaId={rotaId}
            plan={{
              shifts: drawnShifts(plan.shifts),
              reason: t({ id: 'rotaPlan.reason' }, { days: wallDays(typed.from, typed.last, words) }),
            }}
            onClose={onClose}
            onDraw={onDraw}
          />
        )}
      </div>
    </Dialog>
  );
}
