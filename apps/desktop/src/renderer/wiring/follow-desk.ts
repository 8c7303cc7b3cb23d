import { useDesk } from '../desk.ts';
import type { OpenedLink } from '../gateway/open-link.ts';
import type { HeadsetCall, HeadsetPort } from '../headset/headset-port.ts';
import type { Phone } from '../phone/phone.ts';
import type { Platform } from '../platform.ts';
import type { ElectronPlatform } from '../platform-electron.ts';
import type { Timers } from '../waiting/timers.ts';
import { useMutedCall } from '../muted-call.ts';
import { headsetCall } from './headset-call.ts';
import { isHeard } from './is-heard.ts';
import { languageShown } from './language-shown.ts';
import { ringLease } from './ring-lease.ts';
import { whenChanged } from './when-changed.ts';

export interface Parts {
  readonly link: OpenedLink;
  readonly phone: Phone;
  readonly platform: Platform | ElectronPlatform;
  readonly headset: HeadsetPort | null;
  readonly timers: Timers;
}

/** Outside the page, the tray and the headset follow the desk; the ring ends with its lease; the line is renewed after sleep. */
export function followDesk({ link, phone, platform, headset, timers }: Parts): void {
  const showHeadset = whenChanged((call: HeadsetCall) => headset?.show(call));
  const showPresence = whenChanged(([state, language]: Parameters<ElectronPlatform['showPresence']>) => {
    if ('showPresence' in platform) platform.showPresence(state, language);
  });
  const lineIsUp = whenChanged((isUp: boolean) => isUp && phone.checkNow());
  const silence = whenChanged((isSilent: boolean) => phone.setMuted(isSilent));
  let cancelLease = (): void => {};

  function follow(): void {
    const { desk } = useDesk.getState();
    const isUp = desk !== null && desk.link === 'up';
    showPresence([isUp ? desk.presence.state : 'offline', languageShown(document)]);
    // A gateway that is back is reached by telephone at once, too: a caller may be waiting for this station.
    lineIsUp(isUp);
    const muted = useMutedCall.getState().callId;
    silence(!isHeard(desk?.contacts ?? [], desk?.supervision ?? null, muted));
    showHeadset(headsetCall(desk?.contacts ?? [], phone.state.muted));
    cancelLease();
    const lease = desk ? ringLease(desk.contacts, Date.now() + desk.clockOffset) : null;
    if (lease !== null) cancelLease = timers.after(lease, () => phone.setRinging(false));
  }

  useDesk.subscribe(follow);
  useMutedCall.subscribe(follow);
  phone.subscribe(follow);
  new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['lang'] });
  follow();
  addEventListener('online', link.renew);
  platform.onPower((event) => event === 'resume' && link.renew());
}
