import type { MessagePriority } from '@ringside/shared/model/floor-message';
import { messagePriorities } from '@ringside/shared/model/floor-message';
import { asId } from '@ringside/shared/model/ids';
import type { Command } from '@ringside/shared/protocol/up';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useKey } from '../../keys/keys.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { priorityWords } from './message-words.ts';
import { SentToday } from './SentToday.tsx';
import type { Telling } from './telling.ts';
import { doneTelling, tellFloor, useTelling } from './telling.ts';
import './TellFloor.css';

/** MSG-1: the window for a message to people on the floor, with who has read those of today. */
export function TellFloor() {
  const { t } = useWords();
  const telling = useTelling((s) => s.telling);
  useKey('tellFloor', () => tellFloor(null));
  if (telling === null) return null;
  return (
    <Dialog
      title={t({ id: 'message.title' })}
      closeLabel={t({ id: 'common.close' })}
      isOpen
      onClose={doneTelling}
    >
      <MessageForm telling={telling} />
      <SentToday />
    </Dialog>
  );
}

const all = 'all';

function MessageForm({ telling: { person } }: { readonly telling: Telling }) {
  const { t } = useWords();
  const [to, setTo] = useState<string>(person?.id ?? all);
  const [priority, setPriority] = useState<MessagePriority>('normal');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const choices = useRecipients(person);
  const tell = useCommand();
  const send = async (): Promise<void> => {
    setTried(true);
    if (text.trim() === '') return;
    const reply = await tell({ do: 'message.send', to: meantFor(to, person), priority, text: text.trim() });
    if (!reply.ok) return;
    say('good', { id: 'message.sent' }, { count: countOf(reply.value) });
    doneTelling();
  };
  return (
    <div className="tell-floor">
      <Select
        label={t({ id: 'message.to' })}
        placeholder={t({ id: 'message.to' })}
        choices={choices}
        chosen={to}
        onChoose={setTo}
      />
      <SegmentedControl
        label={t({ id: 'message.priority' })}
        segments={messagePriorities.map((value) => ({ value, name: t(priorityWords[value]) }))}
        chosen={priority}
        onChoose={setPriority}
      />
      <TextField
        label={t({ id: 'message.text' })}
        error={isTried && text.trim() === '' ? t({ id: 'message.textMissing' }) : undefined}
        rows={3}
        maxLength={500}
        value={text}
        onChange={setText}
      />
      <div className="tell-floor-do">
        <Button look="primary" onPress={() => void send()}>
          {t({ id: 'message.send' })}
        </Button>
      </div>
    </div>
  );
}

function useRecipients(person: Telling['person']) {
  const { t, language } = useWords();
  const { queues } = useReference();
  return [
    ...(person === null ? [] : [{ id: person.id as string, name: person.name }]),
    { id: all, name: t({ id: 'message.toAll' }) },
    ...queues.map(({ queueId, name }) => ({
      id: `queue ${queueId}`,
      name: t({ id: 'message.toQueue' }, { queue: name[language] }),
    })),
  ];
}

type To = Extract<Command, { do: 'message.send' }>['to'];

function meantFor(to: string, person: Telling['person']): To {
  if (person !== null && to === person.id) return { kind: 'agent', agentId: person.id };
  return to.startsWith('queue ')
    ? { kind: 'queue', queueId: asId(to.slice('queue '.length)) }
    : { kind: all };
}

const countOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'recipients' in value ? Number(value.recipients) : 0;
