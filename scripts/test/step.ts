/** What a step of `npm test` came to. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** tests that did not run, by name: told, never hidden */
  readonly skipped: readonly string[];
  /** what to read when something failed */
  readonly told: string;
}

export interface Step {
  readonly name: string;
  readonly about: string;
  /** Debian packages and programs it can't do without */
  readonly needs: readonly Need[];
  run(): Promise<StepResult>;
}

/** A program that a step needs, and the Debian package that brings it. */
export interface Need {
  readonly program: string;
  readonly debian: string;
}

/** A check that says only yes or no counts as one test. */
export const oneCheck = (good: boolean, told: string): StepResult => ({
  passed: good ? 1 : 0,
  failed: good ? 0 : 1,
  skipped: [],
  told,
});

export const both = (one: StepResult, other: StepResult): StepResult => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: [...one.skipped, ...other.skipped],
  told: [one, other]
    .filter(({ failed }) => failed > 0)
    .map(({ told }) => told)
    .join('\n'),
});
