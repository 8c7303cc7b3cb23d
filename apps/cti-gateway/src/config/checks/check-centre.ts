import type { Centre } from '../../domain/centre/centre.ts';
import type { Queue } from '../../domain/centre/queue.ts';
import type { Path } from '../source.ts';
import { checkClocks } from './check-clocks.ts';
import { checkFlow } from './check-flow.ts';
import { checkRotas } from './check-rotas.ts';
import { checkWorkflows } from './check-workflows.ts';
import type { Finding, Sections } from './finding.ts';
import { finding, twice } from './finding.ts';
import { namesIn } from './names-in-centre.ts';

/** Names in the centre that lead nowhere or stand twice. */
export function checkCentre({ centre }: Sections): Finding[] {
  if (!centre) return [];
  const known = {
    queue: new Set<string>(centre.queues.map((q) => q.queueId)),
    hotline: new Set<string>(centre.hotlines.map((h) => h.hotlineId)),
    calendar: new Set<string>(centre.calendars.map((c) => c.calendarId)),
    cause: new Set<string>(centre.causes.map((c) => c.causeId)),
    rota: new Set<string>(centre.rotas.map((r) => r.rotaId)),
    family: new Set<string>(centre.jobFamilies.map((f) => f.familyId)),
    contract: new Set<string>(centre.contracts.map((c) => c.contractId)),
    category: new Set<string>(centre.categories.map((c) => c.category)),
    // a centre that lists no skills takes them as they are written
    skill: centre.skills.length === 0 ? null : new Set<string>(centre.skills.map((s) => s.skillId)),
  };
  const lost = namesIn(centre).flatMap(({ path, of, name, otherwise }) => {
    const names = known[of];
    if (names === null || names.has(name)) return [];
    const list = names.size === 0 ? `Add the ${of} first.` : `Write one of: ${[...names].join(', ')}.`;
    return [finding(['centre', ...path], name, `there is no such ${of}, ${otherwise}`, list, 'unknownName')];
  });
  return [
    ...lost,
    ...twice(['centre', 'skills'], centre.skills, 'skillId', 'skill'),
    ...twice(['centre', 'jobFamilies'], centre.jobFamilies, 'familyId', 'family'),
    ...twice(['centre', 'calendars'], centre.calendars, 'calendarId'),
    ...twice(['centre', 'hotlines'], centre.hotlines, 'hotlineId'),
    ...twice(['centre', 'queues'], centre.queues, 'queueId'),
    ...twice(['centre', 'notReadyReasons'], centre.notReadyReasons, 'reason'),
    ...twice(['centre', 'dispositions'], centre.dispositions, 'disposition'),
    ...twice(['centre', 'categories'], centre.categories, 'category'),
    ...twice(['centre', 'playbooks'], centre.playbooks, 'category'),
    ...twice(['centre', 'servicePoints'], centre.servicePoints, 'servicePointId', 'servicePoint'),
    ...twice(['centre', 'causes'], centre.causes, 'causeId', 'cause'),
    ...tooDeep(centre),
    ...twice(['centre', 'authority'], centre.authority, 'rule'),
    ...twice(['centre', 'budgets'], centre.budgets, 'budget'),
    ...twice(['centre', 'prompts'], centre.prompts, 'promptId'),
    ...numbersTwice(centre.hotlines),
    ...checkClocks(centre),
    ...checkFlow(centre),
    ...checkRotas(centre),
    ...checkWorkflows(centre),
    ...centre.queues.flatMap(wrapUpWithoutTime),
    ...centre.hotlines.flatMap(({ menu }, i) =>
      twice(['centre', 'hotlines', i, 'menu', 'choices'], menu?.choices ?? [], 'key'),
    ),
    ...centre.calendars.flatMap(({ exceptions }, i) =>
      twice(['centre', 'calendars', i, 'exceptions'], exceptions, 'date'),
    ),
  ];
}

function numbersTwice(hotlines: readonly { readonly numbers: readonly string[] }[]): Finding[] {
  const seen = new Set<string>();
  return hotlines.flatMap((hotline, i) =>
    hotline.numbers.flatMap((number, j) => {
      if (seen.has(number)) return [numberTaken(['centre', 'hotlines', i, 'numbers', j], number)];
      seen.add(number);
      return [];
    }),
  );
}

const numberTaken = (path: Path, number: string): Finding =>
  finding(
    path,
    number,
    'another hotline has this number already, so this one would never ring',
    'Leave it at one of them.',
    'numberTaken',
  );

/** WRAP-5: a mode that ends by itself needs a time in which to end. */
function wrapUpWithoutTime({ wrapUpMode, wrapUpFor }: Queue, i: number): Finding[] {
  const isTimed = wrapUpMode === 'timedOptional' || wrapUpMode === 'mandatoryTimed';
  if (!isTimed || wrapUpFor > 0) return [];
  const path = ['centre', 'queues', i, 'wrapUpForSeconds'];
  const why = `wrap-up that is ${wrapUpMode} ends by itself, and has no time to last`;
  return [finding(path, '0', why, 'Write a number of seconds, or wrapUpMode: none.')];
}

/** PREV-13: figures are told by a cause and what stands directly under it. */
function tooDeep({ causes }: Centre): Finding[] {
  const top = new Set(causes.filter(({ parent }) => parent === null).map(({ causeId }) => causeId));
  const known = new Set(causes.map(({ causeId }) => causeId));
  return causes.flatMap(({ parent }, i) =>
    parent === null || top.has(parent) || !known.has(parent)
      ? []
      : [
          finding(
            ['centre', 'causes', i, 'parent'],
            parent,
            'it stands under another cause itself, and causes have two levels',
            'Choose a cause that stands under none.',
          ),
        ],
  );
}
