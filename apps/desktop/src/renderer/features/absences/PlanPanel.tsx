import type { RotaId } from '@ringside/shared/model/ids';
import { rotaSchedule } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import type { DrawnPlan } from '../../rota-changes.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { wallDays } from '../../wording/rota-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { BurdenTable } from './BurdenTable.tsx';
import { laterDate, quarterAfter } from './days.ts';
import { PlanFairly } from './PlanFairly.tsx';
import './absences.css';

interface PlanPanelProps {
  readonly rotaId: RotaId;
  readonly onDraw: (plan: DrawnPlan) => void;
}

/** PLAN-2: what everybody carries in the coming quarter, and for those who plan the way to even it out. */
export function PlanPanel({ rotaId, onDraw }: PlanPanelProps) {
  const words = useWords();
  const { t, timeZone } = words;
  const quarter = quarterAfter(dayOf(serverNow(), timeZone));
  const { value: schedule, problem } = useAnswer(
    { ask: 'rota.schedule', rotaId, from: quarter.from, until: laterDate(quarter.last, 1) },
    rotaSchedule,
    anyRota,
  );
  const [isOpen, setOpen] = useState(false);
  if (problem !== null) return <Notice tone="bad" role="alert" title={t(problemWords[problem])} />;
  if (schedule === null) return <Loading label={t({ id: 'common.loading' })} lines={4} />;
  return (
    <div className="absences">
      {schedule.mayChange && (
        <div className="absence-acts">
          <Button small icon={<Scale size={14} aria-hidden />} onPress={() => setOpen(true)}>
            {t({ id: 'rotaPlan.open' })}
          </Button>
        </div>
      )}
      <BurdenTable
        label={t({ id: 'rotaPlan.burdens' }, { days: wallDays(quarter.from, quarter.last, words) })}
        burdens={schedule.burdens}
        before={null}
      />
      <p className="rs-field-note">{t({ id: 'rotaPlan.burdenHow' })}</p>
      {isOpen && (
        <PlanFairly
          rotaId={rotaId}
          layers={schedule.layers}
          quarter={quarter}
          onClose={() => setOpen(false)}
          onDraw={onDraw}
        />
      )}
    </div>
  );
}
