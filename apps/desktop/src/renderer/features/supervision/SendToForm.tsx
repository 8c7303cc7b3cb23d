import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { ActButtons } from './ActButtons.tsx';
import type { Person } from './acting.ts';
import { useAct } from './use-act.ts';

const waits = ['1', '2', '5', '15'] as const;

/** SUP-16: whom a waiting caller is kept for, and how long. */
export function SendToForm({
  callId,
  people,
}: {
  readonly callId: CallId;
  readonly people: readonly Person[];
}) {
  const t = useText();
  const { act, isActing } = useAct();
  const [agentId, choose] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<(typeof waits)[number]>('2');
  const send = () =>
    agentId !== null &&
    void act({ do: 'floor.sendTo', callId, agentId: asId(agentId), withinSeconds: Number(minutes) * 60 });
  return (
    <div className="act-form">
      <Select
        label={t({ id: 'act.person' })}
        placeholder={t({ id: 'act.choosePerson' })}
        choices={people}
        chosen={agentId}
        onChoose={choose}
      />
      <SegmentedControl
        label={t({ id: 'act.within' })}
        note={t({ id: 'act.sendToNote' })}
        segments={waits.map((value) => ({
          value,
          name: t({ id: 'act.withinMinutes' }, { minutes: value }),
        }))}
        chosen={minutes}
        onChoose={setMinutes}
      />
      <ActButtons isActing={isActing || agentId === null} onDo={send}>
        {t({ id: 'act.sendToDo' })}
      </ActButtons>
    </div>
  );
}
