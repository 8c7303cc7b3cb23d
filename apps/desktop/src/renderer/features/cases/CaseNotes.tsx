import type { NoteKind } from '@ringside/shared/model/case-stage';
import { noteKinds } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Lock, MessageSquare, Send } from 'lucide-react';
import type { FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { clockTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { noteKindWords } from './happening-wording.ts';

interface NoteValues {
  readonly kind: NoteKind;
  readonly text: string;
}

const icons = { internal: <Lock size={14} aria-hidden />, customer: <MessageSquare size={14} aria-hidden /> };

/** A note for colleagues, or one that the customer may read. Until it is saved it is a draft of one's own. */
export function CaseNotes({ caseId }: { readonly caseId: CaseId }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { form, keptAt, clear } = useDraftForm<NoteValues>(`note:${caseId}`, { kind: 'internal', text: '' });
  const kind = useWatch({ control: form.control, name: 'kind' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const text = form.getValues('text').trim();
    if (text === '') return form.setFocus('text');
    const reply = await tell({ do: 'case.note', caseId, kind: form.getValues('kind'), text });
    return reply.ok ? clear() : undefined;
  }

  return (
    <Card title={t({ id: 'case.note' })}>
      <form
        className={`form form-padded case-note case-note-${kind}`}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <SegmentInput
          control={form.control}
          name="kind"
          label={t({ id: 'case.noteFor' })}
          note={kind === 'internal' ? t({ id: 'case.noteInternalWhy' }) : t({ id: 'case.noteCustomerWhy' })}
          segments={noteKinds.map((value) => ({
            value,
            name: (
              <>
                {icons[value]} {t(noteKindWords[value])}
              </>
            ),
          }))}
        />
        <TextInput control={form.control} name="text" label={t({ id: 'case.noteText' })} rows={3} />
        <div className="form-foot">
          <Button type="submit" icon={<Send size={16} aria-hidden />}>
            {t({ id: 'case.noteSave' })}
          </Button>
          {keptAt !== null && (
            <span className="form-kept">
              {t({ id: 'draft.kept' }, { time: clockTime(keptAt, words) })} · {t({ id: 'case.noteOnlyYou' })}
            </span>
          )}
        </div>
      </form>
    </Card>
  );
}
