import { Card } from '@ringside/ui/Card';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useMay } from '../../may.ts';
import { KeyList } from './KeyList.tsx';
import { DensityChoice, LanguageChoice, ThemeChoice } from './LookChoices.tsx';

/** What belongs to this person at this computer. `devices` is the same set-up that is shown at the first sign-in. */
export function SettingsPage({ devices }: { readonly devices: ReactNode }) {
  const t = useText();
  const { takeCalls } = useMay();
  return (
    <div className="page">
      <h1>{t({ id: 'settings.title' })}</h1>
      <Card title={t({ id: 'settings.look' })}>
        <div className="form-padded form-three">
          <LanguageChoice />
          <ThemeChoice />
          <DensityChoice />
        </div>
      </Card>
      {takeCalls && (
        <Card title={t({ id: 'devices.title' })}>
          <div className="form-padded">{devices}</div>
        </Card>
      )}
      <Card title={t({ id: 'keys.title' })}>
        <KeyList canChange />
      </Card>
    </div>
  );
}
