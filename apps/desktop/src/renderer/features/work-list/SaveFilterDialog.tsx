import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Checkbox, TextField } from '@ringside/ui/Field';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useMay } from '../../may.ts';

interface SaveFilterDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSave: (name: string, shared: boolean) => void;
}

/** WORK-10: a name for what the list shows now. */
export function SaveFilterDialog({ isOpen, onClose, onSave }: SaveFilterDialogProps) {
  const t = useText();
  const { listen: isInCharge } = useMay();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <Dialog
      title={t({ id: 'work.saveFilter' })}
      closeLabel={t({ id: 'common.close' })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          onSave(name.trim(), shared);
          setName('');
        }}
      >
        <TextField label={t({ id: 'work.filterName' })} value={name} maxLength={60} onChange={setName} />
        {isInCharge && (
          <Checkbox isOn={shared} onChange={setShared}>
            {t({ id: 'work.forEverybody' })}
          </Checkbox>
        )}
        <div className="form-foot">
          <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
            {t({ id: 'work.saveFilter' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
