import type { CaseId } from '@ringside/shared/model/ids';
import type { AttachmentView } from '@ringside/shared/protocol/letters';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { serverNow } from '@ringside/ui/ticker';
import {
  Download,
  File,
  FileAudio,
  FileText,
  FileVideo,
  Image,
  Mail,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { useServices } from '../../services.tsx';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { sizeText } from './size-text.ts';

/** Pictures that every browser draws and none runs. */
const drawn = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

interface FileLineProps {
  readonly caseId: CaseId;
  readonly file: AttachmentView;
  readonly mayRemove: boolean;
}

export function FileLine({ caseId, file, mayRemove }: FileLineProps) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { link } = useServices();
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => () => (picture === null ? undefined : URL.revokeObjectURL(picture)), [picture]);
  const { attachmentId, name, version, removedAt, removedByName } = file;
  const when = (at: number) => dayAndTime(at, serverNow(), words);
  const icon = iconOf(file.mediaType);

  async function fetched(): Promise<string | null> {
    const reply = await link.file(caseId, attachmentId);
    if (reply.ok) return URL.createObjectURL(reply.value);
    say('bad', problemWords[reply.problem.problem]);
    return null;
  }
  async function save() {
    const url = await fetched();
    if (url === null) return;
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  if (removedAt !== null)
    return (
      <li className="files-removed">
        <span className="files-name">
          {icon}
          <s>{name}</s>
        </span>
        <p className="files-who">
          {t({ id: 'files.removedBy' }, { name: removedByName ?? '', time: when(removedAt) })}
        </p>
      </li>
    );
  return (
    <li>
      <span className="files-name">
        {icon}
        <strong>{name}</strong>
        {!file.nameFits && (
          <Badge tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
            {t({ id: 'files.odd' }, { type: file.mediaType })}
          </Badge>
        )}
      </span>
      <p className="files-who">
        {sizeText(file.bytes, words.language)} ·{' '}
        {t({ id: 'files.addedBy' }, { name: file.addedByName, time: when(file.addedAt) })}
      </p>
      {picture !== null && <img className="files-picture" src={picture} alt={name} />}
      <div className="letters-acts">
        {drawn.includes(file.mediaType) && picture === null && (
          <Button
            small
            look="quiet"
            icon={<Image size={14} aria-hidden />}
            aria-label={t({ id: 'files.showOne' }, { name })}
            onPress={() => void fetched().then(setPicture)}
          >
            {t({ id: 'letters.show' })}
          </Button>
        )}
        <Button
          small
          look="quiet"
          icon={<Download size={14} aria-hidden />}
          aria-label={t({ id: 'files.saveOne' }, { name })}
          onPress={() => void save()}
        >
          {t({ id: 'files.save' })}
        </Button>
        {mayRemove && (
          <Button
            small
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            aria-label={t({ id: 'files.removeOne' }, { name })}
            onPress={() => void tell({ do: 'letter.removeFile', attachmentId, version })}
          >
            {t({ id: 'files.remove' })}
          </Button>
        )}
      </div>
    </li>
  );
}

function iconOf(mediaType: string): ReactNode {
  const look = { size: 16, 'aria-hidden': true } as const;
  if (mediaType.startsWith('image/')) return <Image {...look} />;
  if (mediaType.startsWith('audio/')) return <FileAudio {...look} />;
  if (mediaType.startsWith('video/')) return <FileVideo {...look} />;
  if (mediaType === 'message/rfc822') return <Mail {...look} />;
  const isText = mediaType.startsWith('text/') || mediaType === 'application/pdf';
  return isText ? <FileText {...look} /> : <File {...look} />;
}
