import type { PathStep } from '@ringside/shared/protocol/call-path';
import type { Reference } from '@ringside/shared/protocol/reference';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { queueName } from '../../reference.ts';
import { managerReasonWords } from '../../wording/manager-reason-wording.ts';
import { clockTime, exactDuration } from '../../wording/time-wording.ts';
import { closedLine, overflowWords } from '../../wording/way-wording.ts';
import { callOutcomeWords, offerOutcomeWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';

type Step<Is extends PathStep['is']> = Extract<PathStep, { is: Is }>;

/** What one step of a call's path says. */
export function stepLine(step: PathStep, reference: Reference, words: Words): string {
  const { t, language } = words;
  switch (step.is) {
    case 'arrived': {
      const { hotlineId, dialled } = step;
      const line =
        hotlineId === null
          ? dialled
          : nameOf(reference.hotlines, (one) => one.hotlineId === hotlineId, dialled, language);
      return t({ id: 'path.arrived' }, { line });
    }
    case 'dialled':
      return t({ id: 'path.dialled' }, { agent: step.agentName });
    case 'refused':
      return t(refusedWords[step.why]);
    case 'closed':
      return closedText(step, words);
    case 'chosen':
      return t({ id: 'path.chosen' }, { key: step.key, name: step.name[language] });
    case 'keyedIn':
      return t(keyedWords[step.what][step.found ? 'found' : 'unknown']);
    case 'queued':
      return t({ id: 'path.queued' }, { queue: queueName(step.queueId, reference, words) ?? '' });
    case 'overflowed':
      return overflowLine(step, reference, words);
    case 'offered':
      return offerLine(step, words);
    case 'answered':
      return t(
        { id: 'path.answered' },
        { agent: step.agentName, waited: exactDuration(step.waitedMs, words) },
      );
    case 'returned':
      return t({ id: 'path.returned' }, { agent: step.agentName });
    case 'takenOver':
      return t({ id: 'path.takenOver' }, { by: step.byName, agent: step.agentName });
    case 'passedOn': {
      const queue = queueName(step.queueId, reference, words) ?? '';
      const reason = t(managerReasonWords[step.reason]);
      return t({ id: 'path.passedOn' }, { by: step.byName, queue, reason });
    }
    case 'promised':
      return t({ id: 'path.promised' }, { agent: step.agentName, time: clockTime(step.dueAt, words) });
    case 'moved': {
      const queue = queueName(step.queueId, reference, words) ?? '';
      return t({ id: 'path.moved' }, { by: step.byName, queue });
    }
    case 'prioritised':
      return t({ id: 'path.prioritised' }, { by: step.byName, points: step.points, reason: step.reason });
    case 'sentTo':
      return t({ id: 'path.sentTo' }, { by: step.byName, agent: step.agentName });
    case 'callback':
      return t(callbackWords[step.what]);
    case 'voicemail':
      return step.lengthMs === null
        ? t({ id: 'path.toVoicemail' })
        : t({ id: 'path.messageLeft' }, { length: exactDuration(step.lengthMs, words) });
    case 'ended':
      return t(
        { id: 'path.ended' },
        { outcome: t(callOutcomeWords[step.outcome]), by: t(endedByWords[step.by]) },
      );
  }
}

function offerLine({ agentName: agent, outcome }: Step<'offered'>, { t }: Words): string {
  return outcome === null
    ? t({ id: 'path.rings' }, { agent })
    : t({ id: 'path.offered' }, { agent, outcome: t(offerOutcomeWords[outcome]) });
}

function closedText({ by, told }: Step<'closed'>, words: Words): string {
  switch (by) {
    case 'emergency':
      return closedLine({ by, reason: told }, words);
    case 'holiday':
      return closedLine({ by, name: told }, words);
    case 'hours':
      return closedLine({ by }, words);
  }
}

function overflowLine(
  { from, why, to, queueId }: Step<'overflowed'>,
  reference: Reference,
  words: Words,
): string {
  const { t } = words;
  const place = to === 'queue' ? (queueName(queueId, reference, words) ?? '') : t(destinationWords[to]);
  const queue = queueName(from, reference, words) ?? '';
  return t({ id: 'path.overflowed' }, { from: queue, to: place, why: t(overflowWords[why]) });
}

const destinationWords: Record<Exclude<Step<'overflowed'>['to'], 'queue'>, Message> = defineMessages({
  voicemail: { id: 'path.to.voicemail' },
  callback: { id: 'path.to.callback' },
  goodbye: { id: 'path.to.goodbye' },
});
const refusedWords: Record<Step<'refused'>['why'], Message> = defineMessages({
  unknownNumber: { id: 'path.refused.unknownNumber' },
  busy: { id: 'path.refused.busy' },
  full: { id: 'path.refused.full' },
});
const keyedWords: Record<Step<'keyedIn'>['what'], Record<'found' | 'unknown', Message>> = {
  customerNumber: defineMessages({
    found: { id: 'way.keyed.customerNumber' },
    unknown: { id: 'way.unknown.customerNumber' },
  }),
  caseReference: defineMessages({
    found: { id: 'way.keyed.caseReference' },
    unknown: { id: 'way.unknown.caseReference' },
  }),
};
const callbackWords: Record<Step<'callback'>['what'], Message> = defineMessages({
  offered: { id: 'path.callback.offered' },
  agreed: { id: 'path.callback.agreed' },
  declined: { id: 'path.callback.declined' },
  planned: { id: 'path.callback.planned' },
  dialled: { id: 'path.callback.dialled' },
  unanswered: { id: 'path.callback.unanswered' },
});
const endedByWords: Record<Step<'ended'>['by'], Message> = defineMessages({
  caller: { id: 'path.endedBy.caller' },
  agent: { id: 'path.endedBy.agent' },
  gateway: { id: 'path.endedBy.gateway' },
});
