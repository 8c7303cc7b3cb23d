import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { CaseId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';

interface PauseClockProps {
  readonly caseId: CaseId;
  readonly clock: ClockKind;
  readonly onClose: () => void;
}

/** CLOCK-5: a clock stands still for a reason, which is kept with it. */
export function PauseClock({ caseId, clock, onClose }: PauseClockProps) {
  const t = useText();
  const tell = useCommand();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (why.trim() === '') return setMissing(true);
    const reply = await tell({ do: 'clock.pause', caseId, clock, why: why.trim() });
    if (reply.ok) onClose();
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'clock.pauseTitle' })}
    >
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <p>{t({ id: 'clock.pauseNote' })}</p>
        <TextField
          label={t({ id: 'clock.why' })}
          value={why}
          onChange={setWhy}
          maxLength={200}
          inputRef={field}
          error={isMissing && why.trim() === '' ? t({ id: 'form.needed' }) : undefined}
        />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button type="submit" look="primary">
            {t({ id: 'clock.pauseDo' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
