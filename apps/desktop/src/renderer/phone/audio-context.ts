/** An AudioContext that can be sent to a device (Chromium 110 and later, not yet in every DOM typing). */
export type DirectedContext = AudioContext & { setSinkId?(deviceId: string): Promise<void> };

/** A page that was opened without a click starts with a suspended context; the first gesture wakes it. */
export function wakeWithGesture(context: AudioContext): void {
  const wake = (): void => {
    void context.resume();
    if (context.state === 'running') for (const gesture of gestures) removeEventListener(gesture, wake, true);
  };
  for (const gesture of gestures) addEventListener(gesture, wake, { capture: true, passive: true });
}

const gestures = ['pointerdown', 'keydown'] as const;
