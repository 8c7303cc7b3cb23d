import { Card } from '@ringside/ui/Card';
import { ManagerPage } from '../features/manager/ManagerPage.tsx';
import { HandOver } from '../features/swaps/HandOver.tsx';
import { SwapsPanel } from '../features/swaps/SwapsPanel.tsx';
import { CalendarFeed } from '../features/tasks/CalendarFeed.tsx';
import { useText } from '../i18n/text.ts';

/** The manager's page with what other features have for somebody on a rota. */
export function ManagerWork() {
  const t = useText();
  return (
    <ManagerPage>
      <HandOver />
      <Card title={t({ id: 'swap.panel' })}>
        <SwapsPanel rotaId={null} />
      </Card>
      <CalendarFeed />
    </ManagerPage>
  );
}
