import { describe, expect, test } from 'vitest';
import { calendars } from './calendars.ts';

describe('where calendars may be read from', () => {
  test('ABSENT-9 nowhere inside, unless the operator says so', () => {
    expect(calendars.parse(undefined)).toEqual({ allowedHosts: [] });
  });

  test.each(['cal.inside', 'calendar', '10.20.0.0/24', '10.20.0.5', 'fd00::/8', '::1'])(
    'ABSENT-9 %s is a name or a network',
    (place) => {
      expect(calendars.parse({ allowedHosts: [place] }).allowedHosts).toEqual([place]);
    },
  );

  test.each([
    '',
    'https://cal.inside',
    'cal.inside:8443',
    'cal.inside/dav',
    '10.20.0.0/33',
    '10.20.0',
    '*.inside',
  ])('ABSENT-9 %j is neither, and what to write is said', (place) => {
    const read = calendars.safeParse({ allowedHosts: [place] });
    expect(read.error?.issues[0]).toMatchObject({
      path: ['allowedHosts', 0],
      params: { remedy: expect.stringContaining('caldav.example.com') },
    });
  });
});
