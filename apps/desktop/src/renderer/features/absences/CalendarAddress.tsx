import type { AgentId } from '@ringside/shared/model/ids';
import type { CalendarFollowed, FollowedCalendarView } from '@ringside/shared/protocol/rota';
import { calendarFollowed } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import { calendarFaultWords } from './absence-words.ts';
import { CalendarState } from './CalendarState.tsx';
import type { Person } from './PersonSelect.tsx';
import { firstChoice, PersonSelect } from './PersonSelect.tsx';
import { WhatWasRead } from './WhatWasRead.tsx';

interface CalendarAddressProps {
  readonly people: readonly Person[];
  readonly me: AgentId;
  readonly calendars: readonly FollowedCalendarView[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** ABSENT-7 to ABSENT-12: somebody's calendar is followed at its address. What is typed is a secret and kept in no draft. */
export function CalendarAddress({ people, me, calendars, onChanged, onClose }: CalendarAddressProps) {
  const { t } = useWords();
  const command = useCommand();
  const [who, setWho] = useState(firstChoice(people, me));
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<'needed' | 'wrong' | null>(null);
  const [became, setBecame] = useState<CalendarFollowed | null>(null);
  const [isReading, setReading] = useState(false);
  const calendar = calendars.find(({ agentId }) => agentId === who);

  function choose(agentId: AgentId): void {
    // what becomes of it is told of the one it was asked for
    if (isReading) return;
    setWho(agentId);
    setBecame(null);
    setProblem(null);
  }

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isReading) return;
    if (who === null || address.trim() === '') return setProblem('needed');
    setReading(true);
    setBecame(null);
    const asked = { do: 'absence.subscribe', agentId: who, address: address.trim() } as const;
    const reply = await command(asked, ['wrongCalendarAddress']);
    setReading(false);
    setProblem(!reply.ok && reply.problem.problem === 'wrongCalendarAddress' ? 'wrong' : null);
    if (!reply.ok) return;
    const followed = calendarFollowed.parse(reply.value);
    setBecame(followed);
    if (followed.fault !== null) return;
    setAddress('');
    onChanged();
  }

  async function remove(): Promise<void> {
    if (who === null || isReading) return;
    const reply = await command({ do: 'absence.subscribe', agentId: who, address: null });
    if (!reply.ok) return;
    setBecame(null);
    say(
      'good',
      { id: 'absence.calendarRemoved' },
      { name: people.find(({ agentId }) => agentId === who)?.name ?? '' },
    );
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'absence.calendar' })}
    >
      <form className="form" onSubmit={(event) => void keep(event)} noValidate>
        <PersonSelect
          people={people}
          chosen={who}
          onChoose={choose}
          error={problem === 'needed' && who === null ? t({ id: 'form.needed' }) : undefined}
        />
        {calendar !== undefined && <CalendarState calendar={calendar} />}
        <p className="rs-field-note">{t({ id: 'absence.calendarWhat' })}</p>
        <TextField
          type="url"
          label={t({ id: 'absence.calendarAddress' })}
          note={t({ id: 'absence.calendarSecret' })}
          autoComplete="off"
          spellCheck="false"
          maxLength={2_000}
          placeholder="https://"
          value={address}
          onChange={setAddress}
          error={problem === null ? undefined : errorOf(problem)}
        />
        {isReading && (
          <p className="rs-field-note" role="status">
            {t({ id: 'absence.calendarReading' })}
          </p>
        )}
        {became !== null && <WhatBecame became={became} />}
        {calendar !== undefined && <p className="rs-field-note">{t({ id: 'absence.calendarRemoving' })}</p>}
        <div className="rs-dialog-foot">
          {calendar !== undefined && (
            <Button onPress={() => void remove()}>{t({ id: 'absence.calendarRemove' })}</Button>
          )}
          <Button onPress={onClose}>{t({ id: 'common.close' })}</Button>
          <Button type="submit" look="primary" isDisabled={isReading}>
            {t({ id: 'absence.calendarKeep' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );

  function errorOf(why: 'needed' | 'wrong'): string | undefined {
    if (why === 'wrong') return t({ id: 'problem.wrongCalendarAddress' });
    return address.trim() === '' ? t({ id: 'form.needed' }) : undefined;
  }
}

function WhatBecame({ became }: { readonly became: CalendarFollowed }) {
  const { t } = useWords();
  if (became.fault === null) return <WhatWasRead read={became} />;
  return (
    <Notice tone="bad" role="alert" title={t({ id: 'absence.calendarNotKept' })}>
      {t(calendarFaultWords[became.fault])}
    </Notice>
  );
}
