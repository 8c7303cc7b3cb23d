import { defineConfig } from 'vitest/config';

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
          include: ['tests/{journeys,media}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
