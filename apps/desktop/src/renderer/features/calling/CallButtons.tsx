import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button, ToggleButton } from '@ringside/ui/Button';
import { Grid3x3, Mic, MicOff, Pause, PhoneOff, PhoneOutgoing } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { useKey, useShownKeys } from '../../keys/keys.ts';
import { openDial } from './current-call.ts';
import { Keypad } from './Keypad.tsx';
import { setMuted, useIsMuted } from '../../muted-call.ts';

/** Mute, hold, keypad, new call, and End kept apart. A button that can do nothing now is there and disabled. */
export function CallButtons({ contact }: { readonly contact: ContactView | null }) {
  const t = useText();
  const tell = useCommand();
  const isMuted = useIsMuted(contact);
  const state = contact?.state.is ?? null;
  const canTalk = state === 'talking' || state === 'held';
  const canEnd = canTalk || state === 'dialling' || state === 'reconnecting';
  const isHeld = state === 'held';

  const mute = () => contact && setMuted(contact.callId, !isMuted);
  const hold = () =>
    contact && void tell({ do: isHeld ? 'call.retrieve' : 'call.hold', callId: contact.callId });
  const end = () => contact && void tell({ do: 'call.end', callId: contact.callId });
  useKey('mute', mute, canTalk);
  useKey('hold', hold, canTalk);
  useKey('end', end, canEnd);
  useKey('dial', () => openDial(), !canEnd);
  const [muteKeys, holdKeys, endKeys] = [useShownKeys('mute'), useShownKeys('hold'), useShownKeys('end')];

  return (
    <div className="bar-buttons" role="toolbar" aria-label={t({ id: 'bar.buttons' })}>
      <ToggleButton
        isOn={canTalk && isMuted}
        onChange={mute}
        isDisabled={!canTalk}
        icon={isMuted ? <MicOff size={16} aria-hidden /> : <Mic size={16} aria-hidden />}
        keys={muteKeys}
      >
        {t({ id: 'bar.mute' })}
      </ToggleButton>
      <ToggleButton
        isOn={isHeld}
        onChange={hold}
        isDisabled={!canTalk}
        icon={<Pause size={16} aria-hidden />}
        keys={holdKeys}
      >
        {t({ id: 'bar.hold' })}
      </ToggleButton>
      <Keypad contact={contact} isDisabled={state !== 'talking'} icon={<Grid3x3 size={16} aria-hidden />} />
      <Button onPress={() => openDial()} isDisabled={canEnd} icon={<PhoneOutgoing size={16} aria-hidden />}>
        {t({ id: 'bar.newCall' })}
      </Button>
      <span className="bar-end">
        <Button
          look={canEnd ? 'danger' : 'plain'}
          onPress={end}
          isDisabled={!canEnd}
          icon={<PhoneOff size={16} aria-hidden />}
          keys={endKeys}
        >
          {t({ id: 'bar.end' })}
        </Button>
      </span>
    </div>
  );
}
