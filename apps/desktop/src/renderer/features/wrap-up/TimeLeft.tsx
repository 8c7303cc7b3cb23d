import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { Countdown, CountdownRing } from '@ringside/ui/Countdown';
import { TimerReset } from 'lucide-react';
import { defineMessages } from 'react-intl';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';

type WrappingUp = Extract<ContactView['state'], { is: 'wrapUp' }>;

/** WRAP-5: what ends this wrap-up, and what is asked of the agent before. */
const demands: Record<WrappingUp['mode'], Message | null> = {
  ...defineMessages({
    optional: { id: 'wrapUp.noLimitWhy' },
    mandatory: { id: 'wrapUp.mustSay' },
    mandatoryTimed: { id: 'wrapUp.mustSayInTime' },
  }),
  none: null,
  timedOptional: null,
};

interface TimeLeftProps {
  readonly callId: ContactView['callId'];
  readonly wrapUp: WrappingUp;
}

/** How long wrap-up goes on, and more time where the mode has some to give. */
export function TimeLeft({ callId, wrapUp: { mode, since } }: TimeLeftProps) {
  const t = useText();
  const until = useDesk(({ desk }) => (desk?.presence.state === 'wrapUp' ? desk.presence.until : null));
  const demand = demands[mode];
  return (
    <div className="wrap-up-time">
      <div className="wrap-up-clock">
        {until === null ? (
          <span>{t({ id: 'wrapUp.noLimit' })}</span>
        ) : (
          <>
            <CountdownRing since={since} until={until} />
            <span>
              {t({ id: 'wrapUp.endsIn' })} <Countdown until={until} className="wrap-up-left" />
            </span>
            {mode === 'mandatoryTimed' && <span>({t({ id: 'wrapUp.fixed' })})</span>}
          </>
        )}
        {until !== null && mode === 'timedOptional' && <MoreTime callId={callId} />}
      </div>
      {demand && <p>{t(demand)}</p>}
    </div>
  );
}

function MoreTime({ callId }: Pick<TimeLeftProps, 'callId'>) {
  const t = useText();
  const tell = useCommand();
  return (
    <Button
      small
      icon={<TimerReset size={14} aria-hidden />}
      onPress={() => void tell({ do: 'wrapUp.extend', callId })}
    >
      {t({ id: 'wrapUp.extend' })}
    </Button>
  );
}
