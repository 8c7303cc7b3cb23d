import { useHotkeyRecorder } from '@tanstack/react-hotkeys';
import { Button } from '@ringside/ui/Button';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Action } from '../../keys/actions.ts';
import { actions, actionWords, ownKeys } from '../../keys/actions.ts';
import { shownKeys } from '../../keys/keys.ts';
import { prefer, usePreferences } from '../../preferences.ts';
import './KeyList.css';

/** Every key of the product; in the settings they can be changed. */
export function KeyList({ canChange = false }: { readonly canChange?: boolean }) {
  const t = useText();
  const [changing, setChanging] = useState<Action | null>(null);
  const keys = usePreferences((s) => s.keys);
  const recorder = useHotkeyRecorder({
    onRecord: (recorded) => changing && record(changing, recorded),
    onCancel: () => setChanging(null),
  });
  const record = (action: Action, recorded: string) => {
    prefer({ keys: { ...withoutDouble(keys, recorded), [action]: recorded } });
    setChanging(null);
  };
  const start = (action: Action) => {
    setChanging(action);
    recorder.startRecording();
  };
  return (
    <>
      <dl className="key-list">
        {actions.map((action) => (
          <div key={action}>
            <dt>{t(actionWords[action])}</dt>
            <dd>
              <kbd>
                {changing === action ? t({ id: 'keys.press' }) : shownKeys(keys[action] ?? ownKeys[action])}
              </kbd>
              {canChange && (
                <Button
                  small
                  look="quiet"
                  onPress={() => start(action)}
                  aria-label={t({ id: 'keys.changeOf' }, { action: t(actionWords[action]) })}
                >
                  {t({ id: 'keys.change' })}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {canChange && Object.keys(keys).length > 0 && (
        <div className="card-foot">
          <Button small onPress={() => prefer({ keys: {} })}>
            {t({ id: 'keys.reset' })}
          </Button>
        </div>
      )}
    </>
  );
}

/** The keys of one action are nobody else's. */
function withoutDouble(keys: Readonly<Record<string, string>>, taken: string): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).filter(([, own]) => own !== taken));
}
