import type { AgentId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { MyShifts } from '@ringside/shared/protocol/rota';
import type { Parts } from '../parts.ts';
import { shiftView } from './schedule-view.ts';
import { openSwapsOf } from './swap-view.ts';

const shown = days(92);
/** a turn that runs is told from its begin */
const before = days(60);

/** One's own shifts on all rotas from now on, also those one is away for, and what is asked of one and by one. */
export async function myShifts(parts: Parts, agentId: AgentId): Promise<MyShifts> {
  const { centre, rota: book, clock } = parts;
  const now = clock.now();
  const shifts = centre.rotas.flatMap((rota) =>
    book
      .shifts(rota.rotaId, now - before, now + shown)
      .filter(({ until, agentId: who, missing }) => until > now && (who ?? missing) === agentId)
      .map((shift) => ({ ...shiftView(parts, book.facts(rota), shift), rotaName: { ...rota.name } })),
  );
  return {
    shifts: shifts.toSorted((a, b) => a.from - b.from),
    swaps: [...(await openSwapsOf(parts, agentId))],
  };
}
