import type { CaseId } from '@ringside/shared/model/ids';
import type { ClockView } from '@ringside/shared/protocol/case-clocks';
import { Button } from '@ringside/ui/Button';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import { Calculator, Eye, Pause, Play } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useReference } from '../../reference.ts';
import { clockKindWords } from '../../wording/clock-wording.ts';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { ExplainDeadline } from './ExplainDeadline.tsx';
import { whyStill } from './explain-wording.ts';
import { PauseClock } from './PauseClock.tsx';
import { StandingBadge } from './StandingBadge.tsx';

interface ClockLineProps {
  readonly caseId: CaseId;
  readonly clock: ClockView;
}

export function ClockLine({ caseId, clock }: ClockLineProps) {
  const words = useWords();
  const { t, language } = words;
  const tell = useCommand();
  const [opened, setOpened] = useState<'explain' | 'pause' | null>(null);
  const close = () => setOpened(null);
  const which = { caseId, clock: clock.clock };
  const { may } = clock;
  return (
    <li className="clock" data-standing={clock.standing}>
      <div className="clock-head">
        <strong>{clock.name?.[language] ?? t(clockKindWords[clock.clock])}</strong>
        <StandingBadge standing={clock.standing} />
      </div>
      <WhenDue clock={clock} words={words} />
      <div className="clock-acts">
        <Button small icon={<Calculator size={14} aria-hidden />} onPress={() => setOpened('explain')}>
          {t({ id: 'clock.explain' })}
        </Button>
        {may.acknowledge && (
          <Button
            small
            look="primary"
            icon={<Eye size={14} aria-hidden />}
            onPress={() => void tell({ do: 'clock.acknowledge', ...which })}
          >
            {t({ id: 'clock.seeTo' })}
          </Button>
        )}
        {may.pause && (
          <Button small icon={<Pause size={14} aria-hidden />} onPress={() => setOpened('pause')}>
            {t({ id: 'clock.pause' })}
          </Button>
        )}
        {may.resume && (
          <Button
            small
            icon={<Play size={14} aria-hidden />}
            onPress={() => void tell({ do: 'clock.resume', ...which })}
          >
            {t({ id: 'clock.resume' })}
          </Button>
        )}
      </div>
      {opened === 'explain' && <ExplainDeadline {...which} onClose={close} />}
      {opened === 'pause' && <PauseClock {...which} onClose={close} />}
    </li>
  );
}

/** What is left, second by second, and the moment itself; of one that is over, when it was. */
function WhenDue({ clock, words }: { readonly clock: ClockView; readonly words: Words }) {
  const { t } = words;
  const reference = useReference();
  const { dueAt, metAt, paused, acknowledgedAt, standing } = clock;
  const left = useCallback(
    (now: number) => (dueAt === null ? '' : timeLeft(dueAt, now, words)),
    [dueAt, words],
  );
  const when = (at: number) => dayAndTime(at, serverNow(), words);
  if (metAt !== null) return <p className="clock-when">{t({ id: 'clock.metAt' }, { time: when(metAt) })}</p>;
  if (standing === 'stopped') return null;
  return (
    <>
      {dueAt !== null && (
        <p className="clock-when">
          <Ticking text={left} className="clock-left" />
          <span>{t({ id: 'clock.dueAt' }, { time: when(dueAt) })}</span>
        </p>
      )}
      {paused !== null && (
        <p className="clock-when">
          {t(
            { id: 'clock.stillSince' },
            {
              time: when(paused.since),
              why: whyStill(paused, reference, words),
            },
          )}
        </p>
      )}
      {dueAt === null && paused === null && <p className="clock-when">{t({ id: 'clock.never' })}</p>}
      {acknowledgedAt !== null && (
        <p className="clock-when">{t({ id: 'clock.seenToAt' }, { time: when(acknowledgedAt) })}</p>
      )}
    </>
  );
}
