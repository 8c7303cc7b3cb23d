import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './Notice.css';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const icons: Record<NoticeTone, ReactNode> = {
  info: <Info size={16} aria-hidden />,
  good: <CircleCheck size={16} aria-hidden />,
  warn: <CircleAlert size={16} aria-hidden />,
  bad: <TriangleAlert size={16} aria-hidden />,
};

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: ReactNode;
  /** why it matters and what to do */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** announce: 'status' waits its turn, 'alert' interrupts */
  readonly role?: 'status' | 'alert';
}

export function Notice({ tone, title, children, action, role }: NoticeProps) {
  return (
    <div className={`rs-notice rs-notice-${tone}`} role={role}>
      {icons[tone]}
      <div className="rs-notice-words">
        <strong>{title}</strong>
        {children && <p>{children}</p>}
      </div>
      {action}
    </div>
  );
}
