import { effectAnswer } from '@ringside/shared/protocol/prevention';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Loading } from '@ringside/ui/EmptyState';
import { ShieldCheck, ShieldX } from 'lucide-react';
import { useAnswer, useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { TextInput } from '../../forms/Fields.tsx';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { EffectLines } from './EffectLines.tsx';
import type { EndProps } from './EndMeasure.tsx';

/** The numbers before and after, and a person's word whether it worked. */
export function VerifyMeasure({ measure, onClose, onDone }: EndProps) {
  const { t } = useWords();
  const tell = useCommand();
  const { preventionId, version, what } = measure;
  const { value, problem } = useAnswer({ ask: 'prevention.effect', preventionId }, effectAnswer);
  const { form, clear } = useDraftForm(`verifyMeasure:${preventionId}`, { note: '' });
  const say = async (verdict: 'effective' | 'notEffective') => {
    const { note } = form.getValues();
    const reply = await tell({ do: 'prevention.verify', preventionId, version, verdict, note });
    if (!reply.ok) return;
    clear();
    onDone();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} closeLabel={t({ id: 'common.close' })} title={what}>
      <div className="form">
        {problem && <p>{t(problemWords[problem])}</p>}
        {value ? (
          <EffectLines effect={value} />
        ) : (
          !problem && <Loading label={t({ id: 'common.loading' })} lines={4} />
        )}
        <p className="prevention-line">{t({ id: 'effect.formula' })}</p>
        <TextInput
          control={form.control}
          name="note"
          label={t({ id: 'prevention.verdictNote' })}
          rows={2}
          optional
        />
        <div className="rs-dialog-foot">
          <Button
            icon={<ShieldX size={16} aria-hidden />}
            isDisabled={!value}
            onPress={() => void say('notEffective')}
          >
            {t({ id: 'prevention.notEffective' })}
          </Button>
          <Button
            look="primary"
            icon={<ShieldCheck size={16} aria-hidden />}
            isDisabled={!value}
            onPress={() => void say('effective')}
          >
            {t({ id: 'prevention.effective' })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
