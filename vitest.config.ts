import { defineConfig } from 'vitest/config';

/** What a test that failed among gateways, desks and telephones is told with: before its own hooks change how they stand. */
const failuresTold = {
  setupFiles: 'tests/support/tell-failures.ts',
  sequence: { hooks: 'list' },
} as const;

/** Journeys that load the machine, measure what is heard while it is loaded, or take its sound devices. */
const needsTheMachine = [
  'tests/journeys/{under-attack,a-page-that-freezes,ringer-and-headset,supervision}.test.ts',
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
          ...failuresTold,
          include: ['{apps,packages}/*/src/**/*.sip.test.ts', 'tests/wire/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['apps/desktop/src/**/*.spec.{ts,tsx}'],
          globalSetup: 'apps/desktop/src/renderer/testing/gallery-setup.ts',
          maxWorkers: 2,
          maxConcurrency: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          ...failuresTold,
          include: ['tests/journeys/**/*.test.ts'],
          exclude: needsTheMachine,
          // each mostly waits for people to talk; free-port.ts keeps their ports apart
          maxWorkers: 3,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'journeys-alone',
          ...failuresTold,
          include: ['tests/media/**/*.test.ts', ...needsTheMachine],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
