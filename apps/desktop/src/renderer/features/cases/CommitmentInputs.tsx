import { taskPerson } from '@ringside/shared/protocol/task-work';
import type { Control } from 'react-hook-form';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { CheckInput, DueInput, SelectInput, TextInput } from '../../forms/Fields.tsx';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './case-values.ts';

const people = z.array(taskPerson);

/** What the customer was told: an apology, why it happened, and what will be done, by whom, by when. */
export function CommitmentInputs({ control }: { readonly control: Control<CaseValues> }) {
  const { t } = useWords();
  const me = useDesk((s) => s.desk?.me.agentId ?? null);
  const known = useAnswer({ ask: 'task.people' }, people).value ?? [];
  const others = known.filter(({ agentId }) => agentId !== me);
  return (
    <fieldset className="case-promise">
      <legend className="rs-label">{t({ id: 'case.told' })}</legend>
      <CheckInput control={control} name="apologyGiven" label={t({ id: 'case.apologyGiven' })} />
      <TextInput control={control} name="explanation" label={t({ id: 'case.explanation' })} optional />
      <TextInput
        control={control}
        name="promise.what"
        label={t({ id: 'case.commitment' })}
        note={t({ id: 'case.commitmentNote' })}
        optional
      />
      <SelectInput
        control={control}
        name="promise.ownerId"
        label={t({ id: 'case.byWhom' })}
        choices={[
          { id: '', name: t({ id: 'case.byMe' }) },
          ...others.map(({ agentId, name }) => ({ id: agentId as string, name })),
        ]}
        placeholder={t({ id: 'case.byMe' })}
      />
      <DueInput control={control} name="promise.dueAt" label={t({ id: 'case.promiseDue' })} optional />
    </fieldset>
  );
}
