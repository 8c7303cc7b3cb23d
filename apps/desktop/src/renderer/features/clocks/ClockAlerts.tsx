import type { AlertView } from '@ringside/shared/protocol/case-clocks';
import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { Ticking } from '@ringside/ui/Ticking';
import { useCallback } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import { clockKindWords, escalationStepWords } from '../../wording/clock-wording.ts';
import { timeLeft } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { useClockNews } from './use-clock-news.ts';

const none: readonly AlertView[] = [];

/** CLOCK-15: deadlines that have passed, have come to this person, and nobody sees to. One at a time: the longest first. */
export function ClockAlerts() {
  useClockNews();
  const alerts = useDesk((s) => s.desk?.alerts) ?? none;
  const [first, ...more] = alerts.toSorted((a, b) => a.dueAt - b.dueAt);
  return first === undefined ? null : <ClockAlert alert={first} more={more.length} />;
}

function ClockAlert({ alert, more }: { readonly alert: AlertView; readonly more: number }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const go = useGo();
  const { caseId, clock, dueAt, reference, title, ownerName } = alert;
  const late = useCallback((now: number) => timeLeft(dueAt, now, words), [dueAt, words]);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={
        <>
          {t({ id: 'clock.alert' }, { reference, clock: t(clockKindWords[clock]) })} <Ticking text={late} />
        </>
      }
      action={
        <div className="clock-alert-acts">
          <Button small look="primary" onPress={() => void tell({ do: 'clock.acknowledge', caseId, clock })}>
            {t({ id: 'clock.seeTo' })}
          </Button>
          <Button small onPress={() => go.case(caseId)}>
            {t({ id: 'clock.openCase' })}
          </Button>
        </div>
      }
    >
      {[
        title,
        alert.as === 'owner' ? null : ownerName || t({ id: 'clock.nobodys' }),
        alert.as === 'owner' ? null : t({ id: 'clock.toldAs' }, { role: t(escalationStepWords[alert.as]) }),
        more > 0 ? t({ id: 'clock.moreAlerts' }, { count: more }) : null,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Notice>
  );
}
