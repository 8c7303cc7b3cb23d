import type { Centre } from '../../domain/centre/centre.ts';
import type { ClockRule } from '../../domain/clock/case-clock.ts';
import type { Path } from '../source.ts';
import type { Finding } from './finding.ts';
import { finding, twice } from './finding.ts';

/** Rules for clocks of cases that could not be kept (CLOCK-5, CLOCK-6). */
export function checkClocks({ clocks, contracts }: Centre): Finding[] {
  return [
    ...twice(['centre', 'clocks'], clocks, 'rule'),
    ...twice(['centre', 'contracts'], contracts, 'contractId', 'contract'),
    ...clocks.flatMap((rule, i) => inRule(rule, ['centre', 'clocks', i])),
  ];
}

function inRule({ clock, time, target, warnBefore, escalation }: ClockRule, at: Path): Finding[] {
  const inLaw = clock === 'statutory' && time === 'business';
  return [
    ...(inLaw
      ? [
          finding(
            [...at, 'time'],
            time,
            'the law counts days on the calendar, whether or not anybody is at work',
            'Write time: calendar.',
            'statutoryByHours',
          ),
        ]
      : []),
    ...warnBefore.flatMap((before, j) =>
      before < target
        ? []
        : [
            finding(
              [...at, 'warnBeforeMinutes', j],
              String(before / 60_000),
              'the warning would come before the clock starts, so nobody would get it',
              `Write fewer minutes than the target of ${target / 60_000}.`,
              'warnsTooEarly',
            ),
          ],
    ),
    ...(escalation.length > 0
      ? []
      : [
          finding(
            [...at, 'escalation'],
            '[]',
            'nobody would be told that the deadline has passed',
            'Write at least one of: owner, supervisor, dutyManager.',
            'nobodyIsTold',
          ),
        ]),
  ];
}
