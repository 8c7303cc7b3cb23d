import type { CaseView } from '@ringside/shared/protocol/case';
import { priorityTermWord } from './words-of-the-model.ts';
import type { Words } from './words.ts';

/** A priority with the terms it is the sum of, one a line. */
export function priorityExplained({ score, terms }: CaseView['priority'], { t }: Words): string {
  const lines = terms
    .filter(({ points }) => points !== 0)
    .map(({ term, points }) => {
      const word = priorityTermWord(term);
      return `${points > 0 ? '+' : '−'}${Math.abs(points)} ${word === null ? term : t(word)}`;
    });
  return [t({ id: 'priority.sum' }, { score }), ...lines].join('\n');
}
