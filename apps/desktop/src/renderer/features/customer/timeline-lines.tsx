import type { TimelineEntry } from '@ringside/shared/protocol/customer';
import type { Reference } from '@ringside/shared/protocol/reference';
import type { TimelineLine } from '@ringside/ui/Timeline';
import {
  CircleDollarSign,
  ListChecks,
  MessageSquareWarning,
  Package,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
} from 'lucide-react';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { stageName, queueName } from '../../reference.ts';
import { amount } from '../../wording/money-wording.ts';
import { clockTime, date, dayAndTime, dayText, duration } from '../../wording/time-wording.ts';
import {
  callOutcomeWords,
  feelingWords,
  taskKindWords,
  taskStateWords,
} from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';

type Entry<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;
type Payment = Entry<'payment'>;

/** What one line of the timeline says, by its kind. */
export function timelineLine(
  entry: TimelineEntry,
  reference: Reference,
  now: number,
  words: Words,
): TimelineLine {
  const base = {
    id: entryId(entry),
    dateTime: new Date(entry.at).toISOString(),
    when: whenText(entry.at, now, words),
  };
  switch (entry.kind) {
    case 'call':
      return { ...base, ...callLine(entry, reference, words) };
    case 'case':
      return { ...base, ...caseLine(entry, reference, words) };
    case 'task':
      return { ...base, ...taskLine(entry, now, words) };
    case 'order':
      return {
        ...base,
        icon: <Package aria-hidden />,
        words: words.t({ id: 'timeline.order' }, { what: entry.description, number: entry.orderId }),
        aside: amount(entry.amount, words.language),
      };
    case 'payment':
      return { ...base, ...paymentLine(entry, words) };
  }
}

export function entryId(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'call':
      return `call ${entry.callId}`;
    case 'case':
      return `case ${entry.case.caseId}`;
    case 'task':
      return `task ${entry.task.taskId}`;
    case 'order':
      return `order ${entry.orderId}`;
    case 'payment':
      return `payment ${entry.paymentId}`;
  }
}

function whenText(at: number, now: number, words: Words): string {
  const isNear = Math.abs(now - at) < 2 * 86_400_000;
  return isNear ? `${dayText(at, now, words)} ${clockTime(at, words)}` : dayText(at, now, words);
}

type Said = Omit<TimelineLine, 'id' | 'dateTime' | 'when'>;

function callLine(entry: Entry<'call'>, reference: Reference, words: Words): Said {
  const { t, language } = words;
  const who = entry.agentName ?? queueName(entry.queueId, reference, words);
  const isTalk = entry.outcome === 'handled';
  const disposition = entry.disposition
    ? nameOf(
        reference.dispositions,
        (item) => item.disposition === entry.disposition,
        entry.disposition,
        language,
      )
    : null;
  const title = isTalk
    ? t(entry.direction === 'inbound' ? { id: 'timeline.called' } : { id: 'timeline.weCalled' }, {
        length: duration(entry.talkMs, words),
      })
    : untalked(entry, words);
  return {
    icon: callIcon(entry),
    words: [title, who, disposition].filter(Boolean).join(' · '),
    ...(entry.note && { more: entry.note }),
    aside: entry.feeling ? t(feelingWords[entry.feeling]) : null,
  };
}

/** Who was told that a line is closed, or left its menu, waited for nobody. */
function untalked({ outcome, waitMs }: Entry<'call'>, words: Words): string {
  const word = words.t(callOutcomeWords[outcome]);
  if (outcome === 'closed' || outcome === 'leftMenu') return word;
  return words.t({ id: 'timeline.callFailed' }, { outcome: word, wait: duration(waitMs, words) });
}

function callIcon({ outcome, direction }: Entry<'call'>) {
  if (outcome !== 'handled') return <PhoneMissed aria-hidden />;
  return direction === 'inbound' ? <PhoneIncoming aria-hidden /> : <PhoneOutgoing aria-hidden />;
}

function caseLine({ case: opened }: Entry<'case'>, reference: Reference, words: Words): Said {
  return {
    icon: <MessageSquareWarning aria-hidden />,
    words: `${opened.reference} ${opened.title}`,
    aside: `${stageName(opened, reference, words)} · ${opened.ownerName}`,
  };
}

function taskLine({ task }: Entry<'task'>, now: number, words: Words): Said {
  const { t } = words;
  return {
    icon: <ListChecks aria-hidden />,
    words: `${t(taskKindWords[task.kind])} · ${task.title}`,
    aside: `${t(taskStateWords[task.state])} · ${dayAndTime(task.dueAt, now, words)}`,
  };
}

const paymentStates: Record<Payment['state'], Message> = defineMessages({
  onTime: { id: 'payment.onTime' },
  late: { id: 'payment.late' },
  open: { id: 'payment.open' },
  overdue: { id: 'payment.overdue' },
  disputed: { id: 'payment.disputed' },
});

function paymentLine(entry: Payment, words: Words): Said {
  const { t, language } = words;
  const isTrouble = entry.state === 'overdue' || entry.state === 'disputed';
  const values = {
    amount: amount(entry.amount, language),
    method: entry.method,
    due: date(entry.dueAt, words),
  };
  const isPaid = entry.state === 'onTime' || entry.state === 'late';
  return {
    icon: <CircleDollarSign aria-hidden />,
    words: isPaid ? t({ id: 'timeline.paid' }, values) : t({ id: 'timeline.bill' }, values),
    aside: `${isTrouble ? '▲ ' : ''}${t(paymentStates[entry.state])}`,
    ...(isTrouble && { tone: 'breach' as const }),
  };
}
