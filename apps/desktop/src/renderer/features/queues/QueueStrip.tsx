import { CallTimer } from '@ringside/ui/CallTimer';
import { useDesk } from '../../desk.ts';
import { DutyNow } from '../../DutyLine.tsx';
import { queueName, rotaOf, useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import './Queues.css';

/** A tile for each queue: how many wait, how long, who is there to help. */
export function QueueStrip() {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const queues = useDesk((s) => s.desk?.queues);
  return (
    <ul className="queue-strip" aria-label={t({ id: 'queues.title' })}>
      {(queues ?? []).map((queue) => {
        const rotaId = rotaOf(queue.queueId, reference);
        return (
          <li key={queue.queueId} className="rs-card queue-tile">
            <h2>{queueName(queue.queueId, reference, words)}</h2>
            <p className="queue-waiting">
              <strong>{queue.waiting}</strong> {t({ id: 'queues.waiting' })}
            </p>
            <p className="rs-muted">
              {queue.longestSince !== null && (
                <>
                  {t({ id: 'queues.longest' })} <CallTimer since={queue.longestSince} /> ·{' '}
                </>
              )}
              {rotaId === null ? (
                t({ id: 'queues.readyOf' }, { ready: queue.ready, signedIn: queue.signedIn })
              ) : (
                <DutyNow rotaId={rotaId} />
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
