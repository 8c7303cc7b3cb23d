import type { SwapId } from '@ringside/shared/model/ids';
import type { SwapView } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Check, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useWords } from '../../wording/words.ts';

interface AnswerSwapProps {
  readonly swapId: SwapId;
  readonly acts: SwapView['acts'];
  /** names the shift for those who hear the buttons */
  readonly what?: string;
  readonly onDone?: () => void;
}

/** SWAP-3, SWAP-5: one click; who comes second is told that it is over. */
export function AnswerSwap({ swapId, acts, what = '', onDone }: AnswerSwapProps) {
  const { t } = useWords();
  const tell = useCommand();
  const [isAnswering, setAnswering] = useState(false);
  const answer = async (word: 'accept' | 'decline' | 'withdraw'): Promise<void> => {
    setAnswering(true);
    const reply = await tell({ do: `swap.${word}`, swapId });
    setAnswering(false);
    if (reply.ok || reply.problem.problem === 'swapIsOver') onDone?.();
  };
  const named = (text: string) => (what === '' ? text : `${text}: ${what}`);
  return (
    <>
      {acts.includes('accept') && (
        <Button
          small
          look="primary"
          icon={<Check size={14} aria-hidden />}
          isDisabled={isAnswering}
          aria-label={named(t({ id: 'swap.accept' }))}
          onPress={() => void answer('accept')}
        >
          {t({ id: 'swap.accept' })}
        </Button>
      )}
      {acts.includes('decline') && (
        <Button
          small
          icon={<X size={14} aria-hidden />}
          isDisabled={isAnswering}
          aria-label={named(t({ id: 'swap.decline' }))}
          onPress={() => void answer('decline')}
        >
          {t({ id: 'swap.decline' })}
        </Button>
      )}
      {acts.includes('withdraw') && (
        <Button
          small
          look="quiet"
          icon={<Undo2 size={14} aria-hidden />}
          isDisabled={isAnswering}
          aria-label={named(t({ id: 'swap.withdraw' }))}
          onPress={() => void answer('withdraw')}
        >
          {t({ id: 'swap.withdraw' })}
        </Button>
      )}
    </>
  );
}
