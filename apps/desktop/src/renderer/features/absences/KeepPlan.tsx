import type { RotaId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import type { DrawnPlan } from '../../rota-changes.ts';
import { asChanged, saveInTurn } from '../../rota-changes.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useText } from '../../i18n/text.ts';

interface KeepPlanProps {
  readonly rotaId: RotaId;
  readonly plan: DrawnPlan;
  readonly onClose: () => void;
  readonly onDraw: (plan: DrawnPlan) => void;
}

/** PLAN-8: kept as it is, or PLAN-10: looked at in the calendar first. */
export function KeepPlan({ rotaId, plan, onClose, onDraw }: KeepPlanProps) {
  const t = useText();
  const command = useCommand();
  const [clashes, setClashes] = useState(false);
  const [isSending, setSending] = useState(false);
  /** what a refusal half-way left to save; null: nothing is saved yet */
  const [rest, setRest] = useState<DrawnPlan | null>(null);
  const unsaved = rest ?? plan;

  async function keep(evenSo: boolean): Promise<void> {
    setSending(true);
    let isRefusedForClash = false;
    const left = await saveInTurn(unsaved.shifts, async (some) => {
      const change = { rotaId, shifts: some.map(asChanged), reason: unsaved.reason, evenSo } as const;
      const reply = await command({ do: 'rota.change', ...change, origin: 'plan' }, ['wouldClash']);
      isRefusedForClash = !reply.ok && reply.problem.problem === 'wouldClash';
      return reply.ok;
    });
    setSending(false);
    setClashes(isRefusedForClash);
    if (left.length > 0) {
      if (left.length < unsaved.shifts.length) setRest({ ...unsaved, shifts: left });
      return;
    }
    say('good', { id: 'rotaPlan.kept' }, { count: plan.shifts.length });
    onClose();
  }

  function draw(): void {
    onClose();
    onDraw(unsaved);
  }

  const isDisabled = unsaved.shifts.length === 0 || isSending;
  return (
    <>
      {rest !== null && (
        <Notice
          tone="warn"
          role="alert"
          title={t(
            { id: 'rota.partlySaved' },
            { saved: plan.shifts.length - rest.shifts.length, all: plan.shifts.length },
          )}
        >
          {t({ id: 'rotaPlan.partlyWhy' })}
        </Notice>
      )}
      {clashes && (
        <Notice tone="warn" role="alert" title={t(problemWords.wouldClash)}>
          {t({ id: 'rotaPlan.clashWhy' })}
        </Notice>
      )}
      <div className="rs-dialog-foot">
        <Button isDisabled={isSending} onPress={onClose}>
          {t({ id: 'common.cancel' })}
        </Button>
        <Button isDisabled={isDisabled} onPress={draw}>
          {t({ id: 'rotaPlan.look' })}
        </Button>
        <Button look="primary" isDisabled={isDisabled} onPress={() => void keep(clashes)}>
          {clashes ? t({ id: 'rotaPlan.keepEvenSo' }) : t({ id: 'rotaPlan.keep' })}
        </Button>
      </div>
    </>
  );
}
