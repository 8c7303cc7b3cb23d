import type { CaseId } from '@ringside/shared/model/ids';
import { filesOfCase } from '@ringside/shared/protocol/letters';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { FileWarning, Paperclip } from 'lucide-react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useRef, useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { FileLine } from './FileLine.tsx';
import { useUploads } from './use-uploads.ts';
import './letters.css';

/** Files of a case: dropped, pasted or chosen; what each is, who brought it, and who took it off again. */
export function FilesPanel({ caseId }: { readonly caseId: CaseId }) {
  const t = useText();
  const answer = useAnswer({ ask: 'letter.files', caseId }, filesOfCase, caseId);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const uploads = useUploads(caseId, answer.value?.limits.bytes ?? 0, answer.again);
  if (answer.value === null) {
    if (answer.problem === null) return <Loading label={t({ id: 'common.loading' })} lines={3} />;
    return (
      <EmptyState
        icon={<FileWarning size={28} aria-hidden />}
        title={t(problemWords[answer.problem])}
        action={<Button onPress={answer.again}>{t({ id: 'common.tryAgain' })}</Button>}
      />
    );
  }
  const { files, mayAttach, limits } = answer.value;
  const count = files.filter(({ removedAt }) => removedAt === null).length;
  const take = (list: FileList) => {
    setOver(false);
    if (mayAttach) uploads.add([...list]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };
  return (
    // the chooser is the way for the keyboard: dropping and pasting come beside it
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="files"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(mayAttach);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      {files.length === 0 && <p className="rs-muted">{t({ id: 'files.none' })}</p>}
      {files.length > 0 && (
        <ul className="files-list">
          {files.map((file) => (
            <FileLine key={file.attachmentId} caseId={caseId} file={file} mayRemove={mayAttach} />
          ))}
        </ul>
      )}
      {uploads.coming.map((name) => (
        <p key={name} className="files-coming" role="status">
          {t({ id: 'files.coming' }, { name })}
        </p>
      ))}
      {mayAttach && (
        <>
          <Button icon={<Paperclip size={16} aria-hidden />} onPress={() => input.current?.click()}>
            {t({ id: 'files.add' })}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t({ id: 'files.add' })}
            onChange={(event) => {
              if (event.target.files) take(event.target.files);
              event.target.value = '';
            }}
          />
          <p className="rs-field-note">
            {t({ id: 'files.note' }, { size: limits.bytes / 1_048_576, count, most: limits.perCase })}
          </p>
        </>
      )}
    </div>
  );
}
