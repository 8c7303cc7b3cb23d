import type { MessagePriority } from '@ringside/shared/model/floor-message';
import type { MessageView } from '@ringside/shared/protocol/supervision';
import { Button } from '@ringside/ui/Button';
import type { NoticeTone } from '@ringside/ui/Notice';
import { Notice } from '@ringside/ui/Notice';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

const none: readonly MessageView[] = [];
const tones: Record<MessagePriority, NoticeTone> = { low: 'info', normal: 'info', high: 'warn' };
const rank: Record<MessagePriority, number> = { high: 0, normal: 1, low: 2 };
/** More would push the work off the screen; the next one comes when one was read. */
const mostShown = 3;

/** MSG-2: what those in charge have told this person, or was escalated to them, and they have not yet read; the most pressing first. */
export function UnreadMessages() {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const go = useGo();
  const messages = useDesk((s) => s.desk?.messages) ?? none;
  const me = useDesk((s) => s.desk?.me.agentId);
  const unread = messages
    .filter(({ fromId, readAt }) => readAt === null && fromId !== me)
    .sort((a, b) => rank[a.priority] - rank[b.priority] || a.at - b.at);
  return unread.slice(0, mostShown).map(({ messageId, priority, text, escalated, fromName, at }) => (
    <Notice
      key={messageId}
      tone={tones[priority]}
      role={priority === 'high' ? 'alert' : 'status'}
      title={escalated ? t({ id: 'message.escalated' }, { reference: escalated.reference, why: text }) : text}
      action={
        <>
          {escalated && (
            <Button small onPress={() => go.case(escalated.caseId)}>
              {t({ id: 'message.openCase' }, { reference: escalated.reference })}
            </Button>
          )}
          <Button small onPress={() => void tell({ do: 'message.read', messageId })}>
            {t({ id: 'message.read' })}
          </Button>
        </>
      }
    >
      {t({ id: 'message.from' }, { name: fromName, time: clockTime(at, words) })}
    </Notice>
  ));
}
