import type { RotaId } from '@ringside/shared/model/ids';
import type { RotaPlan, RotaSchedule } from '@ringside/shared/protocol/rota';
import { rotaPlan } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Loading } from '@ringside/ui/EmptyState';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useAnswer, useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { percent } from '../../wording/figure-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { rotaFaultWords, wallDays, wallSpan } from '../../wording/rota-wording.ts';
import { useWords } from '../../wording/words.ts';
import { BurdenTable } from './BurdenTable.tsx';
import { isDate, laterDate } from './days.ts';

interface PlanFairlyProps {
  readonly rotaId: RotaId;
  readonly layers: RotaSchedule['layers'];
  readonly quarter: { readonly from: string; readonly last: string };
  readonly onClose: () => void;
}

/** PLAN-8: how it would be; nothing is kept before the planner says so. */
export function PlanFairly({ rotaId, layers, quarter, onClose }: PlanFairlyProps) {
  const { t, language } = useWords();
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
        {plan !== null && <Preview plan={plan} />}
        {plan === null ? (
          <div className="rs-dialog-foot">
            <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          </div>
        ) : (
          <Keep rotaId={rotaId} plan={plan} span={typed} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

function Preview({ plan }: { readonly plan: RotaPlan }) {
  const words = useWords();
  const { t } = words;
  const { shifts, open, fairness, fairnessBefore, schedule, burdensBefore } = plan;
  const faults = schedule.faults.filter(({ kind }) => kind !== 'nobody');
  return (
    <>
      <p className="plan-figures" role="status">
        <span>{t({ id: 'rotaPlan.given' }, { count: shifts.length })}</span>
        <span>
          {t({ id: 'rotaPlan.fairness' }, { before: percent(fairnessBefore), after: percent(fairness) })}
        </span>
      </p>
      {open.length > 0 && (
        <Notice tone="warn" title={t({ id: 'rotaPlan.left' }, { count: open.length })}>
          <List lines={open.map((one) => wallSpan(one.from, one.until, words))} />
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="warn" title={t({ id: 'rotaPlan.faults' }, { count: faults.length })}>
          <List
            lines={faults.map((fault) =>
              t(
                { id: 'rotaPlan.fault' },
                {
                  what: t(rotaFaultWords[fault.kind]),
                  who: fault.agentName,
                  day: localDay(fault.from, schedule, words),
                },
              ),
            )}
          />
        </Notice>
      )}
      <BurdenTable label={t({ id: 'rotaPlan.title' })} burdens={schedule.burdens} before={burdensBefore} />
      <p className="rs-field-note">
        {t({ id: 'rotaPlan.burdenHow' })} {t({ id: 'rotaPlan.fairnessHow' })}
      </p>
    </>
  );
}

const mostLines = 8;

function List({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useWords();
  const rest = lines.length - mostLines;
  return (
    <ul>
      {lines.slice(0, mostLines).map((line, nth) => (
        // oxlint-disable-next-line react/no-array-index-key -- the lines never move
        <li key={nth}>{line}</li>
      ))}
      {rest > 0 && <li>{t({ id: 'rotaPlan.andMore' }, { count: rest })}</li>}
    </ul>
  );
}

/** on the wall of the rota */
function localDay(at: number, { timeZone }: RotaSchedule, words: ReturnType<typeof useWords>): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  return wallDays(date, date, words);
}

interface KeepProps {
  readonly rotaId: RotaId;
  readonly plan: RotaPlan;
  readonly span: { readonly from: string; readonly last: string };
  readonly onClose: () => void;
}

/** as many as one command takes */
const mostAtOnce = 500;

function Keep({ rotaId, plan, span, onClose }: KeepProps) {
  const words = useWords();
  const { t } = words;
  const command = useCommand();
  const [clashes, setClashes] = useState(false);
  const [isSending, setSending] = useState(false);

  async function keep(evenSo: boolean): Promise<void> {
    setSending(true);
    const reason = t({ id: 'rotaPlan.reason' }, { days: wallDays(span.from, span.last, words) });
    for (let from = 0; from < plan.shifts.length; from += mostAtOnce) {
      const shifts = plan.shifts.slice(from, from + mostAtOnce);
      const change = { do: 'rota.change', rotaId, shifts, reason, evenSo, origin: 'plan' } as const;
      const reply = await command(change, ['wouldClash']);
      if (!reply.ok) {
        setSending(false);
        return setClashes(reply.problem.problem === 'wouldClash');
      }
    }
    say('good', { id: 'rotaPlan.kept' }, { count: plan.shifts.length });
    return onClose();
  }

  return (
    <>
      {clashes && (
        <Notice tone="warn" role="alert" title={t(problemWords.wouldClash)}>
          {t({ id: 'rotaPlan.clashWhy' })}
        </Notice>
      )}
      <div className="rs-dialog-foot">
        <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
        <Button
          look="primary"
          isDisabled={plan.shifts.length === 0 || isSending}
          onPress={() => void keep(clashes)}
        >
          {clashes ? t({ id: 'rotaPlan.keepEvenSo' }) : t({ id: 'rotaPlan.keep' })}
        </Button>
      </div>
    </>
  );
}
