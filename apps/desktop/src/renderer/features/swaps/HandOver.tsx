import type { RotaId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { TextField } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import { Forward } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import './swaps.css';

const handedOver = z.object({ count: z.number(), toName: z.string() });

/** RNOTE-6: what one leaves open goes to who is on, with a word for them. */
export function HandOver() {
  const { t, language } = useWords();
  const tell = useCommand();
  const rotas = useDesk(({ desk }) => desk?.duty) ?? [];
  const [chosen, setChosen] = useState<RotaId | null>(null);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const rota = rotas.find(({ rotaId }) => rotaId === chosen) ?? rotas[0];
  if (rota === undefined) return null;
  const { rotaId } = rota;

  async function handOver(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const reply = await tell({ do: 'manager.handOver', rotaId, note });
    setSending(false);
    if (!reply.ok) return;
    const { count, toName } = handedOver.parse(reply.value);
    say('good', { id: 'handOver.done' }, { count, name: toName });
    setNote('');
  }

  return (
    <Card title={t({ id: 'handOver.title' })}>
      <form className="form hand-over" onSubmit={(event) => void handOver(event)} noValidate>
        <p className="rs-muted">{t({ id: 'handOver.why' })}</p>
        {rotas.length > 1 && (
          <Select
            label={t({ id: 'rota.choose' })}
            choices={rotas.map(({ rotaId: id, name }) => ({ id, name: name[language] }))}
            chosen={rotaId}
            onChoose={(id) => setChosen(id as RotaId)}
            placeholder={t({ id: 'form.choose' })}
          />
        )}
        <TextField
          label={t({ id: 'handOver.note' })}
          aside={t({ id: 'form.optional' })}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
        <span className="row-actions">
          <Button type="submit" icon={<Forward size={16} aria-hidden />} isDisabled={isSending}>
            {t({ id: 'handOver.do' })}
          </Button>
        </span>
      </form>
    </Card>
  );
}
