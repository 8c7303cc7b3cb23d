/** How many reloads a crashing page gets: three within a minute, then the agent is told instead of a loop. */
export function crashBudget(most = 3, withinMs = 60_000): (now: number) => boolean {
  let crashes: number[] = [];
  return (now) => {
    crashes = [...crashes.filter((at) => now - at < withinMs), now];
    return crashes.length <= most;
  };
}
