import type { CustomerFile } from '@ringside/shared/protocol/customer';
import { customerInput } from '@ringside/shared/protocol/customer';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { ConflictNotice } from '../../forms/ConflictNotice.tsx';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { readForm } from '../../forms/wire-input.ts';
import { useWords } from '../../wording/words.ts';
import { CustomerFields } from './CustomerFields.tsx';
import type { CustomerValues } from './customer-values.ts';
import { inputOf, valuesOf } from './customer-values.ts';
import { nameIsFlat, saidAtNumber } from './say-where.ts';

interface EditCustomerProps {
  readonly file: CustomerFile;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** Changing a customer. When somebody else saved in the meantime, what was typed stays and the choice is offered. */
export function EditCustomer({ file, onClose, onReload }: EditCustomerProps) {
  const { t, region } = useWords();
  const tell = useCommand();
  const { customerId, name } = file.card;
  const [version, setVersion] = useState(file.version);
  const [isConflict, setConflict] = useState(false);
  const { form, clear } = useDraftForm<CustomerValues>(`customer:${customerId}`, valuesOf(file, region));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const customer = readForm(nameIsFlat(form), customerInput, inputOf(form.getValues(), region), t);
    if (!customer) return;
    const reply = await tell({ do: 'customer.change', customerId, version, customer }, [
      'changedMeanwhile',
      'wrongNumber',
      'numberTaken',
    ]);
    if (reply.ok) return finish();
    if (saidAtNumber(reply.problem, form, t)) return;
    if (reply.problem.problem === 'changedMeanwhile') {
      setConflict(true);
      onReload();
    }
  }
  const finish = () => {
    clear();
    onClose();
  };
  const takeTheirs = () => {
    form.reset(valuesOf(file, region));
    setVersion(file.version);
    setConflict(false);
  };
  const keepMine = () => {
    setVersion(file.version);
    setConflict(false);
  };

  return (
    <Dialog
      wide
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'customer.editTitle' }, { name: name.written })}
    >
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        {isConflict && (
          <ConflictNotice
            title={{ id: 'customer.changedMeanwhile' }}
            onTakeTheirs={takeTheirs}
            onKeepMine={keepMine}
          />
        )}
        <CustomerFields control={form.control} owner={file.owner} />
        <div className="rs-dialog-foot">
          <Button onPress={finish}>{t({ id: 'common.discard' })}</Button>
          <Button type="submit" look="primary" isDisabled={isConflict}>
            {t({ id: 'common.save' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
