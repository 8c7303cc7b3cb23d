import type { AgentId } from '@ringside/shared/model/ids';
import type { AbsenceImport } from '@ringside/shared/protocol/rota';
import { absenceImport } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import type { Person } from './PersonSelect.tsx';
import { firstChoice, PersonSelect } from './PersonSelect.tsx';
import { WhatWasRead } from './WhatWasRead.tsx';

interface ImportAbsencesProps {
  readonly people: readonly Person[];
  readonly me: AgentId;
  readonly onClose: () => void;
}

/** in bytes, as the gateway takes it (ABSENT-6) */
const longestFile = 2_000_000;

/** ABSENT-3 to ABSENT-5: a calendar file becomes somebody's absences; what was not understood is listed with why. */
export function ImportAbsences({ people, me, onClose }: ImportAbsencesProps) {
  const { t } = useWords();
  const command = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const [who, setWho] = useState(firstChoice(people, me));
  const [read, setRead] = useState<AbsenceImport | null>(null);
  const [isReading, setReading] = useState(false);

  async function take(file: File): Promise<void> {
    if (who === null) return;
    if (file.size > longestFile) return say('bad', { id: 'absence.fileTooLong' });
    const text = await file.text();
    setReading(true);
    const reply = await command({ do: 'absence.import', agentId: who, text });
    setReading(false);
    setRead(reply.ok ? absenceImport.parse(reply.value) : null);
  }

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'absence.import' })}
    >
      <div className="form">
        <PersonSelect people={people} chosen={who} onChoose={setWho} />
        <p className="rs-field-note">{t({ id: 'absence.importWhat' })}</p>
        <div className="absence-acts">
          <Button
            look="primary"
            icon={<FileUp size={14} aria-hidden />}
            isDisabled={who === null || isReading}
            onPress={() => input.current?.click()}
          >
            {t({ id: 'absence.chooseFile' })}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".ics,text/calendar"
            aria-label={t({ id: 'absence.chooseFile' })}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) void take(file);
            }}
          />
        </div>
        {read !== null && <WhatWasRead read={read} />}
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.close' })}</Button>
        </div>
      </div>
    </Dialog>
  );
}
