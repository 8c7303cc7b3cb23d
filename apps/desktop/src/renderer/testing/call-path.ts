import { asId } from '@ringside/shared/model/ids';
import type { CallPath, PathStep } from '@ringside/shared/protocol/call-path';

const second = 1_000;
const li = { agentId: asId<'agent'>('li'), agentName: '李欣怡' };
const maya = { agentId: asId<'agent'>('maya'), agentName: 'Maya Lin' };
type Why = NonNullable<Extract<PathStep, { is: 'offered' }>['why']>;

const why: Why = {
  points: {
    total: 4,
    terms: [
      { for: 'tier', points: 3 },
      { for: 'openComplaint', points: 1 },
    ],
  },
  waited: 20 * second,
  effectiveWait: 260 * second,
  place: 1,
  inLine: 3,
  guarantee: 'notReached',
  ring: 0,
  needed: [{ skillId: asId('service'), level: 3 }],
  ready: 4,
  fitted: 2,
  chosen: 'preferredAgent',
  idleFor: 48 * second,
  preferred: { who: 'owner', ...li, outcome: 'taken' },
  notEarlier: { why: 'atOnce' },
  servedMeanwhile: 0,
};

/** A customer whose own agent let the call pass, then waited until a wider ring opened. */
export function callPathOf(now: number): CallPath {
  const at = (ago: number): number => now - ago * second;
  const later: Why = {
    ...why,
    waited: 65 * second,
    effectiveWait: 305 * second,
    ring: 1,
    needed: [{ skillId: asId('service'), level: 1 }],
    ready: 3,
    fitted: 2,
    chosen: 'longestIdle',
    idleFor: 130 * second,
    preferred: { who: 'owner', ...li, outcome: 'passedOver' },
    notEarlier: { why: 'ring', until: at(135) },
    servedMeanwhile: 2,
    guarantee: 'decided',
  };
  return {
    callId: asId('call-chen'),
    direction: 'inbound',
    caller: { kind: 'number', number: asId('+886912345678'), display: '' },
    customerId: asId('chen'),
    customerName: '陳大文',
    steps: [
      { is: 'arrived', at: at(210), hotlineId: asId('service'), dialled: '+886800000001' },
      {
        is: 'chosen',
        at: at(202),
        key: '1',
        name: { en: 'Repairs', 'zh-Hant': '維修', 'zh-Hans': '维修' },
      },
      { is: 'queued', at: at(200), queueId: asId('service') },
      { is: 'offered', at: at(180), ...li, why, outcome: 'notAnswered', endedAt: at(160) },
      { is: 'offered', at: at(135), ...maya, why: later, outcome: 'accepted', endedAt: at(131) },
      { is: 'answered', at: at(131), agentName: maya.agentName, waitedMs: 69 * second },
      { is: 'ended', at: at(5), outcome: 'handled', by: 'caller' },
    ],
  };
}
