import { globalShortcut, Notification, powerSaveBlocker } from 'electron';
import type { BrowserWindow } from 'electron';
import type { AttentionWanted, DeskSituation, GlobalKey } from './attention-wanted.ts';
import { attentionWanted } from './attention-wanted.ts';
import type { MiniWindow } from './mini-window.ts';

const accelerators: Readonly<Record<GlobalKey, string>> = {
  answer: 'CommandOrControl+Shift+A',
  mute: 'CommandOrControl+Shift+M',
};

export interface Attention {
  change(part: Partial<DeskSituation>): void;
  situation(): DeskSituation;
  stop(): void;
}

/** Carries out what `attentionWanted` says, by difference, so that nothing is flashed or notified twice. */
export function drawAttention(
  desk: () => BrowserWindow | null,
  mini: MiniWindow,
  first: DeskSituation,
  heard: { key(key: GlobalKey): void; open(): void },
): Attention {
  let situation = first;
  let wanted = attentionWanted(first);
  let notified: { callId: string; notification: Notification } | null = null;
  let blocker: number | null = null;

  function apply(next: AttentionWanted): void {
    const keysChanged = next.keys.join() !== wanted.keys.join();
    if (next.flash !== wanted.flash) desk()?.flashFrame(next.flash);
    wanted = next;
    if (keysChanged) takeKeys(next.keys, heard.key);
    notify();
    keepAwake();
    mini.show(next.mini, situation);
  }

  function notify(): void {
    const { offer } = situation;
    if (notified && notified.callId !== offer?.callId) {
      notified.notification.close();
      notified = null;
    }
    if (!wanted.notify || offer === null || notified !== null || !Notification.isSupported()) return;
    // Silent: the ring is the renderer's, on the ringer device that the agent chose.
    const notification = new Notification({
      title: offer.title,
      body: offer.body,
      silent: true,
      urgency: 'critical',
    });
    notification.on('click', heard.open);
    notification.show();
    notified = { callId: offer.callId, notification };
  }

  function keepAwake(): void {
    if (wanted.keepAwake && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (wanted.keepAwake || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  }

  return {
    situation: () => situation,
    change(part) {
      situation = { ...situation, ...part };
      apply(attentionWanted(situation));
    },
    stop() {
      globalShortcut.unregisterAll();
      notified?.notification.close();
    },
  };
}

function takeKeys(keys: readonly GlobalKey[], pressed: (key: GlobalKey) => void): void {
  globalShortcut.unregisterAll();
  // A key that another program holds already is refused; the same key still works in the window.
  for (const key of keys) globalShortcut.register(accelerators[key], () => pressed(key));
}
