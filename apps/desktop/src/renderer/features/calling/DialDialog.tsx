import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Dialpad } from '@ringside/ui/Dialpad';
import { TextField } from '@ringside/ui/Field';
import { Phone } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { displayNumber, numberTyped } from '../../wording/phone-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { closeDial, useDialling } from './current-call.ts';

/** A new call to any number. It shows how the number was understood before it is dialled. */
export function DialDialog() {
  const { t } = useWords();
  const dialling = useDialling((s) => s.dialling);
  return (
    <Dialog
      isOpen={dialling !== null}
      onClose={closeDial}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'dial.title' })}
    >
      {dialling && <DialForm number={dialling.number} />}
    </Dialog>
  );
}

function DialForm({ number: given }: { readonly number: PhoneNumber | string }) {
  const { t, region } = useWords();
  const tell = useCommand();
  const [number, setNumber] = useState(given);
  const [error, setError] = useState<string | undefined>();
  const understood = numberTyped(number, region);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const reply = await tell(
      { do: 'call.dial', number: understood ?? number, customerId: null, taskId: null },
      ['wrongNumber', 'numberNotAllowed'],
    );
    if (reply.ok) closeDial();
    else setError(t(problemWords[reply.problem.problem]));
  }

  const change = (text: string) => {
    setNumber(text);
    setError(undefined);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="dial">
      <TextField
        label={t({ id: 'dial.number' })}
        type="tel"
        value={number}
        onChange={change}
        error={error}
        note={
          understood ? t({ id: 'dial.understood' }, { number: displayNumber(understood, region) }) : undefined
        }
        maxLength={40}
      />
      <Dialpad label={t({ id: 'keypad.title' })} onKey={(key) => change(number + key)} />
      <div className="rs-dialog-foot">
        <Button onPress={closeDial}>{t({ id: 'common.cancel' })}</Button>
        <Button
          type="submit"
          look="primary"
          isDisabled={number.trim() === ''}
          icon={<Phone size={16} aria-hidden />}
        >
          {t({ id: 'dial.call' })}
        </Button>
      </div>
    </form>
  );
}
