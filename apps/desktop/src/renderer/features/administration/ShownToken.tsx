import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Notice } from '@ringside/ui/Notice';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../wording/words.ts';

export interface ShownToken {
  readonly name: string;
  readonly token: string;
}

interface TokenOnceProps {
  readonly shown: ShownToken;
  readonly onClose: () => void;
}

/** CASE-25: nobody is told it again, so that it goes away by saying so alone. */
export function TokenOnce({ shown, onClose }: TokenOnceProps) {
  const { t } = useWords();
  const secret = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  async function copy() {
    const isCopied = await written(shown.token);
    if (!isCopied && secret.current) getSelection()?.selectAllChildren(secret.current);
    setCopied(isCopied);
  }
  return (
    <Dialog
      isOpen
      mustAnswer
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'admin.tokenOf' }, { name: shown.name })}
    >
      <Notice tone="warn" title={t({ id: 'admin.tokenOnce' })}>
        {t({ id: 'admin.tokenOnceWhy' })}
      </Notice>
      <p className="admin-password admin-token">
        <code ref={secret}>{shown.token}</code>
      </p>
      <p role="status" className="rs-muted">
        {copied === true && t({ id: 'admin.tokenCopied' })}
        {copied === false && t({ id: 'admin.tokenNotCopied' })}
      </p>
      <div className="rs-dialog-foot">
        <Button
          icon={copied === true ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          onPress={() => void copy()}
        >
          {t({ id: 'admin.copyToken' })}
        </Button>
        <Button look="primary" onPress={onClose}>
          {t({ id: 'admin.tokenNoted' })}
        </Button>
      </div>
    </Dialog>
  );
}

/** A page that came over plain HTTP has no clipboard, and browsers may refuse it: then it is selected instead. */
async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
