import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import type { Message } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';

interface ConflictNoticeProps {
  readonly title: Message;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else saved the same thing meanwhile; nothing that was typed is lost, and the person decides. */
export function ConflictNotice({ title, onTakeTheirs, onKeepMine }: ConflictNoticeProps) {
  const t = useText();
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t(title)}
      action={
        <span className="form-choice">
          <Button small onPress={onTakeTheirs}>
            {t({ id: 'common.takeTheirs' })}
          </Button>
          <Button small onPress={onKeepMine}>
            {t({ id: 'common.keepMine' })}
          </Button>
        </span>
      }
    >
      {t({ id: 'common.changedMeanwhileWhy' })}
    </Notice>
  );
}
