import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReplayWindow } from './replay-window.ts';

test('The replay window takes each index once, and none that is 64 or more behind the highest', () => {
  const steps = fc.array(fc.integer({ min: -80, max: 80 }), { maxLength: 300 });
  fc.assert(
    fc.property(steps, (moves) => {
      const window = new ReplayWindow();
      const seen = new Set<number>();
      let [index, highest] = [1_000, -1];
      for (const move of moves) {
        index = Math.max(0, index + move);
        const expected = highest < 0 || (index > highest - 64 && !seen.has(index));
        expect(window.allows(index)).toBe(expected);
        if (!expected) continue;
        window.accept(index);
        seen.add(index);
        highest = Math.max(highest, index);
      }
    }),
  );
});
