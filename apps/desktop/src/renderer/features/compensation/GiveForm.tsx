import type { CompensationKind } from '@ringside/shared/model/compensation';
import { compensationKinds, unitOfKind } from '@ringside/shared/model/compensation';
import type { CaseId } from '@ringside/shared/model/ids';
import { authorityView, compensationInput } from '@ringside/shared/protocol/compensation';
import { Button } from '@ringside/ui/Button';
import { HandCoins, Send } from 'lucide-react';
import type { FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { defineMessages } from 'react-intl';
import { useAnswer, useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { SelectInput, TextInput } from '../../forms/Fields.tsx';
import { readForm } from '../../forms/wire-input.ts';
import type { Message } from '../../i18n/text.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { compensationKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { readAmount } from './read-amount.ts';
import { AuthorityMeter } from './AuthorityMeter.tsx';
import { Precedents } from './Precedents.tsx';
import { deciderOf } from './who-decides.ts';

interface GiveValues {
  readonly kind: string;
  readonly amount: string;
  readonly reason: string;
  readonly evidence: string;
}

interface GiveFormProps {
  readonly caseId: CaseId;
  /** what the playbook offers, the first first */
  readonly offers: readonly CompensationKind[];
  readonly onClose: () => void;
}

/** COMP-5: giving within one's authority or asking for more: one form, whose button says which it is. */
export function GiveForm({ caseId, offers, onClose }: GiveFormProps) {
  const { t } = useWords();
  const { currency } = useReference();
  const tell = useCommand();
  const kinds = [...offers, ...compensationKinds.filter((kind) => !offers.includes(kind))];
  const empty: GiveValues = { kind: kinds[0] ?? 'credit', amount: '', reason: '', evidence: '' };
  const { form, clear } = useDraftForm<GiveValues>(`compensation:${caseId}`, empty);
  const { control } = form;
  const [chosen, typed] = useWatch({ control, name: ['kind', 'amount'] });
  const kind = compensationKinds.find((one) => one === chosen) ?? 'credit';
  const amount = readAmount(kind, typed);
  const reach = useAnswer({ ask: 'compensation.preview', caseId, kind }, authorityView, caseId);
  const authority = reach.value;
  const mustAsk = authority !== null && amount !== null && deciderOf(authority, amount) !== 'self';

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { reason, evidence } = form.getValues();
    const input = readForm(form, compensationInput, { caseId, kind, amount, reason, evidence }, t);
    if (input === null) return;
    const does = mustAsk ? 'compensation.ask' : 'compensation.give';
    const reply = await tell({ do: does, ...input }, ['aboveAuthority']);
    if (!reply.ok) {
      // somebody gave something meanwhile: the meter shows what is left, and nothing typed is lost
      if (reply.problem.problem === 'aboveAuthority') reach.again();
      return;
    }
    say('good', mustAsk ? { id: 'compensation.askedSaid' } : { id: 'compensation.givenSaid' });
    clear();
    onClose();
  }

  return (
    <form className="form compensation-form" onSubmit={(event) => void submit(event)} noValidate>
      <SelectInput
        control={control}
        name="kind"
        label={t({ id: 'compensation.kind' })}
        placeholder={t({ id: 'form.choose' })}
        choices={kinds.map((id) => ({
          id,
          name: offers.includes(id)
            ? t({ id: 'compensation.offered' }, { kind: t(compensationKindWords[id]) })
            : t(compensationKindWords[id]),
        }))}
      />
      {unitOfKind[kind] !== 'none' && (
        <TextInput control={control} name="amount" label={t(amountWords(kind), { currency })} />
      )}
      {authority !== null && <AuthorityMeter authority={authority} kind={kind} amount={amount} />}
      <TextInput control={control} name="reason" label={t({ id: 'compensation.reason' })} />
      <TextInput
        control={control}
        name="evidence"
        label={t({ id: 'compensation.evidence' })}
        note={t({ id: 'compensation.evidenceNote' })}
        rows={2}
        optional
      />
      <Precedents caseId={caseId} kind={kind} />
      <div className="form-foot">
        <Button
          type="submit"
          look="primary"
          icon={mustAsk ? <Send size={16} aria-hidden /> : <HandCoins size={16} aria-hidden />}
        >
          {mustAsk ? t({ id: 'compensation.ask' }) : t({ id: 'compensation.give' })}
        </Button>
        <Button onPress={onClose}>{t({ id: 'common.close' })}</Button>
      </div>
    </form>
  );
}

const { points, value, sum } = defineMessages({
  points: { id: 'compensation.amountPoints' },
  value: { id: 'compensation.amountReplacement' },
  sum: { id: 'compensation.amount' },
});

function amountWords(kind: CompensationKind): Message {
  if (unitOfKind[kind] === 'points') return points;
  return kind === 'replacement' ? value : sum;
}
