import type { Instant } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { TollLimits } from './trunk-settings.ts';

/** Attempts of the last minute and calls under way of one trunk. */
export interface TollUse {
  readonly attempts: readonly Instant[];
  readonly calls: number;
}

export const noTollUse: TollUse = { attempts: [], calls: 0 };

/** A stolen session must not run up a bill: only known beginnings of numbers, few at once, few a minute. */
export function attempt(
  use: TollUse,
  limits: TollLimits,
  call: { readonly number: string; readonly at: Instant },
): Result<TollUse, 'notAllowed' | 'full'> {
  if (!isDiallable(call.number)) return refuse('notAllowed');
  if (!limits.allowedPrefixes.some((prefix) => call.number.startsWith(prefix))) return refuse('notAllowed');
  // those of a time to come were made before the clock was set back
  const recent = use.attempts.filter((at) => at > call.at - minutes(1) && at <= call.at);
  if (use.calls >= limits.callsAtOnce || recent.length >= limits.attemptsPerMinute) return refuse('full');
  return ok({ attempts: [...recent, call.at], calls: use.calls + 1 });
}

export const ended = (use: TollUse): TollUse => ({ ...use, calls: Math.max(0, use.calls - 1) });

/** "+" and digits, or digits alone, at most 32: nothing that could be read as more than a number. */
function isDiallable(number: string): boolean {
  const digits = number.startsWith('+') ? number.slice(1) : number;
  if (digits === '' || digits.length > 32) return false;
  for (const digit of digits) if (digit < '0' || digit > '9') return false;
  return true;
}
