import { Button } from '@ringside/ui/Button';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { doneActing } from './acting.ts';

interface ActButtonsProps {
  readonly children: ReactNode;
  readonly onDo: () => void;
  readonly isActing: boolean;
  readonly look?: 'primary' | 'danger';
}

/** Do it, or leave it. */
export function ActButtons({ children, onDo, isActing, look = 'primary' }: ActButtonsProps) {
  const t = useText();
  return (
    <div className="act-buttons">
      <Button onPress={doneActing}>{t({ id: 'act.cancel' })}</Button>
      <Button look={look} isDisabled={isActing} onPress={onDo}>
        {children}
      </Button>
    </div>
  );
}
