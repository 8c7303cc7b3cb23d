import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { header } from '../sip/message/header.ts';
import type { SipMessage, SipRequest, SipResponse } from '../sip/message/message.ts';
import { responseTo } from '../sip/message/response-to.ts';
import { invite, newCall, sameTransaction, within } from './call-messages.ts';
import type { CallEnd, CallProgress } from './call-progress.ts';
import { audioOffer, audioTarget } from './sdp.ts';
import type { LineEars, LineTimes, SipLine } from './sip-line.ts';
import { openLine, sipLineTimes } from './sip-line.ts';
import { talker } from './talker.ts';
import type { Talker } from './talker.ts';

export interface DemoCall {
  readonly gateway: { readonly host: string; readonly port: number };
  /** null withholds the number */
  readonly from: string | null;
  readonly dialled: string;
  /** what the caller says, 8 kHz */
  readonly speech: Int16Array;
  /** after the answer; null: the agent hangs up */
  readonly hangUpAfterSeconds: number | null;
  /** ends whatever state the call is in */
  readonly longestSeconds: number;
  readonly times?: LineTimes;
}

export interface PlacedCall {
  hangUp(): void;
  readonly ended: Promise<CallEnd>;
}

const HEARING_EVERY = 2_000;

/** Calls the gateway over UDP as a customer's telephone does: RFC 3261 with G.711 audio both ways. */
export async function placeCall(call: DemoCall, tell: (progress: CallProgress) => void): Promise<PlacedCall> {
  const line = await openLine(call.gateway, call.times ?? sipLineTimes);
  const audio = createSocket(call.gateway.host.includes(':') ? 'udp6' : 'udp4');
  await new Promise<void>((bound) => void audio.bind(0, line.address, bound));
  const conversation = converse(call, { line, audio, mouth: talker(audio, call.speech) }, tell);
  line.listen(conversation);
  return { hangUp: () => conversation.hangUp(), ended: conversation.ended };
}

/** calling ─2xx▶ talking ─BYE▶ over; hanging up before the answer is `cancelling`, after it `leaving`. */
type State =
  | { readonly is: 'calling'; readonly heardOf: boolean }
  | { readonly is: 'cancelling'; readonly asked: boolean }
  | { readonly is: 'talking'; readonly opened: SipResponse; readonly since: number }
  | { readonly is: 'leaving'; readonly opened: SipResponse; readonly since: number }
  | { readonly is: 'over' };

interface Parts {
  readonly line: SipLine;
  readonly audio: Socket;
  readonly mouth: Talker;
}

interface Conversation extends LineEars, PlacedCall {}

