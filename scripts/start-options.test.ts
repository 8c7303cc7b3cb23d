import { expect, test } from 'vitest';
import { readStartOptions } from './start-options.ts';

test('the demo with a desktop starts when nothing else is said', () => {
  expect(readStartOptions([], {})).toEqual({ desktop: true, config: null, help: false });
});

test('an own configuration is named by option or by environment', () => {
  expect(readStartOptions(['--config', 'a.yaml'], { RINGSIDE_CONFIG: 'b.yaml' }).config).toBe('a.yaml');
  expect(readStartOptions(['--no-desktop'], { RINGSIDE_CONFIG: 'b.yaml' })).toMatchObject({
    desktop: false,
    config: 'b.yaml',
  });
});

test('what is not understood is said, with what there is', () => {
  expect(() => readStartOptions(['--headless'], {})).toThrow(/'--headless'[\s\S]*--no-desktop/);
});
