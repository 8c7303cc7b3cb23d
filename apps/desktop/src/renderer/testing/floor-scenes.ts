import { asId } from '@ringside/shared/model/ids';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { HandView, MessageView, SupervisionView } from '@ringside/shared/protocol/supervision';

export const noor = asId<'agent'>('noor');
const [li, wei] = [asId<'agent'>('li'), asId<'agent'>('wei')];

/** Noor in Li's call. */
export const supervisionAt = (now: number, mode: SupervisionMode): SupervisionView => ({
  callId: asId('call-7'),
  mode,
  state: 'in',
  since: now - 12_000,
  takingOver: false,
  agentId: li,
  agentName: '李欣怡',
  who: '陳怡君',
  tier: 'mvc',
  callState: 'talking',
  answeredAt: now - 252_000,
  others: mode === 'listen' ? [{ name: 'Ifeoma Okoye', mode: 'listen', since: now - 40_000 }] : [],
});

/** Li waits for somebody, Wei has somebody. */
export const handsAt = (now: number): HandView[] => [
  {
    callId: asId('call-7'),
    agentId: li,
    agentName: '李欣怡',
    who: '陳怡君',
    tier: 'mvc',
    queueId: asId('service'),
    raisedAt: now - 42_000,
    reason: 'upsetCaller',
    takenBy: null,
    takenById: null,
  },
  {
    callId: asId('call-8'),
    agentId: wei,
    agentName: '陈伟',
    who: '+886223456789',
    tier: null,
    queueId: asId('sales'),
    raisedAt: now - 75_000,
    reason: 'needsDecision',
    takenBy: 'Ifeoma Okoye',
    takenById: asId('okoye'),
  },
];

export const messagesFromNoor = (now: number): MessageView[] => [
  told('m-1', 'normal', 'Training at three has moved to room 2.', now - 600_000),
  {
    ...told('m-3', 'high', 'He wants to speak with somebody above me. 想找主管。', now - 10_000),
    fromName: 'Maya',
    to: { kind: 'inCharge' },
    escalated: { caseId: asId('case-2291'), reference: 'C-2291' },
  },
  told('m-2', 'high', '3 號線路中斷：請先告訴來電者，我們會在一小時內回電。', now - 20_000),
];

const told = (
  messageId: string,
  priority: MessageView['priority'],
  text: string,
  at: number,
): MessageView => ({
  messageId: asId(messageId),
  at,
  fromId: noor,
  fromName: 'Noor Rahman',
  to: { kind: 'all' },
  priority,
  text,
  escalated: null,
  readAt: null,
  receipts: [],
});