function converse(
  call: DemoCall,
  { line, audio, mouth }: Parts,
  tell: (progress: CallProgress) => void,
): Conversation {
  const identity = newCall(call.from, call.dialled, `${call.gateway.host}:${call.gateway.port}`, line.here);
  const offer = audioOffer(line.address, audio.address().port);
  const sent = invite(identity, offer);
  const timers: NodeJS.Timeout[] = [];
  const { promise: ended, resolve: settle } = Promise.withResolvers<CallEnd>();
  let state: State = { is: 'calling', heardOf: false };
  let quiet = line.repeat(sent, () => end({ how: 'unreachable', why: 'silent' }));
  let ringing = false;

  function end(how: CallEnd): void {
    if (state.is === 'over') return;
    state = { is: 'over' };
    quiet();
    for (const timer of timers) clearTimeout(timer);
    mouth.stop();
    settle(how);
    // The last message may still be repeated by the gateway; nobody needs another answer to it.
    setTimeout(() => [line, audio].forEach((socket) => socket.close()), 50);
  }

  function provisional(response: SipResponse): void {
    quiet();
    if (state.is === 'cancelling' && !state.asked) return cancel();
    if (state.is !== 'calling') return;
    state = { is: 'calling', heardOf: true };
    listenTo(response);
    if (response.status === 180 && !ringing) {
      ringing = true;
      tell({ is: 'ringing' });
    }
  }

  function answered(response: SipResponse): void {
    line.send(within(identity, response, 'ACK', 1));
    // The gateway repeats its 200 until the ACK is there (RFC 3261 section 13.3.1.4).
    if (state.is !== 'calling' && state.is !== 'cancelling') return;
    quiet();
    const since = performance.now();
    const late = state.is === 'cancelling';
    state = { is: 'talking', opened: response, since };
    if (late) return hangUp();
    tell({ is: 'answered' });
    listenTo(response);
    timers.push(setInterval(() => tell({ is: 'hearing', level: mouth.level() }), HEARING_EVERY));
    if (call.hangUpAfterSeconds !== null) timers.push(setTimeout(hangUp, call.hangUpAfterSeconds * 1_000));
  }

  function refused(response: SipResponse): void {
    line.send(sameTransaction('ACK', sent, response));
    if (state.is === 'cancelling') return end({ how: 'gaveUp' });
    end({ how: 'refused', status: response.status, reason: response.reason });
  }

  function listenTo(message: SipMessage): void {
    const target = message.body.length > 0 ? audioTarget(Buffer.from(message.body).toString()) : null;
    if (target !== null) mouth.talkTo(target);
  }

  function cancel(): void {
    state = { is: 'cancelling', asked: true };
    quiet = line.repeat(sameTransaction('CANCEL', sent, null), () => end({ how: 'gaveUp' }));
  }

  function hangUp(): void {
    if (state.is === 'calling' && state.heardOf) return cancel();
    // Nothing may be cancelled before the first answer (section 9.1).
    if (state.is === 'calling') state = { is: 'cancelling', asked: false };
    if (state.is !== 'talking') return;
    const { opened, since } = state;
    state = { is: 'leaving', opened, since };
    mouth.stop();
    quiet = line.repeat(within(identity, opened, 'BYE', 2), () => end(hungUp('caller', since)));
  }

  const hungUp = (by: 'caller' | 'gateway', since: number): CallEnd => ({
    how: 'hungUp',
    by,
    talkedSeconds: Math.round((performance.now() - since) / 1_000),
  });

  function respond(response: SipResponse): void {
    const method = header(response, 'CSeq')?.split(' ').at(-1);
    if (method === 'BYE' && state.is === 'leaving' && response.status >= 200)
      return end(hungUp('caller', state.since));
    if (method === 'CANCEL' && response.status >= 200) return quiet();
    if (method !== 'INVITE') return;
    if (response.status < 200) provisional(response);
    else if (response.status < 300) answered(response);
    else refused(response);
  }

  function serve(request: SipRequest): void {
    if (request.method === 'ACK') return;
    const changes = request.method === 'INVITE' || request.method === 'UPDATE';
    if (changes) listenTo(request);
    const withOffer = changes && (request.method === 'INVITE' || request.body.length > 0);
    line.send(served(request, line.here, withOffer ? offer : null));
    if (request.method !== 'BYE') return;
    const since = state.is === 'talking' || state.is === 'leaving' ? state.since : performance.now();
    end(hungUp('gateway', since));
  }

  timers.push(
    setTimeout(
      () => (state.is === 'talking' || state.is === 'calling') && hangUp(),
      call.longestSeconds * 1_000,
    ),
  );
  tell({ is: 'calling' });
  return {
    message: (message) => (message.kind === 'response' ? respond(message) : serve(message)),
    nobodyThere: () => end({ how: 'unreachable', why: 'closed' }),
    hangUp,
    ended,
  };
}

const understood = new Set(['BYE', 'INVITE', 'UPDATE', 'INFO', 'OPTIONS', 'CANCEL']);

/** A telephone that follows: every change the gateway asks for is fine (hold, transfer to other audio). */
function served(request: SipRequest, here: string, sdp: string | null): SipResponse {
  const contact = { name: 'Contact', value: `<sip:caller@${here}>` };
  if (!understood.has(request.method)) return responseTo(request, 501, null);
  if (sdp === null) return responseTo(request, 200, null, { headers: [contact] });
  const headers = [contact, { name: 'Content-Type', value: 'application/sdp' }];
  return responseTo(request, 200, null, { headers, body: Buffer.from(sdp) });
}
