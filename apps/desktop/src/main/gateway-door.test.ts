import { expect, test } from 'vitest';
import { gatewayDoor } from './gateway-door.ts';

test('a page in Electron reaches sign-in and administration, and nothing else of the gateway', () => {
  expect(gatewayDoor('/api/sign-in')?.longestBody).toBe(16_384);
  expect(gatewayDoor('/api/admin/v1/prompts/autumn')?.longestBody).toBeGreaterThan(5 * 1_024 * 1_024);
  for (const path of [
    '/metrics',
    '/health',
    '/api/admin',
    '/api/admin/v1',
    '/api/sign-in/more',
    '/index.html',
  ])
    expect(gatewayDoor(path)).toBeNull();
});
