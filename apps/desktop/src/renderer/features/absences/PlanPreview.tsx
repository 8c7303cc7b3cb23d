import type { RotaPlan, RotaSchedule } from '@ringside/shared/protocol/rota';
import { Notice } from '@ringside/ui/Notice';
import { percent } from '../../wording/figure-wording.ts';
import { rotaFaultWords, wallDays } from '../../wording/rota-wording.ts';
import { useWords } from '../../wording/words.ts';
import { BurdenTable } from './BurdenTable.tsx';
import { PlanChanges } from './PlanChanges.tsx';
import { PlanOpen } from './PlanOpen.tsx';

interface PlanPreviewProps {
  readonly plan: RotaPlan;
  readonly layer: string;
}

/** PLAN-8, PLAN-9: what a plan does to whom. */
export function PlanPreview({ plan, layer }: PlanPreviewProps) {
  const words = useWords();
  const { t } = words;
  const { open, fairness, fairnessBefore, schedule, burdensBefore } = plan;
  const faults = schedule.faults.filter(({ kind }) => kind !== 'nobody');
  return (
    <>
      <p className="plan-figures" role="status">
        {t({ id: 'rotaPlan.fairness' }, { before: percent(fairnessBefore), after: percent(fairness) })}
      </p>
      <PlanChanges plan={plan} layer={layer} />
      {open.length > 0 && <PlanOpen open={open} />}
      {faults.length > 0 && (
        <Notice tone="warn" title={t({ id: 'rotaPlan.faults' }, { count: faults.length })}>
          <List
            lines={faults.map((fault) =>
              t(
                { id: 'rotaPlan.fault' },
                {
                  what: t(rotaFaultWords[fault.kind]),
                  who: fault.agentName,
                  day: localDay(fault.from, schedule, words),
                },
              ),
            )}
          />
        </Notice>
      )}
      <BurdenTable label={t({ id: 'rotaPlan.title' })} burdens={schedule.burdens} before={burdensBefore} />
      <p className="rs-field-note">
        {t({ id: 'rotaPlan.burdenHow' })} {t({ id: 'rotaPlan.fairnessHow' })}
      </p>
    </>
  );
}

const mostLines = 8;

function List({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useWords();
  const rest = lines.length - mostLines;
  return (
    <ul>
      {lines.slice(0, mostLines).map((line, nth) => (
        // oxlint-disable-next-line react/no-array-index-key -- the lines never move
        <li key={nth}>{line}</li>
      ))}
      {rest > 0 && <li>{t({ id: 'rotaPlan.andMore' }, { count: rest })}</li>}
    </ul>
  );
}

/** on the wall of the rota */
function localDay(at: number, { timeZone }: RotaSchedule, words: ReturnType<typeof useWords>): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  return wallDays(date, date, words);
}
