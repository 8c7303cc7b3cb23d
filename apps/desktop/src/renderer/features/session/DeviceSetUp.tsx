import { Button } from '@ringside/ui/Button';
import { LevelMeter } from '@ringside/ui/LevelMeter';
import { Notice } from '@ringside/ui/Notice';
import { Select } from '@ringside/ui/Select';
import { Bell } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import type { DeviceChoice, DeviceList, MicrophoneState } from '../../phone/phone.ts';
import { prefer } from '../../preferences.ts';
import { usePhoneState, useServices } from '../../services.tsx';
import './SignInPage.css';

/** Microphone, headset and ringer, with a level to see and a ring to hear. Also part of the settings. */
export function Devices() {
  const t = useText();
  const { phone } = useServices();
  const { chosen, microphone } = usePhoneState();
  const { list, reload } = useDevices();
  const [refused, setRefused] = useState<keyof DeviceChoice | null>(null);
  const choose = (part: keyof DeviceChoice, id: string) => {
    setRefused(null);
    phone.choose({ [part]: idOrNull(id) }).catch(() => setRefused(part));
  };
  const readMicrophone = useCallback(() => phone.levels().microphone, [phone]);
  const system = t({ id: 'devices.system' });

  useEffect(() => {
    void phone.openMicrophone().then(reload);
  }, [phone, reload]);

  return (
    <div className="devices">
      <div className="devices-step">
        <Select
          label={t({ id: 'devices.microphone' })}
          placeholder={system}
          choices={withSystem(list.microphones, system)}
          chosen={chosen.microphoneId ?? systemId}
          onChoose={(id) => choose('microphoneId', id)}
        />
        {refused === 'microphoneId' && (
          <Notice tone="bad" role="alert" title={t({ id: 'devices.notHeard' })} />
        )}
        <MicrophoneTrouble state={microphone} onAgain={() => void phone.openMicrophone().then(reload)} />
        {microphone === 'open' && (
          <div className="devices-row">
            <span className="rs-muted">{t({ id: 'devices.speak' })}</span>
            <LevelMeter label={t({ id: 'devices.level' })} read={readMicrophone} />
          </div>
        )}
      </div>
      <div className="devices-step">
        <Select
          label={t({ id: 'devices.headset' })}
          note={t({ id: 'devices.headsetNote' })}
          placeholder={system}
          choices={withSystem(list.speakers, system)}
          chosen={chosen.headsetId ?? systemId}
          onChoose={(id) => choose('headsetId', id)}
        />
        {refused === 'headsetId' && <Notice tone="bad" role="alert" title={t({ id: 'devices.notThere' })} />}
      </div>
      <div className="devices-step">
        <Select
          label={t({ id: 'devices.ringer' })}
          note={t({ id: 'devices.ringerNote' })}
          placeholder={system}
          choices={withSystem(list.speakers, system)}
          chosen={chosen.ringerId ?? systemId}
          onChoose={(id) => choose('ringerId', id)}
        />
        {refused === 'ringerId' && <Notice tone="bad" role="alert" title={t({ id: 'devices.notThere' })} />}
        <RingTest />
      </div>
    </div>
  );
}

/** Shown once on a computer, before the first call can ring. */
export function DeviceSetUp() {
  const t = useText();
  return (
    <main className="sign-in set-up">
      <div className="sign-in-card">
        <header>
          <h1>{t({ id: 'devices.title' })}</h1>
          <p>{t({ id: 'devices.lead' })}</p>
        </header>
        <Devices />
        <Button look="primary" onPress={() => prefer({ devicesSeen: true })}>
          {t({ id: 'devices.done' })}
        </Button>
      </div>
    </main>
  );
}

const troubles: Record<Exclude<MicrophoneState, 'open' | 'closed' | 'asking'>, Message> = defineMessages({
  denied: { id: 'devices.denied' },
  missing: { id: 'devices.missing' },
  inUse: { id: 'devices.inUse' },
});

function MicrophoneTrouble({
  state,
  onAgain,
}: {
  readonly state: MicrophoneState;
  readonly onAgain: () => void;
}) {
  const t = useText();
  if (state === 'open' || state === 'closed') return null;
  if (state === 'asking') return <Notice tone="info" title={t({ id: 'devices.asking' })} role="status" />;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t(troubles[state])}
      action={
        <Button small onPress={onAgain}>
          {t({ id: 'common.tryAgain' })}
        </Button>
      }
    />
  );
}

function RingTest() {
  const t = useText();
  const { phone } = useServices();
  const [result, setResult] = useState<'idle' | 'ringing' | 'sounded' | 'silent'>('idle');
  const test = () => {
    setResult('ringing');
    void phone.testRing().then((sounded) => setResult(sounded ? 'sounded' : 'silent'));
  };
  return (
    <div className="devices-row">
      <Button icon={<Bell size={16} aria-hidden />} onPress={test} isDisabled={result === 'ringing'}>
        {t({ id: 'devices.ring' })}
      </Button>
      <span aria-live="polite">
        {result === 'ringing' && t({ id: 'devices.ringing' })}
        {result === 'sounded' && t({ id: 'devices.sounded' })}
        {result === 'silent' && t({ id: 'devices.silent' })}
      </span>
    </div>
  );
}

function useDevices(): { list: DeviceList; reload: () => void } {
  const { phone } = useServices();
  const [list, setList] = useState<DeviceList>({ microphones: [], speakers: [] });
  const reload = useCallback(() => void phone.devices().then(setList), [phone]);
  return { list, reload };
}

const systemId = 'system';
const idOrNull = (id: string): string | null => (id === systemId ? null : id);
const withSystem = (devices: DeviceList['speakers'], name: string) => [{ id: systemId, name }, ...devices];
