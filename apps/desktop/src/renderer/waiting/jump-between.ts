/** Between two looks at the clock, in milliseconds. */
export const lookEvery = 2_000;

/** More than this between two looks, and the machine stood still: longer than any load delays a worker. */
const stoodStill = 15_000;

/** Whether the machine slept between two looks at the clock. A clock that was set back tells nothing. */
export const isJump = (before: number, now: number): boolean => now - before > stoodStill;
