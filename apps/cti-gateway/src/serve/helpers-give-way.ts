import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** What V8 calls the threads on which it compiles and collects garbage beside the main one. */
const helperName = 'V8Worker';

/**
 * Far enough behind that the main thread is let in at once; where both want one core, a helper still has a quarter of it,
 * for the main thread waits for helpers when it collects garbage.
 */
const behindCalls = 5;

/**
 * V8 compiles for some milliseconds on threads of its own, and on a machine of two cores such a thread is given the core
 * on which a call is just being handled. They go behind it. Linux alone gives threads a priority each; elsewhere nothing
 * changes. Gives how many were put behind.
 */
export function helpersGiveWay(): number {
  if (process.platform !== 'linux') return 0;
  const priority = Math.min(getPriority() + behindCalls, constants.priority.PRIORITY_LOW);
  let put = 0;
  for (const thread of helperThreads()) {
    try {
      setPriority(thread, priority);
      put += 1;
    } catch {
      // a system that forbids it keeps its order
    }
  }
  return put;
}

/** Their numbers, which Linux takes wherever it takes a process's. */
function helperThreads(): readonly number[] {
  const tasks = '/proc/self/task';
  const isHelper = (thread: string): boolean => {
    try {
      return readFileSync(`${tasks}/${thread}/comm`, 'utf8').trim() === helperName;
    } catch {
      // ended meanwhile
      return false;
    }
  };
  try {
    return readdirSync(tasks).filter(isHelper).map(Number);
  } catch {
    return [];
  }
}
