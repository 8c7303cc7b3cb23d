import type { CaseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { serverNow } from '@ringside/ui/ticker';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { draftText } from '../../drafts/drafts.ts';
import { useReference } from '../../reference.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { valueText } from '../../wording/case-change-wording.ts';
import { caseEditDraft } from './case-edit-values.ts';
import { CaseEdit } from './CaseEdit.tsx';

/** What was told, as it stands; it is edited where it is read. */
export function CaseRecord({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const { caseId } = file.case;
  // what was being typed when the page was left goes on
  const [isEditing, setEditing] = useState(() => draftText(caseEditDraft(caseId)) !== null);
  return (
    <Card
      title={t({ id: 'case.whatHappened' })}
      aside={
        !isEditing &&
        file.may.includes('edit') && (
          <Button small icon={<Pencil size={14} aria-hidden />} onPress={() => setEditing(true)}>
            {t({ id: 'case.edit' })}
          </Button>
        )
      }
    >
      {isEditing ? <CaseEdit file={file} onDone={() => setEditing(false)} /> : <Facts file={file} />}
    </Card>
  );
}

function Facts({ file }: { readonly file: CaseFile }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const { case: one } = file;
  const now = serverNow();
  const around = { type: one.type, reference, now };
  const say = (field: string, value: unknown) => valueText(field, value, around, words);
  const facts: readonly (readonly [string, string])[] = [
    [t({ id: 'case.category' }), say('category', one.category)],
    [t({ id: 'case.product' }), say('product', file.product)],
    [t({ id: 'case.remedyWanted' }), file.remedyWanted],
    [t({ id: 'case.feeling' }), say('feeling', file.feeling)],
    [t({ id: 'case.apology' }), say('apologyGiven', file.apologyGiven)],
    [t({ id: 'case.explanation' }), file.explanation],
    [t({ id: 'case.commitment' }), file.commitment],
    [t({ id: 'case.impact' }), say('impact', file.impact)],
    [t({ id: 'case.urgency' }), say('urgency', file.urgency)],
    [t({ id: 'case.servicePoint' }), say('servicePointId', file.servicePointId)],
    [t({ id: 'case.contract' }), say('contractId', file.contractId)],
    [t({ id: 'case.owner' }), one.ownerName],
    [t({ id: 'case.channel' }), say('channel', one.channel)],
    [t({ id: 'case.opened' }), dayAndTime(one.openedAt, now, words)],
  ];
  return (
    <>
      <p className="case-story">{file.whatHappened}</p>
      <dl className="case-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
