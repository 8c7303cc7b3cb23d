import type { CustomerFile, TimelineEntry } from '@ringside/shared/protocol/customer';
import { timelineEntry } from '@ringside/shared/protocol/customer';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Filter } from '@ringside/ui/Filter';
import { Timeline } from '@ringside/ui/Timeline';
import { serverNow } from '@ringside/ui/ticker';
import { useMemo, useState } from 'react';
import { defineMessages } from 'react-intl';
import { z } from 'zod';
import type { Message } from '../../i18n/text.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { useServices } from '../../services.tsx';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { entryId, timelineLine } from './timeline-lines.tsx';

const older = z.object({ entries: z.array(timelineEntry), more: z.boolean() });
type Shown = 'all' | TimelineEntry['kind'];

const filters: Record<Shown, Message> = defineMessages({
  all: { id: 'timeline.all' },
  call: { id: 'timeline.calls' },
  case: { id: 'timeline.cases' },
  order: { id: 'timeline.orders' },
  payment: { id: 'timeline.payments' },
  task: { id: 'timeline.tasks' },
});

/** Everything that happened with a customer in one list; a filter chooses the kind, "older" goes back in time. */
export function CustomerTimeline({ file }: { readonly file: CustomerFile }) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const [shown, setShown] = useState<Shown>('all');
  const past = useOlder(file);
  const lines = useMemo(() => {
    const now = serverNow();
    return past.entries
      .filter((entry) => shown === 'all' || entry.kind === shown)
      .map((entry) => timelineLine(entry, reference, now, words));
  }, [past.entries, shown, reference, words]);
  return (
    <Card
      title={t({ id: 'timeline.title' })}
      aside={
        <Filter
          label={t({ id: 'timeline.show' })}
          choices={Object.entries(filters).map(([value, message]) => ({
            value: value as Shown,
            name: t(message),
          }))}
          chosen={shown}
          onChoose={setShown}
        />
      }
    >
      <Timeline label={t({ id: 'timeline.title' })} lines={lines} />
      {lines.length === 0 && <p className="card-none">{t({ id: 'timeline.none' })}</p>}
      {past.hasMore && (
        <div className="card-foot">
          <Button small look="quiet" isPending={past.isAsking} onPress={past.ask}>
            {t({ id: 'timeline.older' })}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The file's own entries and what was asked for beyond them, without doubles after the file was loaded anew. */
function useOlder(file: CustomerFile) {
  const { link } = useServices();
  const [asked, setAsked] = useState<z.infer<typeof older> | null>(null);
  const [isAsking, setAsking] = useState(false);
  const entries = useMemo(
    () => withoutDoubles([...file.timeline, ...(asked?.entries ?? [])]),
    [file.timeline, asked],
  );

  async function ask() {
    const last = entries.at(-1);
    if (!last) return;
    setAsking(true);
    const { customerId } = file.card;
    const reply = await link.query({ ask: 'customer.timeline', customerId, before: last.at }, older);
    setAsking(false);
    if (!reply.ok) return say('bad', problemWords[reply.problem.problem]);
    setAsked((before) => ({
      entries: [...(before?.entries ?? []), ...reply.value.entries],
      more: reply.value.more,
    }));
  }
  return { entries, hasMore: asked?.more ?? file.more, isAsking, ask: () => void ask() };
}

function withoutDoubles(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return [...new Map(entries.map((entry) => [entryId(entry), entry])).values()];
}
