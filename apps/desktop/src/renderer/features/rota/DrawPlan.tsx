import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { useText } from '../../i18n/text.ts';

interface DrawPlanProps {
  /** so many changes are not saved */
  readonly count: number;
  readonly onInstead: () => void;
  readonly onAround: () => void;
  readonly onClose: () => void;
}

/** PLAN-10: nothing that waits to be saved goes for a plan unasked. */
export function DrawPlan({ count, onInstead, onAround, onClose }: DrawPlanProps) {
  const t = useText();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'rota.unsaved' }, { count })}
    >
      <p>{t({ id: 'rota.drawPlan' })}</p>
      <div className="rs-dialog-foot">
        <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
        <Button look="danger" onPress={onInstead}>
          {t({ id: 'rota.drawInstead' })}
        </Button>
        <Button look="primary" onPress={onAround}>
          {t({ id: 'rota.drawAround' })}
        </Button>
      </div>
    </Dialog>
  );
}
