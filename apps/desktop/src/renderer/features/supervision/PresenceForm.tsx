import type { AgentId } from '@ringside/shared/model/ids';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { ActButtons } from './ActButtons.tsx';
import { useAct } from './use-act.ts';

const ready = 'ready';
const noReason = 'forcedBySupervisor';

/** SUP-17: what an agent is to be. */
export function PresenceForm({ agentId, name }: { readonly agentId: AgentId; readonly name: string }) {
  const { t, language } = useWords();
  const { notReadyReasons } = useReference();
  const { act, isActing } = useAct();
  const [state, choose] = useState<string>(noReason);
  const choices = [
    { id: ready, name: t({ id: 'act.ready' }) },
    { id: noReason, name: t({ id: 'act.notReady' }, { reason: t({ id: 'act.withoutReason' }) }) },
    ...notReadyReasons.map(({ reason, name: words }) => ({
      id: reason,
      name: t({ id: 'act.notReady' }, { reason: words[language] }),
    })),
  ];
  const set = () => void act({ do: 'floor.setPresence', agentId, reason: state === ready ? null : state });
  return (
    <div className="act-form">
      <Select
        label={t({ id: 'act.state' })}
        note={t({ id: 'act.stateNote' }, { name })}
        placeholder={t({ id: 'act.state' })}
        choices={choices}
        chosen={state}
        onChoose={choose}
      />
      <ActButtons isActing={isActing} onDo={set}>
        {t({ id: 'act.stateDo' })}
      </ActButtons>
    </div>
  );
}
