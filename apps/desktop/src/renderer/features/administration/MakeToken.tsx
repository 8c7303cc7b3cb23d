import type { ApiScope } from '@ringside/shared/model/api-scope';
import { apiScopes } from '@ringside/shared/model/api-scope';
import { madeApiToken } from '@ringside/shared/protocol/case-api';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Checkbox, TextField } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useWords } from '../../wording/words.ts';
import { scopeWords } from './administration-words.ts';
import type { ShownToken } from './ShownToken.tsx';
import { useAdminister } from './use-administer.ts';

interface MakeTokenProps {
  readonly onClose: () => void;
  readonly onMade: (token: ShownToken) => void;
}

/** Days; a system that is forgotten shall not keep its key for ever unless somebody says so. */
const lifetimes = ['30', '90', '365', 'never'] as const;

export function MakeToken({ onClose, onMade }: MakeTokenProps) {
  const { t } = useWords();
  const ask = useAdminister();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['cases:write']);
  const [lifetime, setLifetime] = useState<string>('365');
  const [isTold, setTold] = useState(false);
  const [isSending, setSending] = useState(false);
  const isNamed = name.trim() !== '';

  async function make(event: FormEvent) {
    event.preventDefault();
    setTold(true);
    if (!isNamed || scopes.length === 0 || isSending) return;
    setSending(true);
    const expiresInDays = lifetime === 'never' ? null : Number(lifetime);
    const reply = await ask({
      method: 'POST',
      path: '/api-tokens',
      body: { name: name.trim(), scopes, expiresInDays },
    });
    setSending(false);
    if (!reply.ok) return;
    const { token } = madeApiToken.parse(reply.value);
    onClose();
    onMade({ name: name.trim(), token });
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'admin.makeToken' })}
    >
      <form className="form admin-form" onSubmit={(event) => void make(event)} noValidate>
        <TextField
          label={t({ id: 'admin.tokenSystem' })}
          note={t({ id: 'admin.tokenSystemNote' })}
          error={isTold && !isNamed ? t({ id: 'form.needed' }) : undefined}
          value={name}
          maxLength={200}
          onChange={setName}
        />
        <fieldset className="admin-group">
          <legend>{t({ id: 'admin.tokenScopes' })}</legend>
          {isTold && scopes.length === 0 && (
            <p className="rs-field-error" role="alert">
              {t({ id: 'admin.tokenNeedsScope' })}
            </p>
          )}
          <div className="admin-checks">
            {apiScopes.map((scope) => (
              <Checkbox
                key={scope}
                isOn={scopes.includes(scope)}
                onChange={(isOn) =>
                  setScopes([...scopes.filter((one) => one !== scope), ...(isOn ? [scope] : [])])
                }
              >
                {t(scopeWords[scope])}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Select
          label={t({ id: 'admin.tokenLifetime' })}
          choices={lifetimes.map((days) => ({
            id: days,
            name: days === 'never' ? t({ id: 'admin.tokenForEver' }) : t({ id: 'admin.tokenDays' }, { days }),
          }))}
          chosen={lifetime}
          onChoose={setLifetime}
          placeholder={t({ id: 'form.choose' })}
        />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button type="submit" look="primary" isDisabled={isSending}>
            {t({ id: 'admin.makeTokenNow' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
