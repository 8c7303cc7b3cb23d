import type { RotaId } from '@ringside/shared/model/ids';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { PlannedShift, RotaFaultView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { Button, IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { rotaFaultWords, wallSpan } from '../../wording/rota-wording.ts';
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
  const { shifts, reason } = unsaved;

  async function save(evenSo: boolean): Promise<void> {
    setSaving(true);
    const reply = await send(
      { do: 'rota.change', rotaId, shifts: [...shifts], reason, evenSo, origin: 'byHand' },
      ['wouldClash'],
    );
    setSaving(false);
    setClashes(!reply.ok && reply.problem.problem === 'wouldClash');
    if (!reply.ok) return;
    unsaved.clear();
    say('good', { id: 'rota.saved' }, { count: shifts.length });
  }

  return (
    <Card
      title={t({ id: 'rota.unsaved' }, { count: shifts.length })}
      aside={
        <div className="rota-turn">
          <Button small onPress={unsaved.clear}>
            {t({ id: 'common.discard' })}
          </Button>
          <Button small look="primary" isDisabled={isSaving} onPress={() => void save(false)}>
            {t({ id: 'rota.save' })}
          </Button>
        </div>
      }
    >
      <div className="rota-unsaved-body">
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
          {shifts.map((shift, nth) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same may be planned twice, one after the other
            <li key={nth}>
              <span>{plannedText(shift, schedule, words)}</span>
              <IconButton
                small
                label={t({ id: 'rota.takeBack' }, { what: plannedText(shift, schedule, words) })}
                icon={<X size={14} aria-hidden />}
                onPress={() => unsaved.remove(nth)}
              />
            </li>
          ))}
        </ol>
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
