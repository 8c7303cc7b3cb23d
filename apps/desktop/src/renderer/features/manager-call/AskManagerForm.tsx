import type { CaseId, RotaId } from '@ringside/shared/model/ids';
import type { ManagerRequestReason } from '@ringside/shared/model/rota';
import { managerRequestReasons } from '@ringside/shared/model/rota';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { TextField } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { DutyLine } from '../../DutyLine.tsx';
import { isTyping } from '../../keys/keys.ts';
import { say } from '../../notices/notices.ts';
import { managerReasonWords } from '../../wording/manager-reason-wording.ts';
import { useWords } from '../../wording/words.ts';
import { caseAtFirst, keysOfReasons } from './ask-manager.ts';

const noCase = 'none';

interface AskManagerFormProps {
  readonly contact: ContactView;
  readonly onDone: () => void;
}

/** Who is on, what goes along, and the reason, which sends the caller on: by a press or by its digit. */
export function AskManagerForm({ contact, onDone }: AskManagerFormProps) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const duty = useDesk(({ desk }) => desk?.duty ?? []);
  const [rotaId, setRota] = useState<RotaId | null>(duty[0]?.rotaId ?? null);
  const [caseId, setCase] = useState<CaseId | null>(() => caseAtFirst(contact));
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const { openCases } = contact.pop;

  const send = async (reason: ManagerRequestReason) => {
    if (rotaId === null || isSending) return;
    setSending(true);
    const asked = { callId: contact.callId, rotaId, reason, note: note.trim(), caseId };
    const reply = await tell({ do: 'manager.ask', ...asked });
    setSending(false);
    if (!reply.ok) return;
    say('good', { id: 'askManager.done' });
    onDone();
  };
  const press = (event: React.KeyboardEvent) => {
    // keys typed in an open list come here too, and look for a choice
    if (!event.currentTarget.contains(event.target as Node)) return;
    const reason = keysOfReasons.get(event.key);
    if (reason === undefined || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target)) return;
    event.preventDefault();
    void send(reason);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- digits are a short cut to the buttons within
    <div className="ask-manager-form" onKeyDown={press}>
      {duty.length > 1 && (
        <Select
          label={t({ id: 'askManager.whom' })}
          choices={duty.map((line) => ({ id: line.rotaId, name: line.name[words.language] }))}
          chosen={rotaId}
          onChoose={(id) => setRota(id as RotaId)}
          placeholder=""
        />
      )}
      {rotaId !== null && <DutyLine rotaId={rotaId} />}
      <p className="ask-manager-then">{t({ id: 'askManager.then' })}</p>
      {openCases.length > 0 && (
        <Select
          label={t({ id: 'askManager.case' })}
          choices={[
            ...openCases.map((one) => ({ id: one.caseId, name: `${one.reference} · ${one.title}` })),
            { id: noCase, name: t({ id: 'askManager.noCase' }) },
          ]}
          chosen={caseId ?? noCase}
          onChoose={(id) => setCase(id === noCase ? null : (id as CaseId))}
          placeholder=""
        />
      )}
      <TextField
        label={t({ id: 'askManager.note' })}
        note={t({ id: 'askManager.noteHelp' })}
        value={note}
        onChange={setNote}
        maxLength={200}
      />
      <h3 id="ask-manager-why">{t({ id: 'askManager.why' })}</h3>
      <div className="ask-manager-reasons" role="group" aria-labelledby="ask-manager-why">
        {managerRequestReasons.map((reason, nth) => (
          <Button
            key={reason}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a question that was asked for takes the keys
            autoFocus={nth === 0}
            isDisabled={isSending}
            keys={String(nth + 1)}
            onPress={() => void send(reason)}
          >
            {t(managerReasonWords[reason])}
          </Button>
        ))}
      </div>
    </div>
  );
}
