import type { HeadsetCall, HeadsetPress } from './headset-port.ts';
import type { Usage } from './hid-report.ts';
import { usage } from './hid-report.ts';

/** A button's usage that changed, and whether the device reports its position or only that it was pressed. */
export interface Change {
  readonly usage: Usage;
  readonly on: boolean;
  readonly absolute: boolean;
}

/**
 * What a change means for the call as the software knows it. Many headsets report their hook back whenever the software
 * sets its light, so a position that the call already has means nothing.
 */
export function pressOf(
  { usage: button, on, absolute }: Change,
  { call, muted }: HeadsetCall,
): HeadsetPress | null {
  if (button === usage.hookSwitch) return hookPress(on, absolute, call);
  if (button !== usage.phoneMute || call !== 'talking') return null;
  const wanted = absolute ? on !== muted : on;
  return wanted ? 'mute' : null;
}

function hookPress(on: boolean, absolute: boolean, call: HeadsetCall['call']): HeadsetPress | null {
  if (call === 'ringing') return on ? 'answer' : null;
  if (call !== 'talking') return null;
  const lifted = absolute ? on : !on;
  return lifted ? null : 'end';
}
