import type { ClockStanding } from '@ringside/shared/model/case-clock';
import type { BadgeTone } from '@ringside/ui/Badge';
import { Badge } from '@ringside/ui/Badge';
import { AlarmClock, Ban, Check, CheckCheck, CirclePause, TriangleAlert, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { clockStandingWords } from '../../wording/clock-wording.ts';

const looks: Record<ClockStanding, { readonly tone: BadgeTone; readonly icon: ReactNode }> = {
  running: { tone: 'plain', icon: <Timer size={12} aria-hidden /> },
  warned: { tone: 'warn', icon: <AlarmClock size={12} aria-hidden /> },
  breached: { tone: 'risk', icon: <TriangleAlert size={12} aria-hidden /> },
  paused: { tone: 'care', icon: <CirclePause size={12} aria-hidden /> },
  met: { tone: 'good', icon: <CheckCheck size={12} aria-hidden /> },
  metLate: { tone: 'warn', icon: <Check size={12} aria-hidden /> },
  stopped: { tone: 'plain', icon: <Ban size={12} aria-hidden /> },
};

/** How a clock stands: a word, a shape, and only then a colour. */
export function StandingBadge({ standing }: { readonly standing: ClockStanding }) {
  const t = useText();
  const { tone, icon } = looks[standing];
  return (
    <Badge tone={tone} icon={icon}>
      {t(clockStandingWords[standing])}
    </Badge>
  );
}
