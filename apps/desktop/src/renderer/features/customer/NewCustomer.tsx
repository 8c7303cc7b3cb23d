import type { CallId } from '@ringside/shared/model/ids';
import { customerInput } from '@ringside/shared/protocol/customer';
import type { CallerView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { UserPlus } from 'lucide-react';
import type { FormEvent } from 'react';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { readForm } from '../../forms/wire-input.ts';
import { say } from '../../notices/notices.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CustomerFields } from './CustomerFields.tsx';
import type { CustomerValues } from './customer-values.ts';
import { emptyCustomer, inputOf } from './customer-values.ts';
import { nameIsFlat, saidAtNumber } from './say-where.ts';

interface NewCustomerProps {
  readonly callId: CallId;
  readonly caller: CallerView;
}

/** A caller nobody knows yet: the form has what the network told. Saving it ties the call to the new customer. */
export function NewCustomer({ callId, caller }: NewCustomerProps) {
  const { t, language, region } = useWords();
  const tell = useCommand();
  const number = caller.kind === 'number' ? displayNumber(caller.number, region) : null;
  const name = caller.kind === 'withheld' ? '' : caller.display;
  const empty = { ...emptyCustomer(language, number), written: name };
  const { form, clear } = useDraftForm<CustomerValues>(`newCustomer:${callId}`, empty);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const customer = readForm(nameIsFlat(form), customerInput, inputOf(form.getValues(), region), t);
    if (!customer) return;
    const reply = await tell({ do: 'customer.create', callId, customer }, ['wrongNumber', 'numberTaken']);
    if (!reply.ok) return void saidAtNumber(reply.problem, form, t);
    clear();
    say('good', { id: 'customer.created' }, { name: customer.name.written });
  }

  return (
    <Card title={t({ id: 'customer.newTitle' })}>
      <form className="form form-padded" onSubmit={(event) => void submit(event)} noValidate>
        <CustomerFields control={form.control} owner={null} />
        <div className="form-foot">
          <Button type="submit" look="primary" icon={<UserPlus size={16} aria-hidden />}>
            {t({ id: 'customer.create' })}
          </Button>
        </div>
      </form>
    </Card>
  );
}
