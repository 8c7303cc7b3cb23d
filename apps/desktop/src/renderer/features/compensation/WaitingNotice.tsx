import { waitingList } from '@ringside/shared/protocol/compensation';
import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { useEffect } from 'react';
import { useApprovals } from '../../approvals.ts';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';

/** COMP-8: whoever may decide sees on every page that something waits for them; overdue ones are said aloud. */
export function WaitingNotice() {
  const t = useText();
  const go = useGo();
  const answer = useAnswer({ ask: 'compensation.waiting' }, waitingList, 'compensation');
  const mine = (answer.value ?? []).filter(({ may }) => may.approve);
  const count = mine.length;
  const late = mine.filter(({ decideBy }) => decideBy < serverNow()).length;
  useEffect(() => useApprovals.setState({ count }), [count]);
  if (late === 0) return null;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t({ id: 'approvals.late' }, { count: late })}
      action={
        <Button small onPress={() => go.page('/compensation')}>
          {t({ id: 'approvals.look' })}
        </Button>
      }
    />
  );
}
