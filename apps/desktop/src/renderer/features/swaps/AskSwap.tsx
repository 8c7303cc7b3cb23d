import type { AgentId } from '@ringside/shared/model/ids';
import type { SwapKind } from '@ringside/shared/model/rota';
import type { MyShifts, ShiftView } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import { WhoCanCover } from './WhoCanCover.tsx';
import { WhichInReturn } from './WhichInReturn.tsx';

interface AskSwapProps {
  readonly shift: MyShifts['shifts'][number];
  readonly onClose: () => void;
}

interface Typed {
  readonly kind: SwapKind;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  /** null: as proposed, all of the rota who can */
  readonly asks: readonly AgentId[] | null;
  readonly wants: ShiftView | null;
}

/** SWAP-1, SWAP-2: the shift or a piece of it, for nothing or for another, of those who can. */
export function AskSwap({ shift, onClose }: AskSwapProps) {
  const { t } = useWords();
  const tell = useCommand();
  const [typed, setTyped] = useState<Typed>({
    kind: 'cover',
    from: shift.fromLocal,
    until: shift.untilLocal,
    reason: '',
    asks: null,
    wants: null,
  });
  const [isTold, setTold] = useState(false);
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const { kind, from, until, reason, asks, wants } = typed;
  const { rotaId, layer, fromLocal, untilLocal } = shift;
  const isWrong = until <= from || from < fromLocal || until > untilLocal;
  const isMissing = kind === 'swap' ? wants === null : asks?.length === 0;

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTold(true);
    if (isWrong || isMissing) return;
    const inReturn =
      kind === 'swap' && wants !== null && wants.agentId !== null
        ? { agentId: wants.agentId, layer: wants.layer, from: wants.fromLocal, until: wants.untilLocal }
        : null;
    const reply = await tell({
      ...{ do: 'swap.ask', kind, rotaId, layer, from, until, reason },
      wants: inReturn,
      asks: kind === 'cover' && asks !== null ? [...asks] : null,
    });
    if (!reply.ok) return;
    say('good', { id: 'swap.askedNow' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'swap.askTitle' })}
    >
      <form className="form" onSubmit={(event) => void ask(event)} noValidate>
        <SegmentedControl
          label={t({ id: 'swap.kind' })}
          segments={[
            { value: 'cover', name: t({ id: 'swap.cover' }) },
            { value: 'swap', name: t({ id: 'swap.swap' }) },
          ]}
          chosen={kind}
          onChoose={(chosen) => type({ kind: chosen })}
        />
        <div className="swap-times">
          <TextField
            type="datetime-local"
            label={t({ id: 'rota.from' })}
            value={from}
            onChange={(value) => type({ from: value, asks: null })}
          />
          <TextField
            type="datetime-local"
            label={t({ id: 'rota.until' })}
            value={until}
            onChange={(value) => type({ until: value, asks: null })}
            error={isWrong ? t({ id: 'swap.outside' }) : undefined}
          />
        </div>
        {kind === 'cover' ? (
          <WhoCanCover
            shift={{ rotaId, layer, from, until }}
            isWrong={isWrong}
            asks={asks}
            isMissing={isTold && isMissing}
            onChange={(chosen) => type({ asks: chosen })}
          />
        ) : (
          <WhichInReturn
            shift={shift}
            chosen={wants}
            isMissing={isTold && isMissing}
            onChoose={(chosen) => type({ wants: chosen })}
          />
        )}
        <TextField
          label={t({ id: 'swap.reason' })}
          aside={t({ id: 'form.optional' })}
          maxLength={200}
          value={reason}
          onChange={(value) => type({ reason: value })}
        />
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button type="submit" look="primary">
            {t({ id: 'swap.send' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
