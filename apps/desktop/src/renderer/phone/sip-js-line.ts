import type { Invitation, Session, SessionDescriptionHandler } from 'sip.js';
import { Registerer, RegistererState, SessionState, TransportState, UserAgent } from 'sip.js';
import type { AnsweringPeer } from './answering-peer.ts';
import { answeringPeer } from './answering-peer.ts';
import type { Leg } from './leg.ts';
import { keepMd5Challenge } from './md5-challenge.ts';
import type { OpenSipLine, SipLineListener } from './sip-line.ts';

/** Refreshed at three quarters of it, so that a dead connection is noticed within a minute at the latest. */
const registrationSeconds = 60;
const answerWithinMs = 4_000;

/** sip.js as the line: registers (RFC 7118), takes INVITEs up at once, and lets go when told. */
export const sipJsLine: OpenSipLine = (credentials, webSocketUrl, track, listener) => {
  const uri = UserAgent.makeURI(credentials.address);
  if (!uri)
    throw new Error(
      `The gateway gave the station address "${credentials.address}", which is no SIP address.`,
    );
  const peers = new WeakMap<Session, AnsweringPeer>();
  const agent = new UserAgent({
    uri,
    authorizationUsername: credentials.userName,
    authorizationPassword: credentials.secret,
    transportOptions: { server: webSocketUrl, connectionTimeout: 5 },
    sessionDescriptionHandlerFactory: (session) => {
      const peer = answeringPeer(track());
      peers.set(session, peer);
      return describedBy(peer);
    },
    delegate: { onInvite: (invitation) => void answer(invitation, peers, listener) },
    gracefulShutdown: false,
    logBuiltinEnabled: false,
    userAgentString: 'Ringside',
  });
  const deliver = agent.transport.onMessage;
  agent.transport.onMessage = (message) => deliver?.(keepMd5Challenge(message));
  const registerer = new Registerer(agent, { expires: registrationSeconds, refreshFrequency: 75 });
  return runLine(agent, registerer, listener);
};

function runLine(
  agent: UserAgent,
  registerer: Registerer,
  listener: SipLineListener,
): ReturnType<OpenSipLine> {
  let over = false;
  const lose = (why: Parameters<SipLineListener['lost']>[0]): void => {
    if (over) return;
    over = true;
    // sip.js forbids its transport to be closed from within the change of state that is being told here.
    queueMicrotask(() => listener.lost(why));
  };
  const register = async (): Promise<void> => {
    const noAnswer = setTimeout(() => lose('noAnswer'), answerWithinMs);
    const settled = (): void => clearTimeout(noAnswer);
    await registerer
      .register({
        requestDelegate: {
          onAccept() {
            settled();
            if (!over) listener.registered();
          },
          onReject({ message }) {
            settled();
            lose(message.statusCode === 401 || message.statusCode === 403 ? 'denied' : 'noAnswer');
          },
        },
      })
      // A REGISTER is under way already: its answer, or the timer above, decides.
      .catch(() => undefined);
  };
  registerer.stateChange.addListener((state) => {
    if (state === RegistererState.Unregistered) lose('noAnswer');
  });
  agent.transport.stateChange.addListener((state) => {
    if (state === TransportState.Disconnected) lose('disconnected');
  });
  agent.start().then(register, () => lose('disconnected'));

  return {
    check: () => void register(),
    renew({ secret }) {
      agent.configuration.authorizationPassword = secret;
    },
    async close(byeFirst) {
      over = true;
      if (byeFirst) await goodbye(agent, registerer);
      await agent.stop().catch(() => undefined);
    },
  };
}

async function answer(
  invitation: Invitation,
  peers: WeakMap<Session, AnsweringPeer>,
  listener: SipLineListener,
): Promise<void> {
  const callId = invitation.request.getHeader('Ringside-Call');
  // Only the gateway's own calls are taken up: an automatic answer to anybody else would be an open microphone.
  if (!callId) return invitation.reject({ statusCode: 403 });
  const ended: (() => void)[] = [];
  let isOver = false;
  invitation.stateChange.addListener((state) => {
    if (state !== SessionState.Terminated) return;
    isOver = true;
    for (const act of ended) act();
  });
  await invitation.accept().catch(() => undefined);
  const peer = peers.get(invitation);
  if (!peer || isOver) return peer?.close();
  const leg: Leg = { callId, peer, onEnded: (act) => (isOver ? act() : void ended.push(act)) };
  listener.leg(leg);
}

/** The way in which sip.js wants a connection described; tracks stay the microphone's and are never stopped here. */
function describedBy(peer: AnsweringPeer): SessionDescriptionHandler {
  return {
    close: () => peer.close(),
    getDescription: async () => ({ body: await peer.give(), contentType: 'application/sdp' }),
    hasDescription: (contentType) => contentType === 'application/sdp',
    sendDtmf: () => false,
    setDescription: (sdp) => peer.take(sdp),
  };
}

/** At most a second: a gateway that is gone must not hold the sign-out up. */
async function goodbye(agent: UserAgent, registerer: Registerer): Promise<void> {
  const sessions = Object.values(agent._sessions).filter(({ state }) => state === SessionState.Established);
  const said = Promise.allSettled([...sessions.map((session) => session.bye()), registerer.unregister()]);
  await Promise.race([said, new Promise((resolve) => setTimeout(resolve, 1_000))]);
}
