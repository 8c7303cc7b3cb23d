import type { CaseId } from '@ringside/shared/model/ids';
import type { CasePreventionView } from '@ringside/shared/protocol/prevention';
import { casePrevention } from '@ringside/shared/protocol/prevention';
import { Button } from '@ringside/ui/Button';
import { Loading } from '@ringside/ui/EmptyState';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useAnswer, useCommand } from '../../asking.ts';
import { useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CauseForm } from './CauseForm.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { MeasureList } from './MeasureList.tsx';
import { causeName } from './prevention-words.ts';
import './Prevention.css';

/** Why a case happened, whether something must be done about it, and what is done. */
export function PreventionPanel({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useWords();
  const { value, problem, again } = useAnswer({ ask: 'prevention.ofCase', caseId }, casePrevention, caseId);
  if (problem && !value) return <p className="card-none">{t(problemWords[problem])}</p>;
  if (!value) return <Loading label={t({ id: 'common.loading' })} lines={3} />;
  return <Prevention of={value} again={again} />;
}

function Prevention({ of, again }: { readonly of: CasePreventionView; readonly again: () => void }) {
  const { t } = useWords();
  const tell = useCommand();
  const [isMaking, setMaking] = useState(false);
  const { caseId, version, cause, preventionNeeded, mayName, measures } = of;
  const decide = (needed: string) =>
    void tell({ do: 'prevention.decide', caseId, version, needed: needed === 'yes' });
  return (
    <div className="prevention">
      <CausePart of={of} />
      {mayName ? (
        <SegmentedControl
          label={t({ id: 'prevention.needed' })}
          segments={[
            { value: 'yes', name: t({ id: 'common.yes' }) },
            { value: 'no', name: t({ id: 'common.no' }) },
          ]}
          chosen={preventionNeeded === null ? null : preventionNeeded ? 'yes' : 'no'}
          onChoose={decide}
        />
      ) : (
        preventionNeeded !== null && (
          <p className="prevention-line">
            {t({ id: 'prevention.needed' })} {t({ id: preventionNeeded ? 'common.yes' : 'common.no' })}
          </p>
        )
      )}
      <MeasureList measures={measures} onChanged={again} />
      {mayName && cause && (
        <Button small icon={<Plus size={14} aria-hidden />} onPress={() => setMaking(true)}>
          {t({ id: 'prevention.addMeasure' })}
        </Button>
      )}
      {isMaking && cause && (
        <MeasureDialog
          about={`measure:${caseId}`}
          causeId={cause.causeId}
          caseId={caseId}
          measure={null}
          onClose={() => setMaking(false)}
          onDone={again}
        />
      )}
    </div>
  );
}

function CausePart({ of }: { readonly of: CasePreventionView }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const [isEditing, setEditing] = useState(false);
  const { cause, mayName } = of;
  if (isEditing) return <CauseForm of={of} onClose={() => setEditing(false)} />;
  return (
    <div className="prevention-cause">
      <div>
        <strong>
          {cause ? causeName(cause.causeId, reference, words) : t({ id: 'prevention.causeOpen' })}
        </strong>
        {cause && cause.whys.length > 0 && (
          <ol className="prevention-whys" aria-label={t({ id: 'prevention.whys' })}>
            {cause.whys.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ol>
        )}
        {cause && cause.note !== '' && <p className="prevention-line">{cause.note}</p>}
      </div>
      {mayName && (
        <Button small icon={<Pencil size={14} aria-hidden />} onPress={() => setEditing(true)}>
          {t({ id: cause ? 'prevention.changeCause' : 'prevention.nameCause' })}
        </Button>
      )}
    </div>
  );
}
