import type { CaseId, CauseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { MeasureView } from '@ringside/shared/protocol/prevention';
import { taskPerson } from '@ringside/shared/protocol/task-work';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { serverNow } from '@ringside/ui/ticker';
import type { FormEvent } from 'react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { DueInput, SelectInput, TextInput } from '../../forms/Fields.tsx';
import { useReference } from '../../reference.ts';
import { atHour } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { causeName } from './prevention-words.ts';

interface MeasureDialogProps {
  /** what its draft is kept under */
  readonly about: string;
  readonly causeId: CauseId;
  readonly caseId: CaseId | null;
  /** null: a new one */
  readonly measure: MeasureView | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  what: string;
  ownerId: string;
  dueAt: number | null;
}

const people = z.array(taskPerson);

/** What is to be done against a cause, by whom and by when. */
export function MeasureDialog({ about, causeId, caseId, measure, onClose, onDone }: MeasureDialogProps) {
  const words = useWords();
  const { t, timeZone } = words;
  const tell = useCommand();
  const reference = useReference();
  const me = useDesk(({ desk }) => desk?.me.agentId ?? '');
  const { value } = useAnswer({ ask: 'task.people' }, people);
  const { form, clear } = useDraftForm<Values>(about, {
    what: measure?.what ?? '',
    ownerId: measure?.ownerId ?? me,
    dueAt: measure?.dueAt ?? atHour(17, 14, serverNow(), timeZone),
  });
  const [what, dueAt] = form.watch(['what', 'dueAt']);
  const choices = (value ?? []).map(({ agentId, name }) => ({ id: agentId as string, name }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const values = form.getValues();
    if (values.dueAt === null) return;
    const entry = { what: values.what, ownerId: asId<'agent'>(values.ownerId), dueAt: values.dueAt };
    const reply = await tell(
      measure === null
        ? { do: 'prevention.open', causeId, caseId, ...entry }
        : {
            do: 'prevention.change',
            preventionId: measure.preventionId,
            version: measure.version,
            ...entry,
          },
    );
    if (!reply.ok) return;
    clear();
    onDone();
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'prevention.measureAgainst' }, { cause: causeName(causeId, reference, words) })}
    >
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput control={form.control} name="what" label={t({ id: 'prevention.what' })} />
        <SelectInput
          control={form.control}
          name="ownerId"
          label={t({ id: 'prevention.owner' })}
          choices={choices}
          placeholder={t({ id: 'prevention.chooseOwner' })}
        />
        <DueInput control={form.control} name="dueAt" label={t({ id: 'prevention.due' })} />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.close' })}</Button>
          <Button type="submit" look="primary" isDisabled={what.trim() === '' || dueAt === null}>
            {t({ id: 'common.save' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
