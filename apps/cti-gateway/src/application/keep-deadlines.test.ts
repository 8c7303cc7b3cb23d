import { days, minutes } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { openDeadlines } from './keep-deadlines.ts';

function opened() {
  const clock = createManualClock(1_000);
  const rung: string[] = [];
  const later = new Map<string, () => void>();
  const deadlines = openDeadlines({
    clock,
    meet: ({ key }) => {
      rung.push(`${key} at ${clock.now()}`);
      later.get(key)?.();
    },
  });
  return { clock, rung, later, deadlines };
}
const at = (key: string, moment: number) => ({ key, at: moment, body: null });

describe('times at which something is looked at again', () => {
  test('CLOCK-13 each rings once at its time, the soonest first, whatever order they came in', () => {
    const { clock, rung, deadlines } = opened();
    deadlines.take([at('c', 5_000), at('a', 2_000), at('b', 3_000)]);
    clock.advance(10_000);
    expect(rung).toEqual(['a at 2000', 'b at 3000', 'c at 5000']);
  });

  test('CLOCK-13 one that is eight weeks away rings then, and not when timers run over', () => {
    const { clock, rung, deadlines } = opened();
    deadlines.watch(at('statutory', 1_000 + days(56)));
    clock.advance(days(56) - 1);
    expect(rung).toEqual([]);
    clock.advance(1);
    expect(rung).toHaveLength(1);
  });

  test('CLOCK-13 what an earlier one moves or removes does not ring with it', () => {
    const { clock, rung, later, deadlines } = opened();
    deadlines.take([at('first', 2_000), at('gone', 2_000), at('later', 2_000)]);
    later.set('first', () => {
      deadlines.without('gone');
      deadlines.with(at('later', 9_000));
    });
    clock.advance(5_000);
    expect(rung).toEqual(['first at 2000']);
    clock.advance(5_000);
    expect(rung).toEqual(['first at 2000', 'later at 9000']);
  });

  test('CLOCK-13 of ten thousand that are due at once each rings, and in between others have their turn', () => {
    const { clock, rung, deadlines } = opened();
    deadlines.take(Array.from({ length: 10_000 }, (_, i) => at(`key ${i}`, 2_000)));
    let turns = 0;
    const inBetween = () => {
      turns += 1;
      if (rung.length < 10_000) clock.after(0, inBetween);
    };
    clock.after(1_000, inBetween);
    clock.advance(minutes(1));
    expect(rung).toHaveLength(10_000);
    expect(turns).toBeGreaterThan(10);
  });

  test('CLOCK-15 where the commit may be refused, the sooner of both times rings and the row says the new one', () => {
    const { clock, rung, deadlines } = opened();
    deadlines.take([at('clock', 3_000)]);
    expect(deadlines.moved(at('clock', 8_000))).toEqual([{ put: 'deadline', deadline: at('clock', 8_000) }]);
    clock.advance(3_000);
    expect(rung).toEqual(['clock at 3000']);
    deadlines.moved(at('clock', 8_000));
    expect(deadlines.moved({ key: 'clock', at: null, body: null })).toEqual([
      { put: 'deadlineGone', key: 'clock' },
    ]);
    clock.advance(10_000);
    expect(rung).toEqual(['clock at 3000', 'clock at 8000']);
  });
});
