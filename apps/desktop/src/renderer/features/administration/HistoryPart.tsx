import type { RevisionView } from '@ringside/shared/protocol/administration';
import { revisionList } from '@ringside/shared/protocol/administration';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { serverNow } from '@ringside/ui/ticker';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useMay } from '../../may.ts';
import { say } from '../../notices/notices.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { useCentre } from './centre-context.ts';
import { Differences } from './Differences.tsx';
import { useAdminister, useRead } from './use-administer.ts';

const originWords: Record<RevisionView['origin'], Message> = defineMessages({
  file: { id: 'admin.originFile' },
  edit: { id: 'admin.originEdit' },
  import: { id: 'admin.originImport' },
  undo: { id: 'admin.originUndo' },
  emergency: { id: 'admin.originEmergency' },
});

/** Who changed what and when; any state can be gone back to. */
export function HistoryPart({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useWords();
  const [before, setBefore] = useState<readonly number[]>([]);
  const from = before.at(-1);
  const read = useRead(from === undefined ? '/revisions' : `/revisions?before=${from}`, revisionList);
  const last = read.value?.revisions.at(-1)?.revision;
  return (
    <Card title={t({ id: 'admin.history' })}>
      {read.value === null ? (
        <Loading label={t({ id: 'common.loading' })} />
      ) : (
        <ol className="admin-history">
          {read.value.revisions.map((revision) => (
            <Revision key={revision.revision} revision={revision} onChanged={onChanged} />
          ))}
        </ol>
      )}
      <div className="form-padded admin-line">
        {from !== undefined && (
          <Button small onPress={() => setBefore(before.slice(0, -1))}>
            {t({ id: 'admin.newer' })}
          </Button>
        )}
        {read.value?.more === true && last !== undefined && (
          <Button small onPress={() => setBefore([...before, last])}>
            {t({ id: 'admin.older' })}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Revision({
  revision: one,
  onChanged,
}: {
  readonly revision: RevisionView;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { administer } = useMay();
  const centre = useCentre();
  const ask = useAdminister();
  async function undo() {
    const path = `/revisions/${one.revision - 1}/undo`;
    const reply = await ask({ method: 'POST', path, ifMatch: String(centre.revision) }, ['changedMeanwhile']);
    if (!reply.ok && reply.problem.problem === 'changedMeanwhile')
      return say('bad', { id: 'admin.changedMeanwhile' });
    if (!reply.ok) return undefined;
    onChanged();
    return say('good', { id: 'admin.undone' }, { revision: one.revision - 1 });
  }
  return (
    <li>
      <div className="admin-history-head">
        <strong>{t({ id: 'admin.revision' }, { revision: one.revision })}</strong>
        <span>{one.who ?? t({ id: 'admin.operator' })}</span>
        <span className="rs-muted">{dayAndTime(one.at, serverNow(), words)}</span>
        <span className="rs-muted">{t(originWords[one.origin])}</span>
        {administer && one.revision > 1 && (
          <Button
            small
            look="quiet"
            icon={<Undo2 size={14} aria-hidden />}
            aria-label={t({ id: 'admin.undoOne' }, { revision: one.revision })}
            onPress={() => void undo()}
          >
            {t({ id: 'admin.undo' })}
          </Button>
        )}
      </div>
      {one.comment !== '' && <p>{one.comment}</p>}
      {one.revision > 1 && <Differences differences={one.differences} />}
    </li>
  );
}
