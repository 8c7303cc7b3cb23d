import type { PresenceState } from '@ringside/shared/model/presence';
import { EmptyState } from '@ringside/ui/EmptyState';
import { Headset, LayoutList } from 'lucide-react';
import { defineMessages } from 'react-intl';
import { useDesk } from '../desk.ts';
import { QueueStrip } from '../features/queues/QueueStrip.tsx';
import type { Message } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';
import { useShownKeys } from '../keys/keys.ts';
import { useMay } from '../may.ts';

const titles: Record<PresenceState, Message> = defineMessages({
  signedOut: { id: 'home.notReady' },
  notReady: { id: 'home.notReady' },
  ready: { id: 'home.ready' },
  reserved: { id: 'home.ringing' },
  onCall: { id: 'home.inContact' },
  wrapUp: { id: 'home.inContact' },
});

/** What there is to do, and with which keys. */
const hints: Record<PresenceState, Message> = defineMessages({
  signedOut: { id: 'home.notReadyWhy' },
  notReady: { id: 'home.notReadyWhy' },
  ready: { id: 'home.readyWhy' },
  reserved: { id: 'home.ringingWhy' },
  onCall: { id: 'home.inContactWhy' },
  wrapUp: { id: 'home.inContactWhy' },
});

/** What stands in the middle between calls. */
export function HomePage() {
  const t = useText();
  const state = useDesk((s) => s.desk?.presence.state ?? 'signedOut');
  const name = useDesk((s) => s.desk?.me.name ?? '');
  const keys = {
    answer: useShownKeys('answer'),
    ready: useShownKeys('ready'),
    palette: useShownKeys('palette'),
    sheet: useShownKeys('cheatSheet'),
  };
  const { takeCalls } = useMay();
  return (
    <div className="page">
      <h1>{t({ id: 'home.hello' }, { name })}</h1>
      <QueueStrip />
      <section className="rs-card home-card">
        {takeCalls ? (
          <EmptyState icon={<Headset size={32} aria-hidden />} title={t(titles[state])}>
            {t(hints[state], keys)}
          </EmptyState>
        ) : (
          <EmptyState icon={<LayoutList size={32} aria-hidden />} title={t({ id: 'home.noCalls' })}>
            {t({ id: 'home.noCallsWhy' }, keys)}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
