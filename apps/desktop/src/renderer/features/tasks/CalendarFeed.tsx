import { calendarFeedView } from '@ringside/shared/protocol/task-work';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Checkbox } from '@ringside/ui/Field';
import { serverNow } from '@ringside/ui/ticker';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { say } from '../../notices/notices.ts';
import { useServices } from '../../services.tsx';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

const made = z.object({ path: z.string() });

/** TASK-18: an address for one's own calendar software. It is shown once, since nobody keeps it. */
export function CalendarFeed() {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const feed = useAnswer({ ask: 'task.calendar' }, calendarFeedView);
  const [withNames, setWithNames] = useState(false);
  const [path, setPath] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const reply = await tell({ do: 'task.makeCalendar', withNames });
    if (!reply.ok) return;
    setPath(made.parse(reply.value).path);
    feed.again();
  };
  const revoke = async (): Promise<void> => {
    const reply = await tell({ do: 'task.revokeCalendar' });
    if (!reply.ok) return;
    setPath(null);
    feed.again();
    say('good', { id: 'calendar.revoked' });
  };
  return (
    <Card title={t({ id: 'calendar.title' })}>
      <div className="calendar-feed">
        <p>{t({ id: 'calendar.why' })}</p>
        {feed.value && (
          <p className="rs-muted">
            {t({ id: 'calendar.madeAt' }, { time: dayAndTime(feed.value.madeAt, serverNow(), words) })}
          </p>
        )}
        {path !== null && <Address path={path} />}
        <Checkbox isOn={withNames} onChange={setWithNames}>
          {t({ id: 'calendar.withNames' })}
        </Checkbox>
        <span className="row-actions">
          <Button onPress={() => void make()}>
            {t(feed.value ? { id: 'calendar.renew' } : { id: 'calendar.make' })}
          </Button>
          {feed.value && (
            <Button look="quiet" onPress={() => void revoke()}>
              {t({ id: 'calendar.revoke' })}
            </Button>
          )}
        </span>
      </div>
    </Card>
  );
}

function Address({ path }: { readonly path: string }) {
  const { t } = useWords();
  const { platform } = useServices();
  const [gateway, setGateway] = useState<string | null>(null);
  useEffect(() => void platform.gatewayUrl().then(setGateway), [platform]);
  return (
    <label className="calendar-address">
      <span>{t({ id: 'calendar.address' })}</span>
      <input
        className="rs-input"
        readOnly
        value={gateway === null ? '' : new URL(path, gateway).href}
        onFocus={(event) => event.currentTarget.select()}
      />
    </label>
  );
}
