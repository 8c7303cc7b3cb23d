/** What a command's end means to whoever started it (BSD sysexits where there is one). */
export const exitCode = {
  ok: 0,
  failed: 1,
  /** EX_USAGE: the command line makes no sense */
  usage: 64,
  /** EX_UNAVAILABLE: a port, the data folder or another program is not available */
  unavailable: 69,
  /** EX_CONFIG: the configuration has faults */
  config: 78,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
