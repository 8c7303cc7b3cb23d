import type { ReactNode } from 'react';
import './EmptyState.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where there is nothing: what it means and what can be done. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="rs-empty">
      {icon}
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Grey lines in the place of what is being loaded, so that nothing jumps when it comes. */
export function Loading({ label, lines = 5 }: { readonly label: string; readonly lines?: number }) {
  return (
    <output className="rs-loading" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </output>
  );
}
