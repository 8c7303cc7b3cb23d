import type { ContactView } from '@ringside/shared/protocol/contact';
import { buttonClass } from '@ringside/ui/Button';
import { Dialpad } from '@ringside/ui/Dialpad';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';

interface KeypadProps {
  readonly contact: ContactView | null;
  readonly isDisabled: boolean;
  readonly icon: ReactNode;
}

/** Tones into the call (RFC 4733), by the pad or typed on the keyboard. */
export function Keypad({ contact, isDisabled, icon }: KeypadProps) {
  const t = useText();
  const tell = useCommand();
  const [sent, setSent] = useState('');
  const send = (digits: string) => {
    if (!contact) return;
    setSent((before) => (before + digits).slice(-20));
    void tell({ do: 'call.digits', callId: contact.callId, digits });
  };
  return (
    <DialogTrigger onOpenChange={() => setSent('')}>
      <Button className={buttonClass('plain', false, false)} isDisabled={isDisabled}>
        {icon}
        <span>{t({ id: 'bar.keypad' })}</span>
      </Button>
      <Popover className="rs-popover" placement="bottom end">
        <Dialog className="keypad" aria-label={t({ id: 'keypad.title' })}>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- typed digits are the pad's keyboard */}
          <div onKeyDown={(event) => /^[0-9*#]$/.test(event.key) && send(event.key)}>
            <output className="keypad-sent" aria-label={t({ id: 'keypad.sent' })}>
              {sent || t({ id: 'keypad.hint' })}
            </output>
            <Dialpad label={t({ id: 'keypad.title' })} onKey={send} />
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
