import { defineConfig } from 'vitest/config';

/** Journeys that load the machine, measure what is heard while it is loaded, or take its sound devices. */
const needsTheMachine = [
  'tests/journeys/{under-attack,a-page-that-freezes,a-call-survives,draining,ringer-and-headset,supervision}.test.ts',
];

/** The groups of `npm test` that vitest runs; a file's name or folder says what its tests need (CONTRIBUTING.md). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{apps,packages}/*/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/{contracts,support,bench}/**/*.test.ts',
          ],
          exclude: ['**/*.sip.test.ts', '**/*.pg.test.ts'],
        },
      },
      {
        test: {
          name: 'wire',
          include: ['{apps,packages}/*/src/**/*.sip.test.ts', 'tests/wire/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['apps/desktop/src/**/*.spec.{ts,tsx}'],
          maxWorkers: 2,
          maxConcurrency: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          exclude: needsTheMachine,
          // each mostly waits for people to talk; free-port.ts keeps their ports apart
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys-alone',
          include: ['tests/media/**/*.test.ts', ...needsTheMachine],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
