import { expect, test } from 'vitest';
import { gatewayDoor } from './gateway-door.ts';

test('a page in Electron reaches sign-in, administration and files of cases, and nothing else of the gateway', () => {
  expect(gatewayDoor('/api/sign-in')?.longestBody).toBe(16_384);
  expect(gatewayDoor('/api/admin/v1/prompts/autumn')?.longestBody).toBeGreaterThan(5 * 1_024 * 1_024);
  expect(gatewayDoor('/api/cases/case-1/attachments')?.longestBody).toBe(20 * 1_024 * 1_024);
  expect(gatewayDoor('/api/cases/case-1/attachments/file-1')).not.toBeNull();
  for (const path of [
    '/api/cases/case-1',
    '/api/cases/case-1/attachments/file-1/more',
    '/metrics',
    '/health',
    '/api/admin',
    '/api/admin/v1',
    '/api/sign-in/more',
    '/index.html',
  ])
    expect(gatewayDoor(path)).toBeNull();
});
