import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import type { SelfTest } from '../../self-test.ts';
import { useSelfTest } from '../../self-test.ts';

type Shown = Exclude<SelfTest, 'none'>;

const titles: Record<Shown, Message> = defineMessages({
  line: { id: 'selfTest.line' },
  testing: { id: 'selfTest.testing' },
  noMicrophone: { id: 'selfTest.noMicrophone' },
  silent: { id: 'selfTest.silent' },
  noSound: { id: 'selfTest.noSound' },
});

const whys: Record<Shown, Message> = defineMessages({
  line: { id: 'selfTest.why' },
  testing: { id: 'selfTest.why' },
  noMicrophone: { id: 'selfTest.noMicrophoneWhy' },
  silent: { id: 'selfTest.silentWhy' },
  noSound: { id: 'selfTest.noSoundWhy' },
});

/** PRES-12: what is tested after sleep, and what is wrong where it does not pass. */
export function ResumingNotice() {
  const t = useText();
  const { test, again } = useSelfTest();
  if (test === 'none') return null;
  const isFailed = test !== 'line' && test !== 'testing';
  return (
    <Notice
      tone={isFailed ? 'bad' : 'info'}
      role={isFailed ? 'alert' : 'status'}
      title={t({ id: 'selfTest.title' }, { what: t(titles[test]) })}
      action={
        isFailed ? (
          <Button small onPress={again}>
            {t({ id: 'selfTest.again' })}
          </Button>
        ) : undefined
      }
    >
      {t(whys[test])}
    </Notice>
  );
}
