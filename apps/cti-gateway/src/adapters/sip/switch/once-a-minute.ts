import type { Instant } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';

/** More senders than anybody reads about in a minute. */
const MOST_NAMES = 1_000;

/** True the first time in a minute for each name: a flood must not become a flood in the log. */
export function onceAMinute(): (name: string, now: Instant) => boolean {
  let since: Instant = Number.NEGATIVE_INFINITY;
  const said = new Set<string>();
  return (name, now) => {
    if (now - since >= minutes(1)) {
      since = now;
      said.clear();
    }
    if (said.size >= MOST_NAMES || said.has(name)) return false;
    said.add(name);
    return true;
  };
}
