import type { AnsweringPeer, PeerState } from '../phone/answering-peer.ts';
import type { Leg } from '../phone/leg.ts';

/** A leg whose connection and ending the test decides. */
export class ScriptedLeg implements Leg {
  readonly peer = new ScriptedPeer();
  #ended: (() => void)[] = [];
  readonly callId: string;
  constructor(callId: string) {
    this.callId = callId;
  }
  onEnded(ended: () => void) {
    this.#ended.push(ended);
  }
  end() {
    for (const ended of this.#ended) ended();
  }
}

class ScriptedPeer implements AnsweringPeer {
  readonly remote = { getAudioTracks: () => [] } as unknown as MediaStream;
  readonly sent: (MediaStreamTrack | null)[] = [];
  state: PeerState = 'connecting';
  #changed: ((state: PeerState) => void)[] = [];
  async take() {}
  async give() {
    return 'v=0';
  }
  async send(track: MediaStreamTrack | null) {
    this.sent.push(track);
  }
  onState(changed: (state: PeerState) => void) {
    this.#changed.push(changed);
  }
  async statistics() {
    return new Map();
  }
  become(state: PeerState) {
    this.state = state;
    for (const changed of this.#changed) changed(state);
  }
  close() {
    if (this.state !== 'closed') this.become('closed');
  }
}
