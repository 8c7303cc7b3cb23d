import { asId } from '@ringside/shared/model/ids';
import type { CasePreventionView } from '@ringside/shared/protocol/prevention';
import { mostWhys } from '@ringside/shared/protocol/prevention';
import { Button } from '@ringside/ui/Button';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { ConflictNotice } from '../../forms/ConflictNotice.tsx';
import { SelectInput, TextInput } from '../../forms/Fields.tsx';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { causeName } from './prevention-words.ts';

interface Values {
  causeId: string;
  whys: string[];
  note: string;
  /** of the case when the form was opened */
  version: number;
}

const valuesOf = ({ cause, version }: CasePreventionView): Values => ({
  causeId: cause?.causeId ?? '',
  whys: Array.from({ length: mostWhys }, (_, nth) => cause?.whys[nth] ?? ''),
  note: cause?.note ?? '',
  version,
});

/** The cause with up to five whys: the next one is offered as soon as the last is answered. */
export function CauseForm({
  of,
  onClose,
}: {
  readonly of: CasePreventionView;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const reference = useReference();
  const [isConflict, setConflict] = useState(false);
  const { caseId } = of;
  const { form, clear } = useDraftForm<Values>(`cause:${caseId}`, valuesOf(of));
  const [whys, causeId] = form.watch(['whys', 'causeId']);
  const answered = whys.filter((why) => why.trim() !== '').length;
  const choices = reference.causes
    .filter(({ active, causeId: one }) => active || one === causeId)
    .map(({ causeId: one }) => ({ id: one as string, name: causeName(one, reference, words) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const values = form.getValues();
    const cause = asId<'cause'>(values.causeId);
    const given = values.whys.map((why) => why.trim()).filter((why) => why !== '');
    const { version, note } = values;
    const reply = await tell({ do: 'prevention.cause', caseId, version, causeId: cause, whys: given, note }, [
      'changedMeanwhile',
    ]);
    if (reply.ok) {
      clear();
      onClose();
    } else if (reply.problem.problem === 'changedMeanwhile') setConflict(true);
  }

  return (
    <form className="form prevention-form" onSubmit={(event) => void submit(event)} noValidate>
      {isConflict && (
        <ConflictNotice
          title={{ id: 'prevention.caseChanged' }}
          onTakeTheirs={() => {
            form.reset(valuesOf(of));
            setConflict(false);
          }}
          onKeepMine={() => {
            form.setValue('version', of.version);
            setConflict(false);
          }}
        />
      )}
      <SelectInput
        control={form.control}
        name="causeId"
        label={t({ id: 'prevention.cause' })}
        choices={choices}
        placeholder={t({ id: 'prevention.chooseCause' })}
      />
      {whys.slice(0, Math.min(mostWhys, answered + 1)).map((_, nth) => (
        <TextInput
          // oxlint-disable-next-line react/no-array-index-key -- the place in the row is what a why is known by
          key={nth}
          control={form.control}
          name={`whys.${nth}`}
          label={t({ id: 'prevention.why' }, { nth: nth + 1 })}
          optional
        />
      ))}
      <TextInput control={form.control} name="note" label={t({ id: 'prevention.note' })} rows={2} optional />
      <div className="prevention-actions">
        <Button
          onPress={() => {
            clear();
            onClose();
          }}
        >
          {t({ id: 'common.discard' })}
        </Button>
        <Button type="submit" look="primary" isDisabled={causeId === '' || isConflict}>
          {t({ id: 'common.save' })}
        </Button>
      </div>
    </form>
  );
}
