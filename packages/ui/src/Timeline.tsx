import type { ReactNode } from 'react';
import './Timeline.css';

export interface TimelineLine {
  readonly id: string;
  /** ISO 8601, for machines */
  readonly dateTime: string;
  readonly when: string;
  readonly icon: ReactNode;
  readonly words: ReactNode;
  /** a second, quieter line */
  readonly more?: ReactNode;
  readonly aside?: ReactNode;
  readonly tone?: 'breach';
}

/** One list of everything that happened, newest first. Rows never wrap: the whole text is the row's hint. */
export function Timeline({
  lines,
  label,
}: {
  readonly lines: readonly TimelineLine[];
  readonly label: string;
}) {
  return (
    <ol className="rs-timeline" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} className={line.tone ? `rs-timeline-${line.tone}` : undefined}>
          <time dateTime={line.dateTime}>{line.when}</time>
          <span className="rs-timeline-icon">{line.icon}</span>
          <div className="rs-timeline-words">
            <div title={textOf(line.words)}>{line.words}</div>
            {line.more && (
              <div className="rs-timeline-more" title={textOf(line.more)}>
                {line.more}
              </div>
            )}
          </div>
          <span className="rs-timeline-aside">{line.aside}</span>
        </li>
      ))}
    </ol>
  );
}

const textOf = (node: ReactNode): string | undefined => (typeof node === 'string' ? node : undefined);
