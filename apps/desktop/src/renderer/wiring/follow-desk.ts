import { useDesk } from '../desk.ts';
import type { OpenedLink } from '../gateway/open-link.ts';
import type { HeadsetPort } from '../headset/headset-port.ts';
import type { Phone } from '../phone/phone.ts';
import type { Platform } from '../platform.ts';
import type { ElectronPlatform } from '../platform-electron.ts';
import { systemTimers } from '../waiting/timers.ts';
import { audioFollowsDesk } from './audio-follows-desk.ts';
import type { CallKeys } from './call-keys.ts';
import { headsetCall, shownCall, shownOffer } from './desk-attention.ts';
import { languageShown } from './language-shown.ts';
import { whenChanged } from './when-changed.ts';

export interface Parts {
  readonly link: OpenedLink;
  readonly phone: Phone;
  readonly platform: Platform | ElectronPlatform;
  readonly headset: HeadsetPort | null;
  readonly keys: CallKeys;
}

const mutedKey = 'ringside.muted';

/** From now on sound, attention, tray and headset follow the gateway's truth, and buttons outside the page reach it. */
export function followDesk({ link, phone, platform, headset, keys }: Parts): void {
  const audio = audioFollowsDesk(phone, systemTimers, () => Date.now(), {
    read: () => sessionStorage.getItem(mutedKey),
    keep: (callId) =>
      callId === null ? sessionStorage.removeItem(mutedKey) : sessionStorage.setItem(mutedKey, callId),
  });
  const attend = whenChanged(platform.attend);
  const showCall = whenChanged(platform.showCall);
  const showHeadset = whenChanged((call: ReturnType<typeof headsetCall>) => headset?.show(call));
  const showPresence = whenChanged(([state, language]: Parameters<ElectronPlatform['showPresence']>) => {
    if ('showPresence' in platform) platform.showPresence(state, language);
  });
  let microphoneFor: string | null = null;

  function follow(): void {
    const { desk } = useDesk.getState();
    const language = languageShown(document);
    audio.follow(desk);
    attend(shownOffer(desk, language));
    showOthers();
    showPresence([desk === null || desk.link !== 'up' ? 'offline' : desk.presence.state, language]);
    openMicrophone(desk === null ? null : `${desk.me.agentId} ${desk.presence.state === 'ready'}`);
  }

  function showOthers(): void {
    const { desk } = useDesk.getState();
    showCall(shownCall(desk, phone.state.muted, languageShown(document)));
    showHeadset(headsetCall(desk, phone.state.muted));
  }

  /** At sign-in and again at each Ready, should it have been refused or unplugged before; never in between. */
  function openMicrophone(moment: string | null): void {
    if (moment === microphoneFor) return;
    microphoneFor = moment;
    if (moment !== null) void phone.openMicrophone();
  }

  function checkLines(): void {
    link.renew();
    phone.checkNow();
  }

  useDesk.subscribe(follow);
  phone.subscribe(showOthers);
  follow();
  addEventListener('online', checkLines);
  platform.onPower((event) => event === 'resume' && checkLines());
  platform.onGlobalKey((key) => (key === 'answer' ? keys.answer() : keys.mute()));
  platform.onNotificationAnswer((callId) => keys.answer(callId));
}
