import type { Satisfaction } from '@ringside/shared/model/case-stage';
import type { BadgeTone } from '@ringside/ui/Badge';
import { Badge } from '@ringside/ui/Badge';
import { CircleSlash, Frown, Smile } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { outcomeWords } from './satisfaction-words.ts';

const looks: Record<Satisfaction, { readonly tone: BadgeTone; readonly icon: ReactNode }> = {
  satisfied: { tone: 'good', icon: <Smile size={14} aria-hidden /> },
  notSatisfied: { tone: 'risk', icon: <Frown size={14} aria-hidden /> },
  notReached: { tone: 'plain', icon: <CircleSlash size={14} aria-hidden /> },
};

export function OutcomeBadge({ outcome }: { readonly outcome: Satisfaction }) {
  const t = useText();
  return <Badge {...looks[outcome]}>{t(outcomeWords[outcome])}</Badge>;
}
