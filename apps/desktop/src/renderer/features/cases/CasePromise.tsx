import type { PromiseView } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { serverNow } from '@ringside/ui/ticker';
import { Check } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

/** What was promised, by whom and by when, until it is kept. */
export function CasePromise({ promise }: { readonly promise: PromiseView }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { promiseId, what, dueAt, ownerName, keptAt } = promise;
  const now = serverNow();
  const isLate = keptAt === null && dueAt < now;
  return (
    <Card
      title={t({ id: 'case.promise' })}
      aside={
        keptAt === null && (
          <Button
            small
            icon={<Check size={14} aria-hidden />}
            onPress={() => void tell({ do: 'promise.kept', promiseId })}
          >
            {t({ id: 'open.kept' })}
          </Button>
        )
      }
    >
      <p className="case-story">
        {what} · {ownerName} ·{' '}
        <span className={isLate ? 'late' : undefined}>
          {isLate && '▲ '}
          {keptAt === null
            ? dayAndTime(dueAt, now, words)
            : t({ id: 'case.keptAt' }, { when: dayAndTime(keptAt, now, words) })}
        </span>
      </p>
    </Card>
  );
}
