import type { MeasureView } from '@ringside/shared/protocol/prevention';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { SelectInput, TextInput } from '../../forms/Fields.tsx';
import { useWords } from '../../wording/words.ts';

export interface EndProps {
  readonly measure: MeasureView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const lengths = [30, 60, 90, 180, 365] as const;

/** It is done: what was done, and when its effect is looked at. */
export function FinishMeasure({ measure, onClose, onDone }: EndProps) {
  const { t } = useWords();
  const tell = useCommand();
  const { preventionId, version, what } = measure;
  const { form, clear } = useDraftForm(`doneMeasure:${preventionId}`, { note: '', days: '90' });
  const finish = async () => {
    const { note, days } = form.getValues();
    const verifyAfterDays = Number(days);
    const reply = await tell({ do: 'prevention.done', preventionId, version, note, verifyAfterDays });
    if (!reply.ok) return;
    clear();
    onDone();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} closeLabel={t({ id: 'common.close' })} title={what}>
      <div className="form">
        <TextInput
          control={form.control}
          name="note"
          label={t({ id: 'prevention.doneNote' })}
          rows={3}
          optional
        />
        <SelectInput
          control={form.control}
          name="days"
          label={t({ id: 'prevention.verifyAfter' })}
          choices={lengths.map((days) => ({ id: String(days), name: t({ id: 'time.days' }, { days }) }))}
          placeholder=""
        />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.close' })}</Button>
          <Button look="primary" onPress={() => void finish()}>
            {t({ id: 'prevention.markDone' })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** It is given up, with the reason. */
export function CancelMeasure({ measure, onClose, onDone }: EndProps) {
  const { t } = useWords();
  const tell = useCommand();
  const { preventionId, version, what } = measure;
  const { form, clear } = useDraftForm(`cancelMeasure:${preventionId}`, { note: '' });
  const note = form.watch('note');
  const cancel = async () => {
    const reply = await tell({ do: 'prevention.cancel', preventionId, version, note });
    if (!reply.ok) return;
    clear();
    onDone();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} closeLabel={t({ id: 'common.close' })} title={what}>
      <div className="form">
        <TextInput control={form.control} name="note" label={t({ id: 'prevention.cancelWhy' })} />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.close' })}</Button>
          <Button look="primary" isDisabled={note.trim() === ''} onPress={() => void cancel()}>
            {t({ id: 'prevention.cancel' })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
