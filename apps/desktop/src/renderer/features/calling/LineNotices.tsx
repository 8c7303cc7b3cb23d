import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import { usePhoneState, useServices } from '../../services.tsx';

/** What is wrong between this desk and the gateway, in one line under the bar, until it is right again. */
export function LineNotices() {
  const t = useText();
  const { phone } = useServices();
  const link = useDesk((s) => s.desk?.link ?? 'up');
  const { registration, microphone } = usePhoneState();
  if (link !== 'up') {
    return (
      <Notice tone="warn" role="status" title={t({ id: 'line.lost' })}>
        {t({ id: 'line.lostWhy' })}
      </Notice>
    );
  }
  if (registration === 'failed') {
    return (
      <Notice
        tone="bad"
        role="alert"
        title={t({ id: 'line.noPhone' })}
        action={
          <Button small onPress={() => phone.checkNow()}>
            {t({ id: 'line.check' })}
          </Button>
        }
      >
        {t({ id: 'line.noPhoneWhy' })}
      </Notice>
    );
  }
  if (microphone === 'denied' || microphone === 'missing' || microphone === 'inUse') {
    return (
      <Notice
        tone="bad"
        role="alert"
        title={t({ id: 'line.noMicrophone' })}
        action={
          <Button small onPress={() => void phone.openMicrophone()}>
            {t({ id: 'common.tryAgain' })}
          </Button>
        }
      >
        {t({ id: 'line.noMicrophoneWhy' })}
      </Notice>
    );
  }
  return null;
}
