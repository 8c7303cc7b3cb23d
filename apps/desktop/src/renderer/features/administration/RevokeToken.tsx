import type { ApiTokenView } from '@ringside/shared/protocol/case-api';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { useState } from 'react';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import { useAdminister } from './use-administer.ts';

interface RevokeTokenProps {
  readonly token: ApiTokenView;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** It can't be taken back: the other system stands before a closed door at once. */
export function RevokeToken({ token, onClose, onRevoked }: RevokeTokenProps) {
  const { t } = useWords();
  const ask = useAdminister();
  const [isSending, setSending] = useState(false);
  const { name, tokenId } = token;
  async function revoke() {
    setSending(true);
    const reply = await ask({ method: 'DELETE', path: `/api-tokens/${encodeURIComponent(tokenId)}` });
    setSending(false);
    if (!reply.ok) return;
    onRevoked();
    onClose();
    say('good', { id: 'admin.tokenIsRevoked' }, { name });
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'admin.revokeOne' }, { name })}
    >
      <p>{t({ id: 'admin.revokeWhy' })}</p>
      <div className="rs-dialog-foot">
        <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
        <Button look="danger" isDisabled={isSending} onPress={() => void revoke()}>
          {t({ id: 'admin.revokeNow' })}
        </Button>
      </div>
    </Dialog>
  );
}
