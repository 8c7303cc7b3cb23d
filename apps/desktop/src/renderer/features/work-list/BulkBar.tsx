import type { BulkAct, BulkResults } from '@ringside/shared/protocol/work-list';
import { Button } from '@ringside/ui/Button';
import { TextField } from '@ringside/ui/Field';
import { Hand, StickyNote, Undo2, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { bulkRefusalWords } from './work-words.ts';

interface BulkBarProps {
  readonly count: number;
  readonly onAct: (act: BulkAct) => void;
  readonly onAssign: () => void;
  readonly onClear: () => void;
}

/** What may be done to all that are selected. */
export function BulkBar({ count, onAct, onAssign, onClear }: BulkBarProps) {
  const t = useText();
  const [note, setNote] = useState<string | null>(null);
  return (
    <div className="work-bulk" role="toolbar" aria-label={t({ id: 'work.bulk' })}>
      <strong>{t({ id: 'work.selected' }, { count })}</strong>
      <Button small keys="t" icon={<Hand size={14} aria-hidden />} onPress={() => onAct({ act: 'take' })}>
        {t({ id: 'work.take' })}
      </Button>
      <Button small keys="a" icon={<UserPlus size={14} aria-hidden />} onPress={onAssign}>
        {t({ id: 'work.assign' })}
      </Button>
      <Button small icon={<Undo2 size={14} aria-hidden />} onPress={() => onAct({ act: 'giveBack' })}>
        {t({ id: 'work.giveBack' })}
      </Button>
      <Button
        small
        icon={<StickyNote size={14} aria-hidden />}
        onPress={() => setNote(note === null ? '' : null)}
      >
        {t({ id: 'work.note' })}
      </Button>
      <Button small look="quiet" icon={<X size={14} aria-hidden />} onPress={onClear}>
        {t({ id: 'work.clear' })}
      </Button>
      {note !== null && (
        <form
          className="work-note"
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() === '') return;
            onAct({ act: 'note', text: note.trim() });
            setNote(null);
          }}
        >
          <TextField
            label={t({ id: 'work.noteText' })}
            value={note}
            maxLength={2_000}
            rows={2}
            onChange={setNote}
          />
          <Button type="submit" small look="primary" isDisabled={note.trim() === ''}>
            {t({ id: 'work.noteAll' }, { count })}
          </Button>
        </form>
      )}
    </div>
  );
}

/** WORK-7: what became of each that was left as it was. */
export function BulkOutcome({
  results,
  onClose,
}: {
  readonly results: BulkResults;
  readonly onClose: () => void;
}) {
  const t = useText();
  const refused = results.filter(({ refusal }) => refusal !== null);
  return (
    <div className="work-outcome" role="status">
      <p>
        {t({ id: 'work.done' }, { done: results.length - refused.length, count: results.length })}
        <Button small look="quiet" onPress={onClose}>
          {t({ id: 'common.close' })}
        </Button>
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ caseId, reference, refusal, by }) => (
            <li key={caseId}>
              <strong>{reference}</strong> {refusal && t(bulkRefusalWords[refusal], { by })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
