import type { Centre } from '../../domain/centre/centre.ts';
import type { Hotline } from '../../domain/centre/hotline.ts';
import type { Destination, Queue, SkillNeed } from '../../domain/centre/queue.ts';
import type { Rota } from '../../domain/rota/rota.ts';
import type { ClockRule } from '../../domain/clock/case-clock.ts';
import type { Path } from '../source.ts';

/** A name written in one place that means something defined in another. */
export interface NameUsed {
  /** from the centre's root */
  readonly path: Path;
  readonly of:
    | 'queue'
    | 'hotline'
    | 'calendar'
    | 'skill'
    | 'category'
    | 'cause'
    | 'contract'
    | 'rota'
    | 'family';
  readonly name: string;
  /** what would come of it if there were none */
  readonly otherwise: string;
}

const nobody = 'so its callers would reach nobody';
const never = 'so the hours could not be kept';
const unfit = 'so nobody could have it';

/** Every name that leads from one part of the centre to another. */
export function namesIn(centre: Centre): readonly NameUsed[] {
  return [
    ...centre.hotlines.flatMap((hotline, i) => inHotline(hotline, ['hotlines', i])),
    ...centre.queues.flatMap((queue, i) => inQueue(queue, ['queues', i])),
    ...centre.jobFamilies.flatMap(({ skills }, i) => inSkills(skills, ['jobFamilies', i, 'skills'])),
    ...centre.authority.flatMap(({ causes }, i) =>
      causes.map((name, j): NameUsed => ({
        path: ['authority', i, 'causes', j],
        of: 'cause',
        name,
        otherwise: 'so nothing could be given by this rule',
      })),
    ),
    ...centre.budgets.flatMap(({ causeId }, i): NameUsed[] =>
      causeId === null
        ? []
        : [
            {
              path: ['budgets', i, 'cause'],
              of: 'cause',
              name: causeId,
              otherwise: 'so nothing would ever be counted against it',
            },
          ],
    ),
    ...centre.rotas.flatMap((rota, i) => inRota(rota, ['rotas', i])),
    ...centre.clocks.flatMap((rule, i) => inClock(rule, ['clocks', i])),
    ...centre.causes.flatMap(({ parent }, i): NameUsed[] =>
      parent === null
        ? []
        : [
            {
              path: ['causes', i, 'parent'],
              of: 'cause',
              name: parent,
              otherwise: 'so it would belong nowhere',
            },
          ],
    ),
    ...centre.categories.flatMap(({ parent }, i): NameUsed[] =>
      parent === null
        ? []
        : [
            {
              path: ['categories', i, 'parent'],
              of: 'category',
              name: parent,
              otherwise: 'so it would belong nowhere',
            },
          ],
    ),
  ];
}

function inClock({ calendarId, contracts }: ClockRule, at: Path): NameUsed[] {
  return [
    ...inCalendar(calendarId, at),
    ...contracts.map((name, j): NameUsed => ({
      path: [...at, 'contracts', j],
      of: 'contract',
      name,
      otherwise: 'so no case would have this deadline',
    })),
  ];
}

function inHotline(hotline: Hotline, at: Path): NameUsed[] {
  const queue = (path: Path, name: string): NameUsed => ({
    path: [...at, ...path],
    of: 'queue',
    name,
    otherwise: nobody,
  });
  const { menu } = hotline;
  const inMenu = menu === null ? [] : [queue(['menu', 'otherwise'], menu.otherwise)];
  const inChoices = (menu?.choices ?? []).flatMap(({ to }, j) =>
    to.to === 'queue' || to.to === 'keyIn'
      ? [queue(['menu', 'choices', j, 'to', 'queueId'], to.queueId)]
      : [],
  );
  return [
    queue(['queueId'], hotline.queueId),
    ...inCalendar(hotline.calendarId, at),
    ...inDestination(hotline.whenClosed.to, [...at, 'whenClosed', 'to']),
    ...inMenu,
    ...inChoices,
  ];
}

function inQueue(queue: Queue, at: Path): NameUsed[] {
  return [
    ...inSkills(queue.skills, [...at, 'skills']),
    ...queue.preferredSkills.map((name, j): NameUsed => ({
      path: [...at, 'preferredSkills', j],
      of: 'skill',
      name,
      otherwise: unfit,
    })),
    ...queue.rings.flatMap(({ skills }, j) => inSkills(skills, [...at, 'rings', j, 'skills'])),
    ...Object.keys(queue.priority.hotlines).map((name): NameUsed => ({
      path: [...at, 'priority', 'hotlines', name],
      of: 'hotline',
      name,
      otherwise: 'so nobody would get these points',
    })),
    ...queue.overflow.flatMap(({ to }, j) => inDestination(to, [...at, 'overflow', j, 'to'])),
    ...inCalendar(queue.calendarId, at),
    ...(queue.rotaId === null
      ? []
      : [{ path: [...at, 'rotaId'], of: 'rota', name: queue.rotaId, otherwise: nobody } as const]),
  ];
}

function inRota({ calendarId, limits }: Rota, at: Path): NameUsed[] {
  return [
    ...inCalendar(calendarId, at),
    ...limits.flatMap(({ who }, j): NameUsed[] =>
      who.of === 'family'
        ? [
            {
              path: [...at, 'limits', j, 'who', 'family'],
              of: 'family',
              name: who.familyId,
              otherwise: 'so the limit would be nobody’s',
            },
          ]
        : [],
    ),
  ];
}

const inSkills = (needs: readonly SkillNeed[], at: Path): NameUsed[] =>
  needs.map(({ skillId }, j) => ({ path: [...at, j], of: 'skill', name: skillId, otherwise: unfit }));

const inCalendar = (calendarId: string | null, at: Path): NameUsed[] =>
  calendarId === null
    ? []
    : [{ path: [...at, 'calendarId'], of: 'calendar', name: calendarId, otherwise: never }];

const inDestination = (to: Destination, at: Path): NameUsed[] =>
  to.to === 'queue' ? [{ path: [...at, 'queueId'], of: 'queue', name: to.queueId, otherwise: nobody }] : [];
