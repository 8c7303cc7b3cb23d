import { EmptyState } from '@ringside/ui/EmptyState';
import { Headset } from 'lucide-react';
import { useDesk } from '../desk.ts';
import { QueueStrip } from '../features/queues/QueueStrip.tsx';
import { useText } from '../i18n/text.ts';
import { useShownKeys } from '../keys/keys.ts';

/** What stands in the middle between calls. */
export function HomePage() {
  const t = useText();
  const isReady = useDesk((s) => s.desk?.presence.state === 'ready');
  const name = useDesk((s) => s.desk?.me.name ?? '');
  const [answer, palette, sheet] = [
    useShownKeys('answer'),
    useShownKeys('palette'),
    useShownKeys('cheatSheet'),
  ];
  const readyKeys = useShownKeys('ready');
  return (
    <div className="page">
      <h1>{t({ id: 'home.hello' }, { name })}</h1>
      <QueueStrip />
      <section className="rs-card home-card">
        <EmptyState
          icon={<Headset size={32} aria-hidden />}
          title={isReady ? t({ id: 'home.ready' }) : t({ id: 'home.notReady' })}
        >
          {isReady
            ? t({ id: 'home.readyWhy' }, { answer, palette, sheet })
            : t({ id: 'home.notReadyWhy' }, { ready: readyKeys, palette, sheet })}
        </EmptyState>
      </section>
    </div>
  );
}
