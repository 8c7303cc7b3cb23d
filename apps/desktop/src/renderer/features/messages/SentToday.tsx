import type { MessageView } from '@ringside/shared/protocol/supervision';
import { useDesk } from '../../desk.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

const none: readonly MessageView[] = [];

/** MSG-3: one's own messages of today and who has read them; the newest first. */
export function SentToday() {
  const words = useWords();
  const { t } = words;
  const messages = useDesk((s) => s.desk?.messages) ?? none;
  const sent = messages.filter(({ receipts }) => receipts.length > 0).toReversed();
  if (sent.length === 0) return null;
  return (
    <section className="sent-today">
      <h3>{t({ id: 'message.sentToday' })}</h3>
      <ul>
        {sent.map(({ messageId, at, text, receipts }) => (
          <li key={messageId}>
            <span>
              {clockTime(at, words)} · {text}
            </span>
            <small>{receiptsOf(receipts, t)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function receiptsOf(receipts: MessageView['receipts'], t: ReturnType<typeof useWords>['t']): string {
  const unread = receipts.filter(({ readAt }) => readAt === null);
  const read = t({ id: 'message.readBy' }, { read: receipts.length - unread.length, all: receipts.length });
  if (unread.length === 0 || unread.length === receipts.length) return read;
  return `${read}. ${t({ id: 'message.unreadBy' }, { names: unread.map(({ name }) => name).join(', ') })}`;
}
