import type { AgentId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import { instantOf } from '../../domain/rota/local-time.ts';
import { spanWords } from '../../domain/rota/notice-text.ts';
import type { Rota, Shift, Swap } from '../../domain/rota/rota.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import type { Offered } from './swap-facts.ts';
import { endOfAll, startOf } from './swap-facts.ts';
import type { RotaTelling, Told } from './tell-on-rota.ts';
import { nothingTold, tellOnRota } from './tell-on-rota.ts';

type Spans = RotaTelling['spans'];

/** RNOTE-3: who is asked. */
export function tellAsked(parts: Parts, rota: Rota, swap: Swap, { gives, gets }: Offered): Promise<Told> {
  return tellOnRota(
    parts,
    swap.asked.map((to) => ({
      key: `swap ${swap.swapId} asked`,
      kind: 'swapAsked',
      swapId: swap.swapId,
      ...{ to, rota },
      who: agentName(parts.floor, swap.askedBy),
      spans: [...spansOf(gives, ''), ...spansOf(gets, spanWords.inReturn[languageOf(parts, to)])],
      count: gives.length + gets.length,
      lines: swap.reason === '' ? [] : [swap.reason],
      mailUntil: startOf(gives) > parts.clock.now() ? startOf(gives) : endOfAll(gives),
    })),
  );
}

/** RNOTE-3: both whose shifts it changes, with their calendars, and those who were asked in vain. */
export function tellDone(parts: Parts, rota: Rota, swap: Swap, offered: Offered): Promise<Told> {
  const { takenBy, askedBy, asked, declined } = swap;
  if (takenBy === null) throw new Error('Nobody has taken it');
  const { gives, gets } = offered;
  const given = { swap, rota, mailUntil: endOfAll([...gives, ...gets]) };
  const others = asked.filter(
    (agentId) => agentId !== takenBy && declined.every((one) => one.agentId !== agentId),
  );
  return tellOnRota(parts, [
    exchanged(parts, given, { to: takenBy, who: askedBy, takes: gives, loses: gets }),
    exchanged(parts, given, { to: askedBy, who: takenBy, takes: gets, loses: gives }),
    ...others.map((to): RotaTelling => ({
      key: `swap ${swap.swapId} over`,
      kind: 'swapOver',
      swapId: swap.swapId,
      ...{ to, rota },
      who: agentName(parts.floor, takenBy),
      spans: spansOf(gives, ''),
      mailUntil: endOfAll(gives),
    })),
  ]);
}

function exchanged(
  parts: Parts,
  { swap, rota, mailUntil }: { readonly swap: Swap; readonly rota: Rota; readonly mailUntil: number },
  {
    to,
    who,
    takes,
    loses,
  }: {
    readonly to: AgentId;
    readonly who: AgentId;
    readonly takes: readonly Shift[];
    readonly loses: readonly Shift[];
  },
): RotaTelling {
  const language = languageOf(parts, to);
  return {
    key: `swap ${swap.swapId} done`,
    kind: 'swapDone',
    swapId: swap.swapId,
    ...{ to, rota, mailUntil },
    who: agentName(parts.floor, who),
    spans: [...spansOf(takes, spanWords.yours[language]), ...spansOf(loses, spanWords.notYours[language])],
    shifts: takes,
  };
}

/** RNOTE-3: nobody took it; who asked is on after all. */
export function tellEnded(parts: Parts, swap: Swap): Promise<Told> {
  const rota = parts.rota.rota(swap.rotaId);
  if (rota === null) return Promise.resolve(nothingTold);
  const timeZone = parts.rota.zoneOf(rota);
  const until = instantOf(swap.until, timeZone);
  return tellOnRota(parts, [
    {
      key: `swap ${swap.swapId} ended`,
      kind: swap.state === 'declined' ? 'swapDeclined' : 'swapExpired',
      swapId: swap.swapId,
      to: swap.askedBy,
      rota,
      who: '',
      spans: [{ from: instantOf(swap.from, timeZone), until, what: '' }],
      mailUntil: until,
    },
  ]);
}

const spansOf = (pieces: readonly Shift[], what: string): Spans =>
  pieces.map(({ from, until }) => ({ from, until, what }));

const languageOf = ({ floor }: Parts, agentId: AgentId): Language =>
  floor.agents.get(agentId)?.agent.language ?? 'en';
