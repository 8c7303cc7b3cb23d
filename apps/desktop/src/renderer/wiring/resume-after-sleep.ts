import { useDesk } from '../desk.ts';
import type { GatewayLink } from '../gateway/gateway-link.ts';
import { mayOf } from '../may.ts';
import type { AudioTest, Phone } from '../phone/phone.ts';
import type { Platform } from '../platform.ts';
import type { SelfTest } from '../self-test.ts';
import { useSelfTest } from '../self-test.ts';
import type { Timers } from '../waiting/timers.ts';

interface Parts {
  readonly link: Pick<GatewayLink, 'command'>;
  readonly phone: Pick<Phone, 'state' | 'subscribe' | 'confirmLine' | 'testAudio'>;
  readonly platform: Pick<Platform, 'onPower'>;
  readonly timers: Timers;
}

/** Between two tests of what did not work. */
const pause = 3_000;

/**
 * PRES-12: sleep is told to the gateway, before it where the system says so, and after it. While the agent is resuming,
 * the telephone is waited for and tested, again and again until it works; then the gateway makes them Ready. Gives back
 * what ends it.
 */
export function resumeAfterSleep({ link, phone, platform, timers }: Parts): () => void {
  let isTesting = false;
  let cancelRetry: (() => void) | null = null;

  const show = (test: SelfTest): void => {
    if (useSelfTest.getState().test !== test) useSelfTest.setState({ test });
  };

  function isResuming(): boolean {
    const presence = useDesk.getState().desk?.presence;
    return presence?.state === 'notReady' && presence.reason === 'resuming';
  }

  function isReachable(): boolean {
    const { desk } = useDesk.getState();
    return desk?.link === 'up' && desk.station === 'registered' && phone.state.registration === 'registered';
  }

  function follow(): void {
    if (isTesting) return;
    if (!isResuming() || !isReachable()) {
      cancelRetry?.();
      cancelRetry = null;
      return show(isResuming() ? 'line' : 'none');
    }
    // what failed a moment ago waits for its turn
    if (cancelRetry === null) void test();
  }

  async function test(): Promise<void> {
    isTesting = true;
    const outcome = await outcomeOfTest();
    if (outcome === 'passed') await link.command({ do: 'presence.awake' });
    isTesting = false;
    if (!isResuming()) return show('none');
    // passed and still resuming: the gateway does not yet know of the telephone
    show(outcome === 'passed' ? 'line' : outcome);
    cancelRetry = timers.after(pause, again);
  }

  async function outcomeOfTest(): Promise<AudioTest | 'line'> {
    show('line');
    if (!(await phone.confirmLine())) return 'line';
    show('testing');
    return phone.testAudio().catch(() => 'noSound' as const);
  }

  function again(): void {
    cancelRetry?.();
    cancelRetry = null;
    follow();
  }

  function slept(): void {
    const { desk } = useDesk.getState();
    if (desk && mayOf(desk.me.roles, desk.duty.length > 0).takeCalls)
      void link.command({ do: 'presence.asleep' });
  }

  useSelfTest.setState({ again });
  const stops = [platform.onPower(slept), useDesk.subscribe(follow), phone.subscribe(follow)];
  follow();
  return () => {
    cancelRetry?.();
    for (const stop of stops) stop();
  };
}
