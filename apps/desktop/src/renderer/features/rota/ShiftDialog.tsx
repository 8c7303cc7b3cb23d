import type { PlannedShift, RotaSchedule } from '@ringside/shared/protocol/rota';
import { localTime } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { Select } from '@ringside/ui/Select';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { placeOf } from '../../wording/duty-wording.ts';
import { useWords } from '../../wording/words.ts';

interface ShiftDialogProps {
  readonly shift: PlannedShift;
  /** it asks who takes a time that a moved shift left */
  readonly isLeft: boolean;
  readonly schedule: RotaSchedule;
  readonly reason: string;
  readonly onClose: () => void;
  readonly onPlan: (shift: PlannedShift, reason: string) => void;
}

/** Stands for nobody in the list of people; no id is empty. */
const nobody = 'nobody';

const isTime = (text: string): boolean => localTime.safeParse(text).success;

/** RVIEW-7: who is on from when until when, or nobody on purpose; whoever is on at other times stays. */
export function ShiftDialog({ shift, isLeft, schedule, reason, onClose, onPlan }: ShiftDialogProps) {
  const { t, language, timeZone } = useWords();
  const [typed, setTyped] = useState({ ...shift, reason, who: shift.agentId as string | null });
  const [isTold, setTold] = useState(false);
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const isBackwards = !isTime(typed.from) || !isTime(typed.until) || typed.until <= typed.from;

  function plan(event: FormEvent): void {
    event.preventDefault();
    if (typed.who === null || isBackwards) return setTold(true);
    const { layer, from, until } = typed;
    const person = schedule.people.find(({ agentId }) => agentId === typed.who);
    return onPlan({ layer, from, until, agentId: person?.agentId ?? null }, typed.reason);
  }

  const zone =
    schedule.timeZone === timeZone ? undefined : t({ id: 'rota.zone' }, { zone: placeOf(schedule.timeZone) });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t(isLeft ? { id: 'rota.whoTakes' } : { id: 'rota.whoIsOn' })}
    >
      <form className="form" onSubmit={plan} noValidate>
        {isLeft && (
          <Notice tone="warn" role="status" title={t({ id: 'rota.left' })}>
            {t({ id: 'rota.leftWhy' })}
          </Notice>
        )}
        {schedule.layers.length > 1 && (
          <Select
            label={t({ id: 'rota.layer' })}
            choices={schedule.layers.map(({ layer, name }) => ({ id: layer, name: name[language] }))}
            chosen={typed.layer}
            onChoose={(layer) => type({ layer })}
            placeholder={t({ id: 'form.choose' })}
          />
        )}
        <Select
          label={t({ id: 'rota.who' })}
          choices={[
            ...schedule.people.map(({ agentId, name }) => ({ id: agentId as string, name })),
            { id: nobody, name: t({ id: 'rota.nobodyOnPurpose' }) },
          ]}
          chosen={typed.who}
          onChoose={(who) => type({ who })}
          placeholder={t({ id: 'form.choose' })}
          error={isTold && typed.who === null ? t({ id: 'form.needed' }) : undefined}
        />
        <div className="rota-times">
          <TextField
            type="datetime-local"
            label={t({ id: 'rota.from' })}
            note={zone}
            value={typed.from}
            onChange={(from) => type({ from })}
          />
          <TextField
            type="datetime-local"
            label={t({ id: 'rota.until' })}
            value={typed.until}
            onChange={(until) => type({ until })}
            error={isBackwards ? t({ id: 'problem.wrongTimes' }) : undefined}
          />
        </div>
        <TextField
          label={t({ id: 'rota.reason' })}
          aside={t({ id: 'form.optional' })}
          maxLength={200}
          value={typed.reason}
          onChange={(text) => type({ reason: text })}
        />
        <p className="rs-field-note">{t({ id: 'rota.othersStay' })}</p>
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button type="submit" look="primary">
            {t({ id: 'rota.plan' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
