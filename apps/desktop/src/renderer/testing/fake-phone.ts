import type { Phone, PhoneState } from '../phone/phone.ts';

/** A phone without sound. It remembers what it was told. */
export class FakePhone implements Phone {
  state: PhoneState;
  isRinging = false;
  #listeners = new Set<() => void>();

  constructor(state: Partial<PhoneState>) {
    this.state = {
      registration: 'registered',
      microphone: 'open',
      muted: true,
      leg: 'none',
      chosen: { microphoneId: null, headsetId: null, ringerId: null },
      quality: null,
      ...state,
    };
  }

  start(): void {}
  checkNow(): void {}
  async stop(): Promise<void> {}
  async openMicrophone() {
    return this.state.microphone;
  }
  setMuted(muted: boolean): void {
    this.become({ muted });
  }
  setRinging(isRinging: boolean): void {
    this.isRinging = isRinging;
  }
  async testRing(): Promise<boolean> {
    return true;
  }
  async confirmLine() {
    return true;
  }
  async testAudio() {
    return 'passed' as const;
  }
  async choose(devices: Partial<PhoneState['chosen']>): Promise<void> {
    this.become({ chosen: { ...this.state.chosen, ...devices } });
  }
  async devices() {
    return {
      microphones: [{ id: 'headset-mic', name: 'Jabra Evolve2 40' }],
      speakers: [
        { id: 'headset', name: 'Jabra Evolve2 40' },
        { id: 'speakers', name: 'Built-in speakers' },
      ],
    };
  }
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }
  levels() {
    return { microphone: 0.3, caller: 0.2 };
  }

  become(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
