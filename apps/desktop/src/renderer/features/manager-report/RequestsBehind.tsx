import type { Query } from '@ringside/shared/protocol/up';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import { managerRequestView } from '@ringside/shared/protocol/manager';
import { IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { RequestTable } from './RequestTable.tsx';

/** What a figure leads to. */
export interface Behind {
  readonly title: string;
  readonly query: Omit<Extract<Query, { readonly ask: 'manager.requests' }>, 'ask'>;
}

const requests = z.array(managerRequestView);
/** the gateway gives no more */
const mostShown = 200;

/** MREP-8: the very requests that were counted, newest first. */
export function RequestsBehind({
  behind: { title, query },
  onClose,
}: {
  readonly behind: Behind;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // newer browsers give a promise, which would be taken for the end of the effect
    head.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { value, problem } = useAnswer<ManagerRequestView[]>({ ask: 'manager.requests', ...query }, requests);
  const label = t({ id: 'managerReport.behind' }, { name: title });
  return (
    <div ref={head}>
      <Card
        title={label}
        aside={
          <IconButton
            small
            label={t({ id: 'common.close' })}
            icon={<X size={16} aria-hidden />}
            onPress={onClose}
          />
        }
      >
        {problem && <p className="card-none">{t(problemWords[problem])}</p>}
        {!value && !problem && <Loading label={t({ id: 'common.loading' })} lines={3} />}
        {value?.length === 0 && <p className="card-none">{t({ id: 'managerReport.noRequests' })}</p>}
        {value && value.length > 0 && <RequestTable label={label} requests={value} />}
        {value?.length === mostShown && (
          <p className="managers-note">{t({ id: 'managerReport.newest' }, { count: mostShown })}</p>
        )}
      </Card>
    </div>
  );
}
