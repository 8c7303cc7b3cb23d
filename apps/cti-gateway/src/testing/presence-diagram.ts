import { presenceMoves } from '@ringside/shared/model/presence-transitions';

/** The table of presence as SPEC.md draws it: one line for each pair of states, with the moves that lead from one to the other. */
export function presenceDiagram(): string {
  const lines = Object.entries(presenceMoves).flatMap(([from, row]) => {
    const moves = new Map<string, string[]>();
    for (const [move, leadsTo] of Object.entries<readonly string[]>(row)) {
      for (const to of leadsTo) moves.set(to, [...(moves.get(to) ?? []), move]);
    }
    return [...moves].map(([to, names]) => `  ${from} --> ${to}: ${names.join(', ')}`);
  });
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> signedOut', ...lines, '```'].join('\n');
}
