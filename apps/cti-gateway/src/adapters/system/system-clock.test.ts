import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { after, steadyClock, systemClock } from './system-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const counted = () => {
  const calls = { count: 0 };
  return { calls, call: () => void (calls.count += 1) };
};

describe('the steady clock', () => {
  it('goes on when somebody sets the wall clock back an hour in the night', () => {
    const before = { wall: systemClock.now(), steady: steadyClock.now() };
    vi.setSystemTime(before.wall - 3_600_000);
    vi.advanceTimersByTime(1_000);
    expect(systemClock.now()).toBeLessThan(before.wall);
    expect(steadyClock.now() - before.steady).toBe(1_000);
  });
});

describe('the system clock', () => {
  it('calls once when the wait is over and not before', () => {
    const { calls, call } = counted();
    systemClock.after(1_000, call);
    vi.advanceTimersByTime(998);
    expect(calls.count).toBe(0);
    vi.advanceTimersByTime(5_000);
    expect(calls.count).toBe(1);
  });

  it('keeps a wait longer than 2^31 ms, which a single timer would end at once', () => {
    const { calls, call } = counted();
    systemClock.after(30 * 86_400_000, call);
    vi.advanceTimersByTime(29 * 86_400_000);
    expect(calls.count).toBe(0);
    vi.advanceTimersByTime(86_400_001);
    expect(calls.count).toBe(1);
  });

  it('can be cancelled between the steps of a long wait', () => {
    const { calls, call } = counted();
    const cancel = after(1_000, call, 300);
    vi.advanceTimersByTime(650);
    cancel();
    vi.advanceTimersByTime(5_000);
    expect(calls.count).toBe(0);
  });

  it('calls for a time that has passed already', () => {
    const { calls, call } = counted();
    systemClock.after(-5, call);
    vi.advanceTimersByTime(1);
    expect(calls.count).toBe(1);
  });
});
