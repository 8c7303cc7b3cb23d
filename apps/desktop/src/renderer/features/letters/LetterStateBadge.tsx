import type { LetterState } from '@ringside/shared/model/letter';
import type { BadgeTone } from '@ringside/ui/Badge';
import { Badge } from '@ringside/ui/Badge';
import { Ban, Check, CircleHelp, Clock, LoaderCircle, Pencil, Printer, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { letterStateWords } from './letter-words.ts';

const looks: Record<LetterState, { readonly tone: BadgeTone; readonly icon: ReactNode }> = {
  draft: { tone: 'plain', icon: <Pencil size={12} aria-hidden /> },
  queued: { tone: 'plain', icon: <Clock size={12} aria-hidden /> },
  sending: { tone: 'plain', icon: <LoaderCircle size={12} aria-hidden /> },
  sent: { tone: 'good', icon: <Check size={12} aria-hidden /> },
  unsure: { tone: 'warn', icon: <CircleHelp size={12} aria-hidden /> },
  failed: { tone: 'risk', icon: <TriangleAlert size={12} aria-hidden /> },
  printed: { tone: 'good', icon: <Printer size={12} aria-hidden /> },
  discarded: { tone: 'plain', icon: <Ban size={12} aria-hidden /> },
};

export function LetterStateBadge({ state }: { readonly state: LetterState }) {
  const t = useText();
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(letterStateWords[state])}
    </Badge>
  );
}
