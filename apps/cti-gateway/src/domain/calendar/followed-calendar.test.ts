import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FollowedCalendar } from './followed-calendar.ts';
import {
  calendarAddress,
  couldNotBeRead,
  hostOfCalendar,
  knownState,
  nextReading,
  wasRead,
} from './followed-calendar.ts';

const now = Date.UTC(2026, 10, 21, 2);
const maxs: FollowedCalendar = {
  agentId: asId('max'),
  address: 'https://calendar.example.com/secret/basic.ics',
  etag: '"1"',
  readWholeAt: now,
  lastReadAt: now,
  failing: null,
  version: 1,
};

const addresses = fc
  .tuple(
    fc.constantFrom('https', 'http', 'webcal', 'HTTPS', 'ftp', 'data', ''),
    fc.constantFrom('', 'max@', 'max:pw@', ':@', '@', '%40@'),
    fc.constantFrom('example.com', '127.0.0.1', '[::1]', 'a b', '例え.jp', '', '1'),
    fc.constantFrom('', ':443', ':0', ':99999', ':x'),
    fc.string(),
  )
  .map(([scheme, who, host, port, path]) => `${scheme}://${who}${host}${port}/${path}`);

describe('the address of a calendar', () => {
  test.each([
    [' https://calendar.google.com/calendar/ical/x%40y/private-1/basic.ics\n', 'calendar.google.com'],
    ['webcal://p01-caldav.icloud.com/published/2/ABC', 'p01-caldav.icloud.com'],
    ['WEBCAL://example.com/a.ics', 'example.com'],
    ['https://cloud.example.org:8443/remote.php/dav/public-calendars/x?export', 'cloud.example.org'],
  ])('ABSENT-7 Max pastes %j', (pasted, host) => {
    const address = calendarAddress(pasted);
    expect(address).toMatch(/^https:/);
    expect(hostOfCalendar(address ?? '')).toBe(host);
  });

  test.each([
    '',
    'calendar.google.com/basic.ics',
    'http://calendar.google.com/basic.ics',
    'ftp://calendar.google.com/basic.ics',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://max:secret@calendar.google.com/basic.ics',
    'https://max@calendar.google.com/basic.ics',
    'https://',
    'https://a:99999/',
  ])('ABSENT-9 no calendar is read at %j', (pasted) => {
    expect(calendarAddress(pasted)).toBeNull();
  });

  test('ABSENT-9 what is taken is https, without a name and a password, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(addresses, fc.string()), (pasted) => {
        const address = calendarAddress(pasted);
        if (address === null) return;
        const { protocol, username, password, hash } = new URL(address);
        expect([protocol, username, password, hash]).toEqual(['https:', '', '', '']);
        expect(calendarAddress(address)).toBe(address);
      }),
    );
  });
});

describe('when a calendar is read', () => {
  test('ABSENT-7 steadily an hour after it was read, at a minute of its own', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (minute) => {
        const first = nextReading(now, 0, minute);
        expect(first - now).toBeGreaterThanOrEqual(minutes(30));
        expect(first - now).toBeLessThan(minutes(90));
        expect(nextReading(first + minutes(1), 0, minute)).toBe(first + hours(1));
      }),
    );
  });

  test('ABSENT-8 after failures it waits longer and longer, up to a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 60].map((times) => (nextReading(now, times, 0) - now) / hours(1));
    // half an hour sooner at most, then at its minute
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
  });

  test('ABSENT-8 since when it fails is since the first time, and one reading ends it', () => {
    const once = couldNotBeRead(maxs, 'notNow', now + hours(1));
    const twice = couldNotBeRead(once, 'notValid', now + hours(2));
    expect(twice.failing).toEqual({ since: now + hours(1), times: 2, fault: 'notValid' });
    expect(twice).toMatchObject({ lastReadAt: now, version: 3 });
    const read = wasRead(twice, { etag: null, isWhole: true }, now + hours(4));
    expect(read).toMatchObject({ failing: null, lastReadAt: now + hours(4), version: 4 });
  });

  test('ABSENT-13 its server is told what is known, but once a day it is read whole', () => {
    const later = wasRead(maxs, { etag: maxs.etag, isWhole: false }, now + hours(23));
    expect(knownState(later, now + hours(23))).toBe('"1"');
    expect(knownState(later, now + days(1))).toBeNull();
  });
});
