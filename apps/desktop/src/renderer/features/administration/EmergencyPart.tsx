import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { TextField } from '@ringside/ui/Field';
import { DoorClosed, DoorOpen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import type { NamedItem } from './centre-context.ts';
import { useItems } from './centre-context.ts';
import { isGroup, textOf } from './json.ts';
import { useAdminister } from './use-administer.ts';

/** One switch for each line: closed at once, with the reason that is recorded. */
export function EmergencyPart({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useWords();
  const hotlines = useItems('hotlines');
  return (
    <Card title={t({ id: 'admin.emergency' })}>
      <p className="form-padded rs-muted">{t({ id: 'admin.emergencyNote' })}</p>
      <ul className="admin-lines">
        {hotlines.map((hotline) => (
          <HotlineSwitch key={hotline.id} hotline={hotline} onChanged={onChanged} />
        ))}
      </ul>
    </Card>
  );
}

function HotlineSwitch({
  hotline,
  onChanged,
}: {
  readonly hotline: NamedItem;
  readonly onChanged: () => void;
}) {
  const { t } = useWords();
  const ask = useAdminister();
  const emergency = hotline.item['emergency'];
  const isClosed = isGroup(emergency);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const path = `/emergency/${encodeURIComponent(hotline.id)}`;

  async function close() {
    if (reason.trim() === '') return setAsked(true);
    const reply = await ask({ method: 'PUT', path, body: { reason } });
    if (!reply.ok) return undefined;
    setReason('');
    setAsked(false);
    onChanged();
    return say('good', { id: 'admin.lineClosed' }, { name: hotline.name });
  }
  async function open() {
    const reply = await ask({ method: 'DELETE', path });
    if (!reply.ok) return;
    onChanged();
    say('good', { id: 'admin.lineOpened' }, { name: hotline.name });
  }
  return (
    <li>
      <div>
        <strong>{hotline.name}</strong>{' '}
        {isClosed ? (
          <Badge tone="risk" icon={<TriangleAlert size={12} aria-hidden />}>
            {t({ id: 'admin.closedAtOnce' })}
          </Badge>
        ) : (
          <Badge tone="good">{t({ id: 'admin.byHours' })}</Badge>
        )}
        {isClosed && <p className="rs-muted">{textOf(emergency['reason'])}</p>}
      </div>
      {isClosed ? (
        <Button
          icon={<DoorOpen size={16} aria-hidden />}
          aria-label={t({ id: 'admin.openLine' }, { name: hotline.name })}
          onPress={() => void open()}
        >
          {t({ id: 'admin.openAgain' })}
        </Button>
      ) : (
        <div className="admin-close">
          <TextField
            label={t({ id: 'admin.reasonFor' }, { name: hotline.name })}
            error={isAsked && reason.trim() === '' ? t({ id: 'admin.reasonNeeded' }) : undefined}
            value={reason}
            onChange={setReason}
          />
          <Button
            look="danger"
            icon={<DoorClosed size={16} aria-hidden />}
            aria-label={t({ id: 'admin.closeLine' }, { name: hotline.name })}
            onPress={() => void close()}
          >
            {t({ id: 'admin.closeNow' })}
          </Button>
        </div>
      )}
    </li>
  );
}
