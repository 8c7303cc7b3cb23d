import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { SupervisionView } from '@ringside/shared/protocol/supervision';
import { TierBadge } from '@ringside/ui/Badge';
import { Button, ToggleButton } from '@ringside/ui/Button';
import { CallTimer } from '@ringside/ui/CallTimer';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Ear, MicOff, PhoneForwarded, X } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import type { Action } from '../../keys/actions.ts';
import { useKey, useShownKeys } from '../../keys/keys.ts';
import { useMay } from '../../may.ts';
import { setMuted, useMutedCall } from '../../muted-call.ts';
import { whoText } from '../../wording/phone-wording.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { askToAct } from './acting.ts';
import { modeSentences, modeWords } from './supervision-words.ts';
import { useSupervise } from './use-supervise.ts';
import './SupervisionStrip.css';

/** The one call that the supervisor is in: whose, who hears whom, and what can be done. */
export function SupervisionStrip() {
  const supervision = useDesk((s) => s.desk?.supervision ?? null);
  return supervision && <Strip supervision={supervision} />;
}

function Strip({ supervision }: { readonly supervision: SupervisionView }) {
  const t = useText();
  const { state, mode, agentName, others, takingOver } = supervision;
  const isIn = state === 'in' && !takingOver;
  return (
    <section className="supervision" data-mode={mode} aria-label={t({ id: 'supervision.strip' })}>
      <Ear size={18} aria-hidden />
      <div className="supervision-words">
        <strong role="status">
          {isIn
            ? t(modeSentences[mode], { agent: agentName })
            : t({ id: takingOver ? 'supervision.takingOver' : 'supervision.reaching' })}
        </strong>
        <Whose supervision={supervision} />
        {others.length > 0 && (
          <small>
            {t({ id: 'supervision.others' }, { names: others.map(({ name }) => name).join(', ') })}
          </small>
        )}
      </div>
      <Ways supervision={supervision} isIn={isIn} />
    </section>
  );
}

function Whose({ supervision }: { readonly supervision: SupervisionView }) {
  const words = useWords();
  const { t } = words;
  const { who, tier, answeredAt, callState } = supervision;
  return (
    <span className="supervision-whose">
      <span className="rs-clip">{whoText(who, words)}</span>
      {tier !== null && tier !== 'standard' && <TierBadge tier={tier}>{t(tierWords[tier])}</TierBadge>}
      {answeredAt !== null && <CallTimer since={answeredAt} />}
      {callState === 'held' && <em>{t({ id: 'supervision.callerHeld' })}</em>}
      {callState === 'reconnecting' && <em>{t({ id: 'supervision.agentLost' })}</em>}
    </span>
  );
}

const modeKeys: Record<SupervisionMode, Action> = {
  listen: 'superviseListen',
  whisper: 'superviseWhisper',
  barge: 'superviseBarge',
};

function Ways({ supervision, isIn }: { readonly supervision: SupervisionView; readonly isIn: boolean }) {
  const t = useText();
  const tell = useCommand();
  const supervise = useSupervise();
  const { supervise: maySpeak } = useMay();
  const { callId, mode, who, agentName } = supervision;
  const isMuted = useMutedCall((s) => s.callId === callId);
  const mute = () => setMuted(callId, !isMuted);
  const choose = (to: SupervisionMode): void => {
    if (to === mode) return;
    // the caller would suddenly hear a stranger: that is asked about
    if (to === 'barge') return askToAct({ act: 'barge', callId, who, agentName, isIn: true });
    void supervise(callId, to);
  };
  useKey(modeKeys.listen, () => choose('listen'), isIn && maySpeak);
  useKey(modeKeys.whisper, () => choose('whisper'), isIn && maySpeak);
  useKey(modeKeys.barge, () => choose('barge'), isIn && maySpeak);
  useKey('mute', mute, isIn && mode !== 'listen');
  const muteKeys = useShownKeys('mute');
  return (
    <div className="supervision-ways">
      {maySpeak && isIn && (
        <SegmentedControl
          label={t({ id: 'supervision.mode' })}
          segments={(['listen', 'whisper', 'barge'] as const).map((value) => ({
            value,
            name: <ModeName mode={value} />,
          }))}
          chosen={mode}
          onChoose={choose}
        />
      )}
      {isIn && mode !== 'listen' && (
        <ToggleButton isOn={isMuted} onChange={mute} icon={<MicOff size={16} aria-hidden />} keys={muteKeys}>
          {t({ id: 'bar.mute' })}
        </ToggleButton>
      )}
      {maySpeak && isIn && (
        <Button
          icon={<PhoneForwarded size={16} aria-hidden />}
          onPress={() => askToAct({ act: 'takeOver', callId, who, agentName })}
        >
          {t({ id: 'supervision.takeOver' })}
        </Button>
      )}
      <Button icon={<X size={16} aria-hidden />} onPress={() => void tell({ do: 'supervision.end' })}>
        {t({ id: 'supervision.leave' })}
      </Button>
    </div>
  );
}

function ModeName({ mode }: { readonly mode: SupervisionMode }) {
  const t = useText();
  const keys = useShownKeys(modeKeys[mode]);
  return (
    <>
      {t(modeWords[mode])} <kbd aria-hidden>{keys}</kbd>
    </>
  );
}
