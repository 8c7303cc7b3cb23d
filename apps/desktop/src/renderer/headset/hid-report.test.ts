import { expect, test } from 'vitest';
import { pressOf } from './headset-press.ts';
import { fieldsOf, reportsFor, usage, usagesOn } from './hid-report.ts';

const view = (...bytes: number[]) => new DataView(Uint8Array.from(bytes).buffer);

test('a button that is told by number in an array is found', () => {
  const fields = fieldsOf([
    {
      reportId: 1,
      items: [
        {
          isArray: true,
          isRange: true,
          usageMinimum: 0x0b0020,
          usageMaximum: 0x0b002f,
          logicalMinimum: 1,
          reportSize: 8,
          reportCount: 2,
        },
      ],
    },
  ]);
  expect([...usagesOn(fields, 1, view(0, 16))]).toEqual([usage.phoneMute]);
  expect([...usagesOn(fields, 1, view(1, 0))]).toEqual([usage.hookSwitch]);
  expect([...usagesOn(fields, 1, view())]).toEqual([]);
});

test('bits are counted through the padding between them', () => {
  const fields = fieldsOf([
    {
      reportId: 2,
      items: [
        { usages: [], reportSize: 9, reportCount: 1 },
        { usages: [usage.ledMute], reportSize: 1, reportCount: 1 },
      ],
    },
  ]);
  expect(reportsFor(fields, new Set([usage.ledMute]))).toEqual([{ reportId: 2, data: Uint8Array.of(0, 2) }]);
});

test('a device that claims a range without end costs nothing', () => {
  const fields = fieldsOf([
    {
      reportId: 1,
      items: [{ isRange: true, usageMinimum: 0, usageMaximum: 2 ** 31, reportSize: 1, reportCount: 1 }],
    },
  ]);
  expect(fields).toEqual([]);
});

test('a hook that only tells its presses answers with one and ends with the next', () => {
  const press = (on: boolean) => ({ usage: usage.hookSwitch, on, absolute: false }) as const;
  const [ringing, talking] = [
    { call: 'ringing', muted: false, held: false },
    { call: 'talking', muted: false, held: false },
  ] as const;
  expect(pressOf(press(true), ringing)).toBe('answer');
  expect(pressOf(press(false), talking)).toBeNull();
  expect(pressOf(press(true), talking)).toBe('end');
});

test('a mute switch with a position asks only when it differs from what the software shows', () => {
  const at = (on: boolean) => ({ usage: usage.phoneMute, on, absolute: true }) as const;
  expect(pressOf(at(true), { call: 'talking', muted: true, held: false })).toBeNull();
  expect(pressOf(at(true), { call: 'talking', muted: false, held: false })).toBe('mute');
});
