import type { AgentId } from '@ringside/shared/model/ids';
import type { AbsenceKind } from '@ringside/shared/model/rota';
import { absenceKinds } from '@ringside/shared/model/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import { serverNow } from '@ringside/ui/ticker';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { absenceKindWords } from '../../wording/rota-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { isDate, laterDate } from './days.ts';
import type { Person } from './PersonSelect.tsx';
import { firstChoice, PersonSelect } from './PersonSelect.tsx';

interface EnterAbsenceProps {
  readonly people: readonly Person[];
  readonly me: AgentId;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Dates of whole days, the last one included, or times on the wall of the centre. */
interface Typed {
  readonly length: 'days' | 'times';
  readonly from: string;
  readonly until: string;
}

/** ABSENT-1: somebody says when they are away. */
export function EnterAbsence({ people, me, onClose, onDone }: EnterAbsenceProps) {
  const { t, timeZone } = useWords();
  const command = useCommand();
  const tomorrow = laterDate(dayOf(serverNow(), timeZone), 1);
  const [who, setWho] = useState(firstChoice(people, me));
  const [typed, setTyped] = useState<Typed>({ length: 'days', from: tomorrow, until: tomorrow });
  const [kind, setKind] = useState<AbsenceKind>('holiday');
  const [note, setNote] = useState('');
  const [isTold, setTold] = useState(false);
  const [isSending, setSending] = useState(false);
  const span = spanOf(typed);

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (who === null || span === null || isSending) return setTold(true);
    setSending(true);
    const reply = await command({ do: 'absence.enter', agentId: who, ...span, kind, note });
    setSending(false);
    if (!reply.ok) return undefined;
    const name = people.find(({ agentId }) => agentId === who)?.name ?? '';
    say('good', { id: 'absence.entered' }, { name });
    return onDone();
  }
  const type = typed.length === 'days' ? 'date' : 'datetime-local';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'absence.enter' })}
    >
      <form className="form" onSubmit={(event) => void enter(event)} noValidate>
        <PersonSelect
          people={people}
          chosen={who}
          onChoose={setWho}
          error={isTold && who === null ? t({ id: 'form.needed' }) : undefined}
        />
        <SegmentedControl
          label={t({ id: 'absence.length' })}
          segments={[
            { value: 'days', name: t({ id: 'absence.wholeDays' }) },
            { value: 'times', name: t({ id: 'absence.times' }) },
          ]}
          chosen={typed.length}
          onChoose={(length) => setTyped(withLength(typed, length))}
        />
        <div className="absence-times">
          <TextField
            type={type}
            label={typed.length === 'days' ? t({ id: 'absence.firstDay' }) : t({ id: 'absence.from' })}
            value={typed.from}
            onChange={(from) => setTyped({ ...typed, from })}
          />
          <TextField
            type={type}
            label={typed.length === 'days' ? t({ id: 'absence.lastDay' }) : t({ id: 'absence.until' })}
            value={typed.until}
            onChange={(until) => setTyped({ ...typed, until })}
            error={isTold && span === null ? t({ id: 'problem.wrongTimes' }) : undefined}
          />
        </div>
        <Select
          label={t({ id: 'absence.kind' })}
          choices={absenceKinds.map((id) => ({ id, name: t(absenceKindWords[id]) }))}
          chosen={kind}
          onChoose={(id) => setKind(absenceKinds.find((one) => one === id) ?? kind)}
          placeholder={t({ id: 'form.choose' })}
        />
        <TextField
          label={t({ id: 'absence.note' })}
          aside={t({ id: 'form.optional' })}
          note={t({ id: 'absence.noteWho' })}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button type="submit" look="primary">
            {t({ id: 'absence.enter' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function withLength({ from, until }: Typed, length: Typed['length']): Typed {
  const [first, last] = [from.slice(0, 10), until.slice(0, 10)];
  return length === 'days'
    ? { length, from: first, until: last }
    : { length, from: `${first}T09:00`, until: `${last}T18:00` };
}

/** As the gateway takes it: times on the wall, the end being the first that is no longer part of it. null: none, or backwards. */
function spanOf({ length, from, until }: Typed): { readonly from: string; readonly until: string } | null {
  if (!isDate(from.slice(0, 10)) || !isDate(until.slice(0, 10))) return null;
  const span =
    length === 'days' ? { from: `${from}T00:00`, until: `${laterDate(until, 1)}T00:00` } : { from, until };
  return span.from < span.until ? span : null;
}
