import type { ReactNode } from 'react';
import './StateShape.css';

export type ShownState = 'ready' | 'onCall' | 'ringing' | 'wrapUp' | 'notReady' | 'offline' | 'breach';

const shapes: Record<ShownState, ReactNode> = {
  ready: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  onCall: <path d="M2 1 L11 6 L2 11 Z" fill="currentColor" />,
  ringing: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5 A4.5 4.5 0 0 0 6 10.5 Z" fill="currentColor" />
    </>
  ),
  wrapUp: <path d="M6 0.5 L11.5 6 L6 11.5 L0.5 6 Z" fill="currentColor" />,
  notReady: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  offline: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  breach: <path d="M6 0.5 L11.5 11 L0.5 11 Z" fill="currentColor" />,
};

/** The shape that stands for a state, in the state's colour. Words stand beside it wherever it is used. */
export function StateShape({ state }: { readonly state: ShownState }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden className={`rs-state-${state}`}>
      {shapes[state]}
    </svg>
  );
}

/** Shape, colour and word. */
export function StateBadge({
  state,
  children,
}: {
  readonly state: ShownState;
  readonly children: ReactNode;
}) {
  return (
    <span className={`rs-state rs-state-${state}`}>
      <StateShape state={state} />
      <span>{children}</span>
    </span>
  );
}
