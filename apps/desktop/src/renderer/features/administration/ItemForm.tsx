import type { AdminFault, AdminProblemView } from '@ringside/shared/protocol/administration';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { ConflictNotice } from '../../forms/ConflictNotice.tsx';
import { say } from '../../notices/notices.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { faultText } from './administration-words.ts';
import { useCentre } from './centre-context.ts';
import { DocumentFields } from './DocumentField.tsx';
import type { Editing } from './editing.ts';
import type { SectionForm } from './field.ts';
import type { JsonGroup } from './json.ts';
import { isGroup, put, textOf } from './json.ts';
import { useAdminister } from './use-administer.ts';

interface ItemFormProps {
  readonly form: SectionForm;
  /** null: a new one */
  readonly item: { readonly id: string; readonly name: string; readonly item: JsonGroup } | null;
  readonly onClose: () => void;
  /** the list is another than was read, by this or by somebody else */
  readonly onChanged: () => void;
  /** what stands below the fields, such as a preview */
  readonly below?: (editing: Editing) => ReactNode;
}

/** What is being typed, whole, so that it can be kept as one draft. */
interface Typed {
  readonly id: string;
  readonly item: JsonGroup;
  readonly comment: string;
  /** the revision it began from */
  readonly revision: number;
}

/** One item of a list. A conflict or a fault takes nothing away of what was typed, and neither does a reload. */
export function ItemForm({ form: section, item, onClose, onChanged, below }: ItemFormProps) {
  const words = useWords();
  const { t } = words;
  const { revision } = useCentre();
  const ask = useAdminister();
  const about = `admin:${section.section}:${item?.id ?? '+'}`;
  const fresh: Typed = { id: item?.id ?? '', item: item?.item ?? section.blank, comment: '', revision };
  const { form, clear } = useDraftForm<{ json: string }>(about, { json: JSON.stringify(fresh) });
  const typed = JSON.parse(form.watch('json')) as Typed;
  const [problem, setProblem] = useState<AdminProblemView | null>(null);
  const [isSaving, setSaving] = useState(false);
  const faults: readonly AdminFault[] = problem?.faults ?? [];

  const type = (part: Partial<Typed>): void => form.setValue('json', JSON.stringify({ ...typed, ...part }));
  const editing: Editing = {
    value: typed.item,
    faults,
    t,
    set: (path, value) => type({ item: put(typed.item, path, value) as JsonGroup }),
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.id.trim() === '') return setProblem(missingId);
    setSaving(true);
    const { id, item: body, comment, revision: seen } = typed;
    const path = `/centre/${section.section}/${encodeURIComponent(id.trim())}?comment=${encodeURIComponent(comment)}`;
    const reply = await ask({ method: 'PUT', path, body, ifMatch: String(seen) }, [
      'changedMeanwhile',
      'faults',
    ]);
    setSaving(false);
    if (!reply.ok && reply.problem.problem === 'changedMeanwhile') onChanged();
    if (!reply.ok) return setProblem(reply.problem);
    clear();
    onChanged();
    onClose();
    return say('good', { id: 'admin.saved' }, { name: nameOf(body, words.language) || id });
  }
  function finish() {
    clear();
    onClose();
  }
  function takeTheirs() {
    form.setValue('json', JSON.stringify(fresh));
    setProblem(null);
  }
  function keepMine() {
    type({ revision });
    setProblem(null);
  }

  const isConflict = problem?.problem === 'changedMeanwhile';
  const elsewhere = faults.filter(({ path }) => path.length > 1 && isOtherItem(path[0], section));
  return (
    <Dialog
      wide
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={item === null ? t(section.add) : t({ id: 'admin.editTitle' }, { name: item.name })}
    >
      <form className="form admin-form" onSubmit={(event) => void submit(event)} noValidate>
        {isConflict && (
          <>
            <ConflictNotice
              title={{ id: 'admin.changedMeanwhile' }}
              onTakeTheirs={takeTheirs}
              onKeepMine={keepMine}
            />
            {problem.by?.at && (
              <p className="rs-muted">
                {t(
                  { id: 'admin.changedBy' },
                  {
                    name: problem.by.name ?? t({ id: 'admin.operator' }),
                    at: dayAndTime(problem.by.at, problem.by.at, words),
                  },
                )}
              </p>
            )}
          </>
        )}
        {faults.length > 0 && (
          <Notice tone="bad" role="alert" title={t({ id: 'admin.problemFaults' })}>
            {elsewhere.map((fault) => `${fault.path.join(' › ')}: ${faultText(fault, t)}`).join(' ')}
          </Notice>
        )}
        {item === null && (
          <TextField
            label={t({ id: 'admin.id' })}
            note={t({ id: 'admin.idNote' })}
            error={
              faults.some(({ path }) => path.join('.') === section.idKey || path[0] === 'id')
                ? t({ id: 'admin.faultId' })
                : undefined
            }
            value={typed.id}
            onChange={(id) => type({ id })}
          />
        )}
        <DocumentFields fields={section.fields} path={[]} editing={editing} />
        {below?.(editing)}
        <TextField
          label={t({ id: 'admin.why' })}
          aside={t({ id: 'form.optional' })}
          note={t({ id: 'admin.whyNote' })}
          value={typed.comment}
          onChange={(comment) => type({ comment })}
        />
        <div className="rs-dialog-foot">
          <Button onPress={finish}>{t({ id: 'common.discard' })}</Button>
          <Button type="submit" look="primary" isDisabled={isConflict || isSaving}>
            {t({ id: 'common.save' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const missingId: AdminProblemView = {
  type: 'about:blank',
  title: '',
  status: 422,
  problem: 'faults',
  faults: [{ path: ['id'], value: null, why: '', remedy: '', word: 'id', line: null }],
};

/** Faults of other items name their list first: the form has no field for them. */
const isOtherItem = (first: string | number | undefined, section: SectionForm): boolean =>
  !section.fields.some(({ name }) => name.split('.')[0] === first) && first !== 'id';

function nameOf(item: JsonGroup, language: string): string {
  const { name } = item;
  return isGroup(name) ? textOf(name[language]) : '';
}
