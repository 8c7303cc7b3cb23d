import type { CallId } from '@ringside/shared/model/ids';
import type { Deadline } from '../ports/store.ts';
import type { TellDeadline } from './announce-waiting.ts';
import { tellCaller } from './announce-waiting.ts';
import type { CallDeadline } from './call-deadline.ts';
import type { SilenceDeadline } from './choose-callback.ts';
import { nothingPressed } from './choose-callback.ts';
import type { CompensationDeadline } from './compensation/decision-clock.ts';
import { decisionIsDue } from './compensation/decision-clock.ts';
import { guidedIsDue } from './hear-guided.ts';
import type { LegDeadline } from './keep-caller.ts';
import { letterIsDue } from './letters/attempt-letter.ts';
import type { LetterDeadline } from './letters/letter-deadline.ts';
import { noticeIsDue } from './notices/attempt-notice.ts';
import type { NoticeDeadline } from './notices/notice-deadline.ts';
import { offerLegAgain } from './keep-caller.ts';
import type { Parts } from './parts.ts';
import type { ClockDeadline } from './clocks/clock-deadline.ts';
import type { RanksDeadline } from './work-list/keep-ranks.ts';
import { follow } from './record-events.ts';
import type { DutyDeadline } from './rota/keep-duty.ts';
import type { RecordingsDeadline } from './recordings.ts';
import { watchRecordings } from './recordings.ts';
import { beginMessage } from './voicemail.ts';
import type { RoutingDeadline } from './route-waiting-calls.ts';
import { lookAtDueTask } from './tasks/look-at-due-task.ts';
import type { TaskDeadline } from './tasks/watch-tasks.ts';
import { watchTasks } from './tasks/watch-tasks.ts';
import type { CalendarDeadline } from './rota/calendar-deadline.ts';
import { calendarIsDue } from './rota/read-calendar.ts';
import type { SwapDeadline } from './rota/swap-deadline.ts';
import { swapIsDue } from './rota/swap-deadline.ts';
import type { RotaNoticesDeadline } from './rota/watch-notices.ts';
import { watchRotaNotices } from './rota/watch-notices.ts';
import type { OverflowDeadline } from './overflow-waiting.ts';
import { lookForOverflow } from './overflow-waiting.ts';
import type { PeopleDeadline } from './watch-people.ts';
import { lookAtPeople } from './watch-people.ts';
import type { ReachDeadline } from './watch-reach.ts';
import { lookAtReach } from './watch-reach.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

type Body =
  | ClockDeadline
  | RanksDeadline
  | LetterDeadline
  | NoticeDeadline
  | OverflowDeadline
  | TellDeadline
  | SilenceDeadline
  | RecordingsDeadline
  | CalendarDeadline
  | CallDeadline
  | CompensationDeadline
  | DutyDeadline
  | LegDeadline
  | PeopleDeadline
  | ReachDeadline
  | RotaNoticesDeadline
  | RoutingDeadline
  | SwapDeadline
  | TaskDeadline;

/** The table of deadlines: what is looked at, and what follows if nothing has happened in between. */
export function meetDeadline(parts: Parts, deadline: Deadline): void {
  const body = deadline.body as Body;
  switch (body.look) {
    case 'call':
      callIsDue(parts, body.callId, deadline.key);
      return;
    case 'calendar':
      return calendarIsDue(parts, body.agentId);
    case 'compensation':
      return decisionIsDue(parts, body);
    case 'duty':
      return parts.duty.due(body);
    case 'leg': {
      const live = parts.floor.calls.get(body.callId);
      if (live) offerLegAgain(parts, live);
      return;
    }
    case 'letter':
      return letterIsDue(parts, body.letterId);
    case 'notice':
      return noticeIsDue(parts, body.noticeId);
    case 'routing':
      return parts.route();
    case 'tell':
      return tellCaller(parts, body.callId);
    case 'silence':
      return nothingPressed(parts, body.callId);
    case 'recordings':
      return watchRecordings(parts);
    case 'swap':
      return swapIsDue(parts, body.swapId);
    case 'rotaNotices':
      return watchRotaNotices(parts);
    case 'overflow':
      return lookForOverflow(parts);
    case 'task':
      return lookAtDueTask(parts, body.taskId);
    case 'soonTasks':
      return watchTasks(parts);
    case 'clock':
      return parts.clocks.due(body.caseId);
    case 'ranks':
      return parts.ranks.look();
    case 'people':
      return lookAtPeople(parts);
    case 'reach':
      lookAtReach(parts, body.agentId);
      return;
  }
}

function callIsDue(parts: Parts, callId: CallId, key: string): void {
  const live = parts.floor.calls.get(callId);
  if (!live) {
    for (const change of parts.deadlines.without(key)) parts.journal.writeSoon(change);
    return;
  }
  const { call } = live;
  const wrapUp = wrapUpRule(parts, live);
  switch (call.state) {
    case 'guided':
      return guidedIsDue(parts, live);
    case 'offered':
      return follow(parts, live, { do: 'returnOffer', offerId: call.offerId, outcome: 'notAnswered' });
    case 'dialling':
    case 'ringingBack':
      return follow(parts, live, { do: 'dialFails', outcome: 'noAnswer', wrapUp });
    case 'planned':
      return follow(parts, live, { do: 'callbackDue' });
    case 'queued':
      if (call.sentTo !== null && call.sentTo.until <= parts.clock.now())
        return follow(parts, live, { do: 'sendNoLonger' });
      return follow(parts, live, { do: 'giveUpCallback' });
    case 'turnComing':
      return follow(parts, live, { do: 'giveUpCallback' });
    case 'leavingMessage':
      return call.step === 'greeting'
        ? beginMessage(parts, live)
        : follow(parts, live, { do: 'refuseMessage', why: 'failed' });
    case 'parting':
      return follow(parts, live, { do: 'part' });
    case 'reconnecting':
      return follow(parts, live, { do: 'giveUpReconnecting', wrapUp });
    case 'wrapUp':
      return follow(parts, live, {
        do: 'endWrapUp',
        by: 'deadline',
        dispositionNeeded: wrapUp.dispositionNeeded,
      });
    default:
      return;
  }
}
