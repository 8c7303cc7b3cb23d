/** How far a leg's connection to the gateway has come. */
export type PeerState = 'connecting' | 'up' | 'interrupted' | 'closed';

export interface AnsweringPeer {
  /** The gateway's offer or, when it asked for ours, its answer. */
  take(sdp: string): Promise<void>;
  /** The answer, or the offer when nothing was taken yet. */
  give(): Promise<string>;
  /** What is sent from now on; silence when null. */
  send(track: MediaStreamTrack | null): Promise<void>;
  readonly remote: MediaStream;
  readonly state: PeerState;
  onState(changed: (state: PeerState) => void): void;
  statistics(): Promise<ReadonlyMap<string, unknown>>;
  close(): void;
}

/** Host addresses are there at once; the gateway learns any other from the checks that reach it. */
const gatheringMs = 300;

/** One WebRTC connection with one audio line in both directions. */
export function answeringPeer(firstTrack: MediaStreamTrack | null): AnsweringPeer {
  const connection = new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' });
  const remote = new MediaStream();
  const listeners: ((state: PeerState) => void)[] = [];
  let track = firstTrack;
  let sender: RTCRtpSender | null = null;
  let state: PeerState = 'connecting';

  connection.addEventListener('track', ({ track: heard }) => remote.addTrack(heard));
  const look = (): void => {
    const next = peerState(connection, state);
    if (next === state) return;
    state = next;
    for (const changed of listeners) changed(next);
  };
  connection.addEventListener('connectionstatechange', look);
  connection.addEventListener('iceconnectionstatechange', look);

  async function speakOnLine(): Promise<void> {
    if (sender) return;
    const line = connection.getTransceivers()[0] ?? connection.addTransceiver('audio');
    line.direction = 'sendrecv';
    sender = line.sender;
    await sender.replaceTrack(track);
  }

  return {
    remote,
    get state() {
      return state;
    },
    async take(sdp) {
      const type = connection.signalingState === 'have-local-offer' ? 'answer' : 'offer';
      await connection.setRemoteDescription({ type, sdp });
    },
    async give() {
      await speakOnLine();
      await connection.setLocalDescription();
      await gathered(connection);
      return connection.localDescription?.sdp ?? '';
    },
    async send(next) {
      track = next;
      await sender?.replaceTrack(next);
    },
    onState: (changed) => void listeners.push(changed),
    statistics: () => connection.getStats(),
    close() {
      connection.close();
      look();
    },
  };
}

function peerState({ connectionState, iceConnectionState }: RTCPeerConnection, before: PeerState): PeerState {
  if (connectionState === 'closed') return 'closed';
  if (connectionState === 'connected') return 'up';
  if (connectionState === 'failed' || iceConnectionState === 'disconnected') return 'interrupted';
  return before === 'closed' ? 'closed' : 'connecting';
}

function gathered(connection: RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, gatheringMs);
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState !== 'complete') return;
      clearTimeout(timer);
      resolve();
    });
  });
}
