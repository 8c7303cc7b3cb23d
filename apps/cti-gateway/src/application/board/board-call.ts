import type { LikelyReason } from '@ringside/shared/protocol/contact';
import type { BoardCall, BoardCallState } from '@ringside/shared/protocol/board';
import type { Call } from '../../domain/call/call.ts';
import { agentOf } from '../../domain/call/call.ts';
import type { Caller } from '../../domain/call/call-record.ts';
import type { Queue } from '../../domain/centre/queue.ts';
import { totalPoints } from '../../domain/acd/caller-standing.ts';
import type { LiveCall } from '../floor.ts';
import type { Pop } from '../views/screen-pop.ts';

type KnownCall = Exclude<Call, { readonly state: 'none' }>;

/** A call as the board shows it; null: it is over, or not yet anywhere. */
export function boardCall(live: LiveCall, queue: Queue | null): BoardCall | null {
  const { call, pop, visit } = live;
  if (call.state === 'none') return null;
  const state = boardState(call);
  if (state === null) return null;
  const waits = state === 'waiting' || state === 'ringing';
  return {
    callId: call.callId,
    direction: call.direction,
    state,
    since: sinceOf(call),
    queueId: call.queueId,
    agentId: agentOf(call),
    waitsSince: waits ? (visit?.enteredAt ?? call.queuedAt) : null,
    points: waits && queue !== null ? totalPoints(queue.priority, call) : null,
    ...customerOf(pop, call.caller),
  };
}

function boardState(call: KnownCall): BoardCallState | null {
  switch (call.state) {
    case 'arrived':
    case 'guided':
    case 'choosingCallback':
    case 'leavingMessage':
    case 'parting':
      return 'guided';
    case 'queued':
      return 'waiting';
    case 'offered':
      return 'ringing';
    case 'dialling':
    case 'ringingBack':
      return 'dialling';
    case 'talking':
      return 'talking';
    case 'held':
      return 'held';
    case 'reconnecting':
      return 'reconnecting';
    case 'planned':
    case 'turnComing':
      return 'callback';
    case 'wrapUp':
      return 'wrapUp';
    case 'ended':
      return null;
  }
}

function sinceOf(call: KnownCall): number {
  switch (call.state) {
    case 'offered':
      return call.offeredAt;
    case 'queued':
    case 'planned':
    case 'turnComing':
      return call.queuedAt;
    case 'dialling':
    case 'talking':
    case 'held':
    case 'reconnecting':
    case 'ringingBack':
    case 'leavingMessage':
    case 'parting':
      return call.since;
    case 'wrapUp':
    case 'ended':
      return call.endedAt;
    case 'arrived':
    case 'guided':
    case 'choosingCallback':
      return call.arrivedAt;
  }
}

/** Built once for each pop: a call's customer and reason stay while its state changes every few seconds. */
const shown = new WeakMap<Pop, Pick<BoardCall, 'tier' | 'customerId' | 'who' | 'topic'>>();

function customerOf(pop: Pop, caller: Caller): Pick<BoardCall, 'tier' | 'customerId' | 'who' | 'topic'> {
  const known = shown.get(pop);
  if (known) return known;
  const customer = pop.match.kind === 'known' ? pop.match.customer : null;
  const made = {
    tier: customer?.tier.tier ?? null,
    customerId: customer?.customerId ?? null,
    who: customer?.name.written ?? textOf(caller),
    topic: pop.reason === null ? null : { kind: pop.reason.kind, text: topicOf(pop.reason) },
  };
  shown.set(pop, made);
  return made;
}

function textOf(caller: Caller): string {
  switch (caller.kind) {
    case 'number':
      return caller.number;
    case 'unrecognised':
      return caller.text;
    case 'withheld':
      return '';
  }
}

function topicOf(reason: LikelyReason): string {
  switch (reason.kind) {
    case 'promise':
      return reason.promise.what;
    case 'openCase':
      return reason.case.title;
    case 'payment':
      return reason.state;
    case 'recentOrder':
      return reason.description;
    case 'calledBefore':
      return reason.disposition ?? '';
  }
}
