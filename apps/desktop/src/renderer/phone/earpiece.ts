export interface Earpiece {
  play(stream: MediaStream): void;
  stop(): void;
  /** Rejects when the device is gone. */
  direct(deviceId: string | null): Promise<void>;
}

/** Plays what the gateway sends on the headset. Chromium plays a remote stream only through an element. */
export function earpiece(): Earpiece {
  const element = new Audio();
  element.autoplay = true;
  element.hidden = true;
  document.body.append(element);
  return {
    play(stream) {
      element.srcObject = stream;
      // Refused before the first gesture on a page; `autoplay` starts it with that gesture.
      element.play().catch(() => undefined);
    },
    stop() {
      element.srcObject = null;
    },
    direct: (deviceId) => element.setSinkId(deviceId ?? ''),
  };
}
