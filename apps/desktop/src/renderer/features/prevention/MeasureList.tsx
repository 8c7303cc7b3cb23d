import type { MeasureView } from '@ringside/shared/protocol/prevention';
import type { BadgeTone } from '@ringside/ui/Badge';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { serverNow } from '@ringside/ui/ticker';
import { Check, CircleSlash, Clock, ShieldCheck, ShieldX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useGo } from '../../navigation.ts';
import { useReference } from '../../reference.ts';
import { date } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CancelMeasure, FinishMeasure } from './EndMeasure.tsx';
import { EffectLines } from './EffectLines.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { VerifyMeasure } from './VerifyMeasure.tsx';
import { causeName, measureStateWords } from './prevention-words.ts';

const looks: Record<MeasureView['state'], { readonly tone: BadgeTone; readonly icon: ReactNode }> = {
  open: { tone: 'warn', icon: <Clock size={14} aria-hidden /> },
  done: { tone: 'plain', icon: <Check size={14} aria-hidden /> },
  effective: { tone: 'good', icon: <ShieldCheck size={14} aria-hidden /> },
  notEffective: { tone: 'risk', icon: <ShieldX size={14} aria-hidden /> },
  cancelled: { tone: 'plain', icon: <CircleSlash size={14} aria-hidden /> },
};

interface MeasureListProps {
  readonly measures: readonly MeasureView[];
  readonly onChanged: () => void;
  /** whether each says what it is against */
  readonly withCauses?: boolean;
}

/** Measures with their owners, days and effects, and what may be done to each. */
export function MeasureList({ measures, onChanged, withCauses = false }: MeasureListProps) {
  if (measures.length === 0) return null;
  return (
    <ul className="measures">
      {measures.map((measure) => (
        <Measure key={measure.preventionId} {...{ measure, onChanged, withCauses }} />
      ))}
    </ul>
  );
}

type Doing = MeasureView['acts'][number] | null;

function Measure({
  measure,
  onChanged,
  withCauses,
}: {
  readonly measure: MeasureView;
  readonly onChanged: () => void;
  readonly withCauses: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const reference = useReference();
  const [doing, setDoing] = useState<Doing>(null);
  const { state, what, caseId, caseReference, acts, note, effect } = measure;
  const end = { measure, onClose: () => setDoing(null), onDone: onChanged };
  const isLate = state === 'open' && measure.dueAt < serverNow();
  return (
    <li className="measure">
      <div className="measure-head">
        <Badge {...looks[state]}>{t(measureStateWords[state])}</Badge>
        <strong>{what}</strong>
        {isLate && <Badge tone="risk">{t({ id: 'prevention.late' })}</Badge>}
      </div>
      <p className="prevention-line">
        {[
          withCauses ? causeName(measure.causeId, reference, words) : '',
          measure.ownerName,
          measure.doneAt === null
            ? t({ id: 'prevention.by' }, { day: date(measure.dueAt, words) })
            : t({ id: 'prevention.doneOn' }, { day: date(measure.doneAt, words) }),
          state === 'done' && measure.verifyAt !== null
            ? t({ id: 'prevention.verifyOn' }, { day: date(measure.verifyAt, words) })
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        {withCauses && caseId && caseReference && (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => go.case(caseId)}>
              {caseReference}
            </button>
          </>
        )}
      </p>
      {note !== '' && <p className="prevention-line">{note}</p>}
      {effect && <EffectLines effect={effect} />}
      {acts.length > 0 && (
        <span className="row-actions">
          {acts.includes('done') && (
            <Button small onPress={() => setDoing('done')}>
              {t({ id: 'prevention.markDone' })}
            </Button>
          )}
          {acts.includes('verify') && (
            <Button small onPress={() => setDoing('verify')}>
              {t({ id: 'prevention.lookAtEffect' })}
            </Button>
          )}
          {acts.includes('change') && (
            <Button small look="quiet" onPress={() => setDoing('change')}>
              {t({ id: 'prevention.change' })}
            </Button>
          )}
          {acts.includes('cancel') && (
            <Button small look="quiet" onPress={() => setDoing('cancel')}>
              {t({ id: 'prevention.cancel' })}
            </Button>
          )}
        </span>
      )}
      {doing === 'done' && <FinishMeasure {...end} />}
      {doing === 'cancel' && <CancelMeasure {...end} />}
      {doing === 'verify' && <VerifyMeasure {...end} />}
      {doing === 'change' && (
        <MeasureDialog
          about={`editMeasure:${measure.preventionId}`}
          causeId={measure.causeId}
          caseId={caseId}
          {...end}
        />
      )}
    </li>
  );
}
