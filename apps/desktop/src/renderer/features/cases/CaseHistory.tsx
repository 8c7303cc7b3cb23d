import type { CaseType } from '@ringside/shared/model/case-stage';
import type { CaseEntryView, CaseFile } from '@ringside/shared/protocol/case';
import { Badge } from '@ringside/ui/Badge';
import { Card } from '@ringside/ui/Card';
import { Filter } from '@ringside/ui/Filter';
import { serverNow } from '@ringside/ui/ticker';
import { Lock, MessageSquare } from 'lucide-react';
import { useState } from 'react';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import type { Reference } from '@ringside/shared/protocol/reference';
import { useReference } from '../../reference.ts';
import { caseChange, checkOutcome } from '../../wording/case-change-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { happeningOf, kindOf, noteKindWords } from './happening-wording.ts';
import type { HistoryPart } from './happening-wording.ts';

const parts: Record<HistoryPart, Message> = defineMessages({
  all: { id: 'case.historyAll' },
  notes: { id: 'case.historyNotes' },
  changes: { id: 'case.historyChanges' },
  messages: { id: 'case.historyMessages' },
});

/** Everything that happened to the case, newest first: who, when, what, and what was otherwise before. */
export function CaseHistory({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const [part, setPart] = useState<HistoryPart>('all');
  const shown = file.entries
    .filter((entry) => part === 'all' || kindOf(entry) === part)
    .toSorted((a, b) => b.at - a.at);
  return (
    <Card
      title={t({ id: 'case.history' })}
      aside={
        <Filter
          label={t({ id: 'case.historyShow' })}
          chosen={part}
          onChoose={setPart}
          choices={(['all', 'notes', 'changes', 'messages'] as const).map((value) => ({
            value,
            name: t(parts[value]),
          }))}
        />
      }
    >
      {shown.length === 0 ? (
        <p className="case-story rs-muted">{t({ id: 'case.historyNone' })}</p>
      ) : (
        <ol className="case-history" aria-label={t({ id: 'case.history' })}>
          {shown.map((entry) => (
            <Entry key={entry.entryId} entry={entry} type={file.case.type} />
          ))}
        </ol>
      )}
    </Card>
  );
}

interface EntryProps {
  readonly entry: CaseEntryView;
  readonly type: CaseType;
}

function Entry({ entry, type }: EntryProps) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const { at, who, note, changes } = entry;
  const text = textOf(entry, type, reference, words);
  const around = { type, reference, now: serverNow() };
  return (
    <li className={note === null ? undefined : `case-entry-${note}`}>
      <div className="case-entry-head">
        <strong>{t(happeningOf(entry))}</strong>
        {note !== null && (
          <Badge
            tone={note === 'customer' ? 'care' : 'plain'}
            icon={
              note === 'internal' ? <Lock size={12} aria-hidden /> : <MessageSquare size={12} aria-hidden />
            }
          >
            {t(noteKindWords[note])}
          </Badge>
        )}
        <span className="case-entry-who">
          {who || t({ id: 'case.bySystem' })} ·{' '}
          <time dateTime={new Date(at).toISOString()}>{dayAndTime(at, serverNow(), words)}</time>
        </span>
      </div>
      {text !== '' && <p className="case-entry-text">{text}</p>}
      {changes.length > 0 && (
        <dl className="case-diff">
          {changes.map((change) => {
            const { field, from, to } = caseChange(change, around, words);
            return (
              <div key={change.field}>
                <dt>{field}</dt>
                <dd>
                  {from !== null && (
                    <>
                      <del>{from}</del> <span aria-hidden>→</span>{' '}
                    </>
                  )}
                  <ins>{to}</ins>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </li>
  );
}

/** What was written with an entry; a point of a checklist by its name. */
function textOf(
  { what, text }: CaseEntryView,
  type: CaseType,
  { workflows }: Reference,
  words: Words,
): string {
  if (what === 'called') return '';
  if (what === 'checkEnded') return checkOutcome(text, words);
  if (what !== 'ticked' && what !== 'unticked') return text;
  const points = workflows.find((one) => one.type === type)?.stages.flatMap(({ checklist }) => checklist);
  return nameOf(points ?? [], ({ item }) => item === text, text, words.language);
}
