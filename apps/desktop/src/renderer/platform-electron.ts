import type { PresenceState } from '@ringside/shared/model/presence';
import type { Language } from '@ringside/shared/model/language';
import type { Bridge } from '../ipc/bridge.ts';
import { tellContract } from '../ipc/contract.ts';
import type { Platform } from './platform.ts';

export interface ElectronPlatform extends Platform {
  /** for the tray */
  showPresence(state: PresenceState | 'offline', language: Language): void;
}

/** The main process, asked through the preload's bridge. Everything it says is parsed before it is believed. */
export function electronPlatform(bridge: Bridge): ElectronPlatform {
  const dialled = keptForFirst<string>();
  bridge.onDial((number) => dialled.hear(tellContract.dial.message.parse(number)));
  void bridge.pageReady();

  return {
    kind: 'electron',
    gatewayUrl: () => bridge.gatewayUrl(),
    setGatewayUrl: (url) => bridge.setGatewayUrl(url),
    attend: (offer) => void bridge.attend(offer),
    remind: (reminder) => void bridge.remind(document.hasFocus() ? null : reminder),
    showCall: (call) => void bridge.showCall(call),
    showPresence: (state, language) => void bridge.showPresence({ state, language }),
    async keepSecret(name, value) {
      await bridge.keepSecret({ name, value });
    },
    readSecret: (name) => bridge.readSecret({ name }),
    letterPdf: () => bridge.letterPdf(),
    onDial: (dial) => dialled.listen(dial),
    onPower: (heard) => bridge.onPower((event) => heard(tellContract.power.message.parse(event))),
    onGlobalKey: (pressed) => bridge.onGlobalKey((key) => pressed(tellContract.globalKey.message.parse(key))),
    onNotificationAnswer: (answer) =>
      bridge.onNotificationAnswer((callId) => answer(tellContract.notificationAnswer.message.parse(callId))),
  };
}

/** A link that was clicked before anybody listens (the agent has yet to sign in) waits for the first who does. */
export function keptForFirst<Value>(): {
  hear(value: Value): void;
  listen(listener: (value: Value) => void): () => void;
} {
  const listeners = new Set<(value: Value) => void>();
  let waiting: { readonly value: Value } | null = null;
  return {
    hear(value) {
      if (listeners.size === 0) waiting = { value };
      for (const listener of listeners) listener(value);
    },
    listen(listener) {
      listeners.add(listener);
      if (waiting) listener(waiting.value);
      waiting = null;
      return () => void listeners.delete(listener);
    },
  };
}
