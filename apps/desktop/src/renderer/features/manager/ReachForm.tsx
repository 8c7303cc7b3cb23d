import type { DutyReach } from '@ringside/shared/model/rota';
import { dutyReaches } from '@ringside/shared/model/rota';
import type { ManagerPageView } from '@ringside/shared/protocol/manager';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { Button } from '@ringside/ui/Button';
import { TextField } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { reachWords } from './manager-words.ts';

const atPhone: readonly ProblemWord[] = ['wrongNumber', 'numberNotAllowed', 'noTrunk'];
const atEmail: readonly ProblemWord[] = ['wrongAddress'];

/** NOTE-7: how one is reached on duty. The gateway reads the number as people write it, and says why it can't call it. */
export function ReachForm({
  reach,
  onDone,
}: {
  readonly reach: ManagerPageView['reach'];
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const tell = useCommand();
  const { region } = useReference();
  const [how, setHow] = useState<DutyReach>(reach.reach);
  const [phone, setPhone] = useState(reach.phone === null ? '' : displayNumber(reach.phone, region));
  const [email, setEmail] = useState(reach.email ?? '');
  const [fault, setFault] = useState<ProblemWord | null>(null);
  const said = (words: readonly ProblemWord[]) =>
    fault !== null && words.includes(fault) ? t(problemWords[fault]) : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setFault(null);
    const reply = await tell(
      {
        do: 'manager.reach',
        agentId: null,
        reach: how,
        phone: phone.trim() || null,
        email: email.trim() || null,
      },
      [...atPhone, ...atEmail],
    );
    if (!reply.ok) return setFault(reply.problem.problem);
    say('good', { id: 'manager.reachSaved' });
    onDone();
  }

  return (
    <form
      noValidate
      className="manager-reach"
      aria-label={t({ id: 'manager.reachTitle' })}
      onSubmit={(event) => void submit(event)}
    >
      <Select
        label={t({ id: 'manager.reachHow' })}
        choices={dutyReaches.map((id) => ({ id, name: t(reachWords[id]) }))}
        chosen={how}
        onChoose={(id) => setHow(id as DutyReach)}
        placeholder=""
      />
      <TextField
        label={t({ id: 'manager.phone' })}
        note={t({ id: 'manager.phoneHelp' })}
        error={said(atPhone)}
        type="tel"
        value={phone}
        onChange={setPhone}
        maxLength={40}
      />
      <TextField
        label={t({ id: 'manager.email' })}
        note={t({ id: 'manager.emailHelp' })}
        error={said(atEmail)}
        type="email"
        value={email}
        onChange={setEmail}
        maxLength={254}
      />
      <div className="manager-row">
        <Button look="primary" type="submit">
          {t({ id: 'common.save' })}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t({ id: 'common.cancel' })}
        </Button>
      </div>
    </form>
  );
}
