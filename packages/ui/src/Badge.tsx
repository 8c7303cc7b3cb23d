import type { Tier } from '@ringside/shared/model/tier';
import type { ReactNode } from 'react';
import './Badge.css';

export type BadgeTone = 'plain' | 'risk' | 'warn' | 'care' | 'good';

interface BadgeProps {
  readonly tone?: BadgeTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={`rs-badge rs-badge-${tone}`}>
      {icon}
      {children}
    </span>
  );
}

const tierShapes: Record<Tier, string> = { mvc: '★', mgc: '◆', standard: '', bz: '◇' };

/** Shape and word of a value tier. Standard has no shape: most people are standard. */
export function TierBadge({ tier, children }: { readonly tier: Tier; readonly children: ReactNode }) {
  return (
    <span className={`rs-badge rs-badge-${tier}`}>
      {tierShapes[tier] && <span aria-hidden>{tierShapes[tier]}</span>}
      {children}
    </span>
  );
}
