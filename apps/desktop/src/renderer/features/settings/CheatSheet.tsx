import { Dialog } from '@ringside/ui/Dialog';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useKey } from '../../keys/keys.ts';
import { KeyList } from './KeyList.tsx';

export function CheatSheet() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  useKey('cheatSheet', () => setOpen(true));
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'keys.title' })}
    >
      <KeyList />
    </Dialog>
  );
}
