import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { Explained } from '@ringside/ui/Hint';
import { Wrench } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import type { PhoneState } from '../../phone/phone.ts';
import { usePhoneState } from '../../services.tsx';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';

/** How the call sounds, in bars, a figure and a word, and the way to mend it. Limits by metrics.md. */
export function AudioQuality({ contact }: { readonly contact: ContactView }) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const { quality } = usePhoneState();
  const trouble = audioTrouble(contact, quality, words);
  return (
    <div className={trouble ? 'bar-audio bar-audio-bad' : 'bar-audio'}>
      {quality && (
        <Explained text={figures(quality, words)}>
          <Bars mos={quality.mos} /> {quality.mos.toFixed(1)}
        </Explained>
      )}
      {trouble && <strong role="status">{trouble}</strong>}
      <Button
        small
        look={trouble ? 'plain' : 'quiet'}
        icon={<Wrench size={14} aria-hidden />}
        onPress={() => void tell({ do: 'call.repairAudio', callId: contact.callId })}
      >
        {t({ id: 'audio.repair' })}
      </Button>
    </div>
  );
}

function Bars({ mos }: { readonly mos: number }) {
  const full = mos >= 4 ? 4 : mos >= 3.5 ? 3 : mos >= 3 ? 2 : 1;
  return (
    <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden>
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 4.5}
          y={9 - bar * 3}
          width="3"
          height={3 + bar * 3}
          fill="currentColor"
          opacity={bar < full ? 1 : 0.25}
        />
      ))}
    </svg>
  );
}

type Quality = NonNullable<PhoneState['quality']>;

function audioTrouble(contact: ContactView, quality: Quality | null, { t }: Words): string | null {
  if (contact.state.is !== 'talking') return null;
  if (contact.audio === 'callerSilent') return t({ id: 'audio.callerSilent' });
  if (contact.audio === 'agentSilent') return t({ id: 'audio.agentSilent' });
  if (contact.audio === 'lossy' || (quality !== null && quality.mos < 3)) return t({ id: 'audio.poor' });
  return null;
}

const figures = (quality: Quality, { t }: Words): string =>
  t(
    { id: 'audio.figures' },
    {
      mos: quality.mos.toFixed(1),
      loss: quality.lossPercent.toFixed(1),
      jitter: Math.round(quality.jitterMs),
      delay: Math.round(quality.roundTripMs),
    },
  );
