/** One thing in the configuration that keeps the gateway from working, told so that a person can mend it. */
export interface Fault {
  /** where it stands: "sip.listeners[1].port", or the environment variable that set it */
  readonly setting: string;
  /** what stands there, as written; null where nothing does. Secrets are never put here. */
  readonly value: string | null;
  /** why that can't work; continues the sentence "X is Y; …" */
  readonly why: string;
  /** what to do, a sentence */
  readonly remedy: string;
  /** line of the configuration file, from 1 */
  readonly line: number | null;
}

/** "http.port (line 4) is 80000; ports end at 65535, so the gateway cannot listen. Set it between 1 and 65535." */
export function sentence(fault: Fault): string {
  const where = fault.line === null ? fault.setting : `${fault.setting} (line ${fault.line})`;
  const state = fault.value === null ? 'is not set' : `is ${fault.value}`;
  return `${where} ${state}; ${fault.why}. ${fault.remedy}`;
}

const LONGEST_SHOWN = 80;

/** A value as a person wrote it, short enough for one line. */
export function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (value === '') return 'empty';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
