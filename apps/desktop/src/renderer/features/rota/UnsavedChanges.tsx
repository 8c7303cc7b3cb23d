import type { RotaId } from '@ringside/shared/model/ids';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { PlannedShift, RotaFaultView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { Badge } from '@ringside/ui/Badge';
import { Button, IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { Sparkles, X } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import type { DrawnShift } from '../../rota-changes.ts';
import { asChanged, saveInTurn } from '../../rota-changes.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { rotaFaultWords, shiftHowWords, wallSpan } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { layerName } from './cell-wording.ts';
import { faultKey, faultSpan } from './FaultList.tsx';
import type { Unsaved } from './use-unsaved.ts';

interface UnsavedChangesProps {
  readonly rotaId: RotaId;
  readonly unsaved: Unsaved;
  readonly schedule: RotaSchedule;
  readonly added: readonly RotaFaultView[] | null;
  readonly refused: ProblemWord | null;
}

/** RVIEW-9: what was planned and is not saved, what it would do wrong, and saving it all at one stroke. */
export function UnsavedChanges({ rotaId, unsaved, schedule, added, refused }: UnsavedChangesProps) {
  const words = useWords();
  const { t } = words;
  const send = useCommand();
  const [clashes, setClashes] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [partly, setPartly] = useState<{ readonly saved: number; readonly all: number } | null>(null);
  const { shifts, reason } = unsaved;
  const changed = shifts.filter(({ stays }) => !stays);

  async function save(evenSo: boolean): Promise<void> {
    setSaving(true);
    let isRefusedForClash = false;
    const left = await saveInTurn(shifts, async (some) => {
      const origin = some.some((shift) => shift.origin === 'byHand') ? 'byHand' : 'plan';
      const change = { rotaId, shifts: some.map(asChanged), reason, evenSo, origin } as const;
      const reply = await send({ do: 'rota.change', ...change }, ['wouldClash']);
      isRefusedForClash = !reply.ok && reply.problem.problem === 'wouldClash';
      if (reply.ok) unsaved.saved(some);
      return reply.ok;
    });
    setSaving(false);
    setClashes(isRefusedForClash);
    const saved = shifts.length - left.length;
    setPartly(saved > 0 && left.length > 0 ? { saved, all: shifts.length } : null);
    if (left.length === 0) say('good', { id: 'rota.saved' }, { count: changed.length });
  }

  return (
    <Card
      title={t({ id: 'rota.unsaved' }, { count: changed.length })}
      aside={
        <div className="rota-turn">
          <Button small isDisabled={isSaving} onPress={unsaved.clear}>
            {t({ id: 'common.discard' })}
          </Button>
          <Button small look="primary" isDisabled={isSaving} onPress={() => void save(false)}>
            {t({ id: 'rota.save' })}
          </Button>
        </div>
      }
    >
      <div className="rota-unsaved-body">
        {partly !== null && (
          <Notice tone="warn" role="alert" title={t({ id: 'rota.partlySaved' }, partly)}>
            {t({ id: 'rota.partlySavedWhy' })}
          </Notice>
        )}
        {clashes && (
          <Notice
            tone="bad"
            role="alert"
            title={t({ id: 'problem.wouldClash' })}
            action={
              <Button small look="danger" isDisabled={isSaving} onPress={() => void save(true)}>
                {t({ id: 'rota.saveEvenSo' })}
              </Button>
            }
          />
        )}
        <Preview added={added} refused={refused} timeZone={schedule.timeZone} words={words} />
        <ol className="rota-changes">
          {changed.map((shift) => (
            <Change
              key={`${shift.layer} ${shift.from}`}
              shift={shift}
              text={plannedText(shift, schedule, words)}
              onRemove={isSaving ? null : () => unsaved.remove(shift)}
            />
          ))}
        </ol>
        {changed.length < shifts.length && (
          <p className="rs-field-note">
            {t({ id: 'rota.planStays' }, { count: shifts.length - changed.length })}
          </p>
        )}
        <TextField
          label={t({ id: 'rota.reason' })}
          aside={t({ id: 'form.optional' })}
          maxLength={200}
          value={reason}
          onChange={unsaved.explain}
        />
      </div>
    </Card>
  );
}

interface ChangeProps {
  readonly shift: DrawnShift;
  readonly text: string;
  /** null: it is being saved */
  readonly onRemove: (() => void) | null;
}

function Change({ shift, text, onRemove }: ChangeProps) {
  const { t } = useWords();
  return (
    <li>
      <span>{text}</span>{' '}
      {shift.origin === 'plan' && (
        <Badge icon={<Sparkles size={12} aria-hidden />}>{t(shiftHowWords.plan)}</Badge>
      )}
      <IconButton
        small
        label={t({ id: 'rota.takeBack' }, { what: text })}
        icon={<X size={14} aria-hidden />}
        isDisabled={onRemove === null}
        onPress={() => onRemove?.()}
      />
    </li>
  );
}

const plannedText = (
  { layer, from, until, agentId }: PlannedShift,
  schedule: RotaSchedule,
  words: Words,
): string =>
  words.t(
    { id: 'rota.planned' },
    {
      who:
        schedule.people.find((one) => one.agentId === agentId)?.name ??
        words.t({ id: 'rota.nobodyOnPurpose' }),
      when: wallSpan(from, until, words),
      layer: layerName(schedule, layer, words),
    },
  );

interface PreviewProps {
  readonly added: readonly RotaFaultView[] | null;
  readonly refused: ProblemWord | null;
  readonly timeZone: string;
  readonly words: Words;
}

function Preview({ added, refused, timeZone, words }: PreviewProps) {
  const { t } = words;
  if (refused !== null) return <Notice tone="bad" role="alert" title={t(problemWords[refused])} />;
  if (added === null) return <p className="rs-muted">{t({ id: 'rota.checking' })}</p>;
  if (added.length === 0) return <Notice tone="good" role="status" title={t({ id: 'rota.nothingWrong' })} />;
  return (
    <Notice tone="warn" role="status" title={t({ id: 'rota.wouldBeWrong' }, { count: added.length })}>
      {added.map((fault) => (
        <span key={faultKey(fault)} className="rota-added">
          ▲ {t(rotaFaultWords[fault.kind])}
          {fault.agentName && ` · ${fault.agentName}`} · {faultSpan(fault, timeZone, words)}
        </span>
      ))}
    </Notice>
  );
}
