import { readdirSync, readFileSync } from 'node:fs';

/** The processes in which the pages of this process's own browsers run (Linux): to stop them, as sleep does. */
export function renderers(ancestor: number): readonly number[] {
  const parents = new Map<number, number>();
  const pages: number[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      parents.set(pid, parentOf(pid));
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) pages.push(pid);
    } catch {
      // it ended meanwhile
    }
  }
  return pages.filter((pid) => descends(pid, ancestor, parents));
}

/** The fourth field of stat; the second, in brackets, may itself contain brackets and spaces. */
function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function descends(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}
