import type { CaseFile } from '@ringside/shared/protocol/case';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { useReference } from '../../reference.ts';
import { caseChange } from '../../wording/case-change-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { Clash } from './use-case-act.ts';

/** CASE-8: who changed what since this person began to write. What they wrote stays in the form around it. */
export function ConflictNotice({ clash, file }: { readonly clash: Clash | null; readonly file: CaseFile }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  if (clash === null) return null;
  const known = new Set(clash.seen.entries.map(({ entryId }) => entryId));
  const around = { type: file.case.type, reference, now: serverNow() };
  const changes = file.entries
    .filter(({ entryId }) => !known.has(entryId))
    .flatMap(({ entryId, changes: fields }) =>
      fields.map((change) => ({ key: `${entryId} ${change.field}`, ...caseChange(change, around, words) })),
    );
  const who = clash.by === '' ? t({ id: 'workflow.someone' }) : clash.by;
  return (
    <Notice tone="warn" role="alert" title={t({ id: 'workflow.clash' }, { who })}>
      {changes.map(({ key, field, from, to }) => (
        <span key={key} className="clash-line">
          {field}:{' '}
          {from !== null && (
            <>
              <del>{from}</del> →{' '}
            </>
          )}
          <ins>{to}</ins>
        </span>
      ))}
      {t({ id: 'workflow.clashDo' })}
    </Notice>
  );
}
