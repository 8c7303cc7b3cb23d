import type { Command } from '@ringside/shared/protocol/up';
import { whoText } from '../../wording/phone-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { ActButtons } from './ActButtons.tsx';
import type { Acting } from './acting.ts';
import { useAct } from './use-act.ts';

type Confirmed = Extract<Acting, { readonly act: 'barge' | 'takeOver' | 'signOut' }>;

/** What a press would do to a caller or an agent, before it does. */
export function ConfirmAct({ acting }: { readonly acting: Confirmed }) {
  const words = useWords();
  const { act, isActing } = useAct();
  return (
    <div className="act-form">
      <p>{why(acting, words)}</p>
      <ActButtons
        isActing={isActing}
        look={acting.act === 'signOut' ? 'danger' : 'primary'}
        onDo={() => void act(commandOf(acting))}
      >
        {word(acting, words)}
      </ActButtons>
    </div>
  );
}

function why(acting: Confirmed, words: Words): string {
  const { t } = words;
  if (acting.act === 'signOut') return t({ id: 'act.signOutWhy' }, { name: acting.name });
  const who = acting.who === '' ? t({ id: 'supervision.aCaller' }) : whoText(acting.who, words);
  const values = { who, agent: acting.agentName };
  return acting.act === 'barge'
    ? t({ id: 'supervision.bargeWhy' }, values)
    : t({ id: 'supervision.takeOverWhy' }, values);
}

function word({ act }: Confirmed, { t }: Words): string {
  if (act === 'signOut') return t({ id: 'act.signOutDo' });
  return act === 'barge' ? t({ id: 'mode.barge' }) : t({ id: 'supervision.takeOver' });
}

function commandOf(acting: Confirmed): Command {
  switch (acting.act) {
    case 'signOut':
      return { do: 'floor.signOutAgent', agentId: acting.agentId };
    case 'takeOver':
      return { do: 'supervision.takeOver', callId: acting.callId };
    case 'barge':
      return {
        do: acting.isIn ? 'supervision.mode' : 'supervision.start',
        callId: acting.callId,
        mode: 'barge',
      };
  }
}
