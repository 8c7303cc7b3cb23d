import type { HotlineId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Select } from '@ringside/ui/Select';
import { PhoneIncoming } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { useWords } from '../../wording/words.ts';
import './DemoCaller.css';

/** In the demo: places a real call as one of the seeded customers, as a stranger or with the number withheld. */
export function DemoCaller({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'demo.title' })}
    >
      <DemoForm onClose={onClose} />
    </Dialog>
  );
}

const strangerNumber = asId<'phone-number'>('+886955000123');

function DemoForm({ onClose }: { readonly onClose: () => void }) {
  const { t, language, region } = useWords();
  const tell = useCommand();
  const demo = useDesk((s) => s.desk?.demo ?? null);
  const { hotlines } = useReference();
  const [hotlineId, setHotline] = useState<HotlineId | null>(hotlines[0]?.hotlineId ?? null);
  if (!demo) return null;

  const call = async (from: PhoneNumber | null, name: string) => {
    if (hotlineId === null) return;
    const reply = await tell({ do: 'demo.call', from, hotlineId });
    if (!reply.ok) return;
    say('info', { id: 'demo.called' }, { name });
    onClose();
  };
  const callers = [
    ...demo.callers.map((caller) => ({ ...caller, number: asId<'phone-number'>(caller.number) })),
    { number: strangerNumber, name: t({ id: 'demo.stranger' }), hint: t({ id: 'demo.strangerHint' }) },
    { number: null, name: t({ id: 'demo.withheld' }), hint: t({ id: 'demo.withheldHint' }) },
  ];
  return (
    <>
      <p className="rs-muted">{t({ id: 'demo.lead' })}</p>
      <Select
        label={t({ id: 'demo.hotline' })}
        choices={hotlines.map((line) => ({
          id: line.hotlineId,
          name: `${line.name[language]} · ${line.number}`,
        }))}
        chosen={hotlineId}
        onChoose={(id) => setHotline(asId<'hotline'>(id))}
        placeholder={t({ id: 'form.choose' })}
      />
      <ul className="demo-callers">
        {callers.map((caller) => (
          <li key={caller.number ?? 'withheld'}>
            <div className="demo-caller">
              <strong>{caller.name}</strong>
              <span className="rs-muted">
                {[caller.number && displayNumber(caller.number, region), caller.hint]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <Button
              small
              icon={<PhoneIncoming size={14} aria-hidden />}
              aria-label={t({ id: 'demo.callAs' }, { name: caller.name })}
              onPress={() => void call(caller.number, caller.name)}
            >
              {t({ id: 'demo.call' })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
