import { Dialog } from '@ringside/ui/Dialog';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useKey } from '../../keys/keys.ts';
import { useMay } from '../../may.ts';
import { KeyList } from './KeyList.tsx';

export function CheatSheet() {
  const t = useText();
  const { watchFloor } = useMay();
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
      {watchFloor && (
        <section className="key-notes">
          <h3>{t({ id: 'nav.rota' })}</h3>
          <p>{t({ id: 'rota.keys' })}</p>
        </section>
      )}
    </Dialog>
  );
}
