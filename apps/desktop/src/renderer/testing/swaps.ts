import { asId } from '@ringside/shared/model/ids';
import type {
  MyShifts,
  RotaNotice,
  ShiftView,
  SwapCandidate,
  SwapView,
} from '@ringside/shared/protocol/rota';
import type { Query } from '@ringside/shared/protocol/up';
import { noor } from './floor-scenes.ts';
import { answerToRota } from './rota.ts';

/** Noor has shifts of her own, Max asks her for one of his, and earlier ones are over. Times are counted from `now`. */
const day = 86_400_000;
const rotaId = asId<'rota'>('duty');
const dutyName = { en: 'Duty manager', 'zh-Hant': '值班主管', 'zh-Hans': '值班主管' };
const max = asId<'agent'>('agent-max');
const wu = asId<'agent'>('agent-wu');

type SwapQuery = Extract<Query, { readonly ask: 'rota.mine' | 'swap.list' | 'swap.candidates' }>;
export const isSwapQuery = (query: Query): query is SwapQuery =>
  query.ask === 'rota.mine' || query.ask === 'swap.list' || query.ask === 'swap.candidates';

export function answerToSwaps(query: SwapQuery, now: number): unknown {
  switch (query.ask) {
    case 'rota.mine':
      return mine(now);
    case 'swap.list':
      return [ofMax(now), ...over(now)];
    case 'swap.candidates':
      return candidates;
  }
}

const dateAt = (at: number): string => new Date(at + day / 3).toISOString().slice(0, 10);

function mine(now: number): MyShifts {
  const { shifts } = answerToRota(
    { ask: 'rota.schedule', rotaId, from: dateAt(now), until: dateAt(now + 42 * day) },
    now,
  ) as { readonly shifts: readonly ShiftView[] };
  return {
    shifts: shifts
      .filter(({ agentId, layer }) => agentId === noor && layer === 'duty')
      .map((shift) => ({ ...shift, rotaName: dutyName })),
    swaps: [ofMax(now)],
  };
}

const swap = (id: string, at: number, part: Partial<SwapView>): SwapView => ({
  swapId: asId(id),
  kind: 'cover',
  rotaId,
  layer: 'duty',
  from: `${dateAt(at)}T09:00`,
  until: `${dateAt(at)}T18:00`,
  askedBy: max,
  askedByName: 'Max Weber',
  askedAt: at - 5 * day,
  reason: '',
  wants: null,
  asked: [
    { agentId: noor, agentName: 'Noor Haddad', declined: false },
    { agentId: wu, agentName: '吳雅婷', declined: false },
  ],
  state: 'asked',
  takenByName: '',
  endedAt: null,
  acts: [],
  version: 1,
  ...part,
});

const ofMax = (now: number): SwapView =>
  swap('swap-3', now + 2 * day, { reason: 'My daughter’s graduation', acts: ['accept', 'decline'] });

const over = (now: number): readonly SwapView[] => [
  swap('swap-2', now - 2 * day, { state: 'done', takenByName: '吳雅婷', endedAt: now - 3 * day }),
  swap('swap-1', now - 9 * day, { state: 'declined', endedAt: now - 10 * day }),
];

const candidates: readonly SwapCandidate[] = [
  { agentId: asId('agent-grace'), agentName: 'Grace Lin', not: null, isOnRota: true },
  { agentId: wu, agentName: '吳雅婷', not: null, isOnRota: true },
  { agentId: asId('agent-ines'), agentName: 'Inês Costa', not: null, isOnRota: false },
  { agentId: max, agentName: 'Max Weber', not: 'tooLittleRest', isOnRota: true },
  { agentId: asId('agent-otto'), agentName: 'Otto Brandt', not: 'absent', isOnRota: false },
];

/** What is told of rotas: a gap nobody sees to, and that somebody asks. */
export const rotaNoticesOf = (now: number): readonly RotaNotice[] => {
  const [from, until] = [now + 2 * day, now + 2 * day + day / 3];
  const told = {
    what: 'rotaNotice',
    rotaId,
    rotaName: dutyName,
    swapId: null,
    from,
    until,
    count: 1,
  } as const;
  return [
    { ...told, notice: 'gap', who: '', count: 3 },
    { ...told, notice: 'swapAsked', who: 'Max Weber', swapId: asId('swap-3') },
  ];
};
