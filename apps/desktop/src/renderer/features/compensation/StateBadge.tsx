import type { CompensationState } from '@ringside/shared/model/compensation';
import type { BadgeTone } from '@ringside/ui/Badge';
import { Badge } from '@ringside/ui/Badge';
import { Ban, Check, CheckCheck, Hourglass, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { compensationStateWords } from '../../wording/compensation-wording.ts';

const looks: Record<CompensationState, { readonly tone: BadgeTone; readonly icon: ReactNode }> = {
  asked: { tone: 'warn', icon: <Hourglass size={12} aria-hidden /> },
  granted: { tone: 'good', icon: <Check size={12} aria-hidden /> },
  done: { tone: 'good', icon: <CheckCheck size={12} aria-hidden /> },
  refused: { tone: 'risk', icon: <X size={12} aria-hidden /> },
  cancelled: { tone: 'plain', icon: <Ban size={12} aria-hidden /> },
};

export function StateBadge({ state }: { readonly state: CompensationState }) {
  const t = useText();
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(compensationStateWords[state])}
    </Badge>
  );
}
