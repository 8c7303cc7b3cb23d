import type { RoutingReasonView } from '@ringside/shared/protocol/call-path';
import type { Reference } from '@ringside/shared/protocol/reference';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { exactDuration, exactTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';

type Reason = RoutingReasonView;
type Preferred = NonNullable<Reason['preferred']>;

/** How the agent was chosen, what was needed, and what became of the one whom the caller should rather have had. */
export function whyThisAgent(why: Reason, agent: string, reference: Reference, words: Words): string[] {
  const lines = [chosenLine(why, agent, words)];
  if (why.needed.length > 0) lines.push(neededLine(why, reference, words));
  const missed = why.preferred === null ? null : missedLine(why.preferred, words);
  return missed === null ? lines : [...lines, missed];
}

function chosenLine(
  { chosen, fitted, ready, idleFor, preferred }: Reason,
  agent: string,
  words: Words,
): string {
  const { t } = words;
  switch (chosen) {
    case 'onlyOne':
      return t({ id: 'why.onlyOne' }, { agent, ready });
    case 'longestIdle':
      return t({ id: 'why.longestIdle' }, { agent, fitted, idle: exactDuration(idleFor, words) });
    case 'preferredSkills':
      return t({ id: 'why.preferredSkills' }, { agent, fitted });
    case 'preferredAgent':
      return preferred?.who === 'owner'
        ? t({ id: 'why.owner' }, { agent })
        : t({ id: 'why.lastAgent' }, { agent });
    case 'named':
      return t({ id: 'why.named' }, { agent });
    case 'lastResort':
      return t({ id: 'why.lastResort' }, { agent });
  }
}

function neededLine({ needed, ring }: Reason, { skills }: Reference, { t, language }: Words): string {
  const named = needed.map(({ skillId, level }) => {
    const skill = nameOf(skills, (one) => one.skillId === skillId, skillId, language);
    return level > 1 ? t({ id: 'why.skillLevel' }, { skill, level }) : skill;
  });
  const list = named.join(t({ id: 'why.and' }));
  return ring === 0 ? t({ id: 'why.needed' }, { list }) : t({ id: 'why.neededInRing' }, { list, ring });
}

const missedWords: Record<Exclude<Preferred['outcome'], 'taken'>, Message> = defineMessages({
  notReady: { id: 'why.preferredNotReady' },
  lacksSkills: { id: 'why.preferredLacksSkills' },
  passedOver: { id: 'why.preferredPassedOver' },
  notInTime: { id: 'why.preferredNotInTime' },
});

function missedLine({ agentName, outcome }: Preferred, { t }: Words): string | null {
  return outcome === 'taken' ? null : t(missedWords[outcome], { agent: agentName });
}

/** The place in line, and what it was made of. */
export function whyNow(why: Reason, words: Words): string[] {
  const { t } = words;
  const waited = exactDuration(why.waited, words);
  const lines = [t({ id: 'why.place' }, { place: why.place, inLine: why.inLine, waited })];
  if (why.points.terms.length > 0) lines.push(pointsLine(why, words));
  if (why.guarantee === 'reached') lines.push(t({ id: 'why.guaranteeReached' }));
  if (why.guarantee === 'decided') lines.push(t({ id: 'why.guaranteeDecided' }));
  return lines;
}

const termWords: Record<Reason['points']['terms'][number]['for'], Message> = defineMessages({
  tier: { id: 'why.term.tier' },
  unknown: { id: 'why.term.unknown' },
  hotline: { id: 'why.term.hotline' },
  openComplaint: { id: 'why.term.openComplaint' },
  abandonedBefore: { id: 'why.term.abandonedBefore' },
  supervisor: { id: 'why.term.supervisor' },
});

function pointsLine({ points, effectiveWait }: Reason, words: Words): string {
  const { t } = words;
  const terms = points.terms.map((term) =>
    t({ id: 'why.term' }, { what: t(termWords[term.for]), points: signed(term.points) }),
  );
  return t(
    { id: 'why.points' },
    {
      terms: terms.join(t({ id: 'why.and' })),
      points: signed(points.total),
      effective: exactDuration(Math.max(0, effectiveWait), words),
    },
  );
}

const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

/** What stood in the way until then. */
export function whyNotEarlier({ notEarlier, servedMeanwhile, preferred }: Reason, words: Words): string[] {
  const { t } = words;
  const lines = [obstacleLine(notEarlier, preferred, words)];
  if (servedMeanwhile !== null && servedMeanwhile > 0)
    lines.push(t({ id: 'why.servedMeanwhile' }, { count: servedMeanwhile }));
  return lines;
}

function obstacleLine(obstacle: Reason['notEarlier'], preferred: Reason['preferred'], words: Words): string {
  const { t } = words;
  switch (obstacle.why) {
    case 'atOnce':
      return t({ id: 'why.atOnce' });
    case 'offeredBefore':
      return t({ id: 'why.offeredBefore' });
    case 'nobodyFree':
      return t({ id: 'why.nobodyFree' }, { until: exactTime(obstacle.until, words) });
    case 'ring':
      return t({ id: 'why.ringOpened' }, { until: exactTime(obstacle.until, words) });
    case 'preferredAgent':
      return t(
        { id: 'why.keptFor' },
        { until: exactTime(obstacle.until, words), agent: preferred?.agentName ?? '' },
      );
  }
}
