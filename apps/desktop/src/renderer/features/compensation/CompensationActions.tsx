import type { CompensationView } from '@ringside/shared/protocol/compensation';
import type { Command } from '@ringside/shared/protocol/up';
import { Button } from '@ringside/ui/Button';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { SayForm } from './SayForm.tsx';

interface Act {
  readonly id: string;
  readonly isOffered: boolean;
  readonly word: string;
  readonly look?: 'primary';
  readonly ask: string;
  readonly needed: boolean;
  readonly command: (text: string) => Command;
}

/** What may be done about one compensation now; each with a line to say to it. */
export function CompensationActions({ of }: { readonly of: CompensationView }): ReactNode {
  const t = useText();
  const tell = useCommand();
  const [chosen, setChosen] = useState<string | null>(null);
  const { compensationId, may } = of;
  const acts: readonly Act[] = [
    {
      id: 'approve',
      isOffered: may.approve,
      word: may.endorse ? t({ id: 'compensation.endorse' }) : t({ id: 'compensation.approve' }),
      look: 'primary',
      ask: t({ id: 'compensation.decision' }),
      needed: false,
      command: (decision) => ({ do: 'compensation.approve', compensationId, decision }),
    },
    {
      id: 'refuse',
      isOffered: may.refuse,
      word: t({ id: 'compensation.refuse' }),
      ask: t({ id: 'compensation.whyNot' }),
      needed: true,
      command: (decision) => ({ do: 'compensation.refuse', compensationId, decision }),
    },
    {
      id: 'done',
      isOffered: may.carryOut,
      word: t({ id: 'compensation.carryOut' }),
      ask: t({ id: 'compensation.carryOutNote' }),
      needed: false,
      command: (note) => ({ do: 'compensation.done', compensationId, note }),
    },
    {
      id: 'cancel',
      isOffered: may.cancel,
      word: t({ id: 'compensation.cancel' }),
      ask: t({ id: 'compensation.whyCancel' }),
      needed: true,
      command: (why) => ({ do: 'compensation.cancel', compensationId, why }),
    },
  ];
  const offered = acts.filter(({ isOffered }) => isOffered);
  const act = offered.find(({ id }) => id === chosen);
  if (act) {
    const carryOut = async (text: string): Promise<void> => {
      if ((await tell(act.command(text))).ok) setChosen(null);
    };
    return (
      <SayForm
        key={act.id}
        label={act.ask}
        confirm={act.word}
        needed={act.needed}
        onSay={(text) => void carryOut(text)}
        onClose={() => setChosen(null)}
      />
    );
  }
  return (
    <div className="compensation-acts">
      {offered.map(({ id, word, look }) => (
        <Button key={id} small {...(look ? { look } : {})} onPress={() => setChosen(id)}>
          {word}
        </Button>
      ))}
      {may.withdraw && (
        <Button small onPress={() => void tell({ do: 'compensation.withdraw', compensationId })}>
          {t({ id: 'compensation.withdraw' })}
        </Button>
      )}
    </div>
  );
}
