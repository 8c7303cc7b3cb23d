import type { Path } from '../source.ts';
import type { Finding, Sections } from './finding.ts';
import { finding, twice } from './finding.ts';

/** Names in the centre that lead nowhere or stand twice. */
export function checkCentre({ centre }: Sections): Finding[] {
  if (!centre) return [];
  const queues = new Set<string>(centre.queues.map((q) => q.queueId));
  const categories = new Set(centre.categories.map((c) => c.category));
  const lost = centre.hotlines.flatMap((hotline, i) =>
    queues.has(hotline.queueId)
      ? []
      : [
          finding(
            ['centre', 'hotlines', i, 'queueId'],
            hotline.queueId,
            'there is no such queue, so its callers would reach nobody',
            `Write one of: ${[...queues].join(', ')}.`,
          ),
        ],
  );
  const orphans = centre.categories.flatMap((category, i) =>
    category.parent === null || categories.has(category.parent)
      ? []
      : [
          finding(
            ['centre', 'categories', i, 'parent'],
            category.parent,
            'there is no such category to belong to',
            'Name one of the list, or null.',
          ),
        ],
  );
  return [
    ...lost,
    ...orphans,
    ...twice(['centre', 'hotlines'], centre.hotlines, 'hotlineId'),
    ...twice(['centre', 'queues'], centre.queues, 'queueId'),
    ...twice(['centre', 'notReadyReasons'], centre.notReadyReasons, 'reason'),
    ...twice(['centre', 'dispositions'], centre.dispositions, 'disposition'),
    ...twice(['centre', 'categories'], centre.categories, 'category'),
    ...numbersTwice(centre.hotlines),
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
  );
