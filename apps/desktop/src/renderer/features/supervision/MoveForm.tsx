import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { ActButtons } from './ActButtons.tsx';
import { useAct } from './use-act.ts';

/** SUP-14: which queue a waiting caller goes to. */
export function MoveForm({ callId }: { readonly callId: CallId }) {
  const { t, language } = useWords();
  const { queues } = useReference();
  const { act, isActing } = useAct();
  const [queueId, choose] = useState<string | null>(null);
  return (
    <div className="act-form">
      <Select
        label={t({ id: 'act.queue' })}
        note={t({ id: 'act.moveNote' })}
        placeholder={t({ id: 'act.chooseQueue' })}
        choices={queues.map(({ queueId: id, name }) => ({ id, name: name[language] }))}
        chosen={queueId}
        onChoose={choose}
      />
      <ActButtons
        isActing={isActing || queueId === null}
        onDo={() => queueId !== null && void act({ do: 'floor.moveCall', callId, queueId: asId(queueId) })}
      >
        {t({ id: 'act.moveDo' })}
      </ActButtons>
    </div>
  );
}
