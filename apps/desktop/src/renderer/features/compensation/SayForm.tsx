import { Button } from '@ringside/ui/Button';
import { TextField } from '@ringside/ui/Field';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';

interface SayFormProps {
  readonly label: string;
  readonly confirm: string;
  /** whether something has to be said */
  readonly needed: boolean;
  readonly onSay: (text: string) => void;
  readonly onClose: () => void;
}

/** A line that goes with a decision. */
export function SayForm({ label, confirm, needed, onSay, onClose }: SayFormProps) {
  const t = useText();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (needed && text.trim() === '') return setMissing(true);
    onSay(text);
  }
  return (
    <form className="compensation-say" onSubmit={submit} noValidate>
      <TextField
        label={label}
        aside={needed ? undefined : t({ id: 'form.optional' })}
        error={isMissing && text.trim() === '' ? t({ id: 'form.needed' }) : undefined}
        value={text}
        onChange={setText}
        maxLength={200}
        inputRef={field}
      />
      <div className="form-choice">
        <Button small type="submit" look="primary">
          {confirm}
        </Button>
        <Button small onPress={onClose}>
          {t({ id: 'common.cancel' })}
        </Button>
      </div>
    </form>
  );
}
