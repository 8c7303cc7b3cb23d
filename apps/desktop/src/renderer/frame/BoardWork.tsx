import type { BoardActions } from '../board-actions.ts';
import { BoardPage } from '../features/board/BoardPage.tsx';
import { board } from '../features/board/use-board.ts';
import { tellFloor } from '../features/messages/telling.ts';
import type { Doing } from '../features/supervision/board-actions.ts';
import { floorActions } from '../features/supervision/board-actions.ts';
import { useSupervise } from '../features/supervision/use-supervise.ts';
import { useMay } from '../may.ts';
import { useGo } from '../navigation.ts';
import { useMemo } from 'react';

/** The board, with what may be done from its rows: the board itself knows no other feature. */
export function BoardWork() {
  const go = useGo();
  const { listen, supervise: mayAct } = useMay();
  const supervise = useSupervise();
  const actions = useMemo((): BoardActions => {
    const openCustomer: BoardActions['calls'][number] = {
      id: 'customer',
      label: { id: 'board.openCustomer' },
      applies: ({ customerId }) => customerId !== null,
      run: ({ customerId }) => customerId !== null && go.customer(customerId),
    };
    const act = floorActions({ listen, supervise: mayAct }, { supervise, message: tellFloor, ...onTheFloor });
    return {
      agents: act.agents,
      waiting: [...act.waiting, openCustomer],
      calls: [...act.calls, openCustomer],
    };
  }, [go, listen, mayAct, supervise]);
  return <BoardPage actions={actions} />;
}

/** Names for a question, as the board has them when it is asked. */
const onTheFloor: Pick<Doing, 'people' | 'nameOf' | 'whoOf'> = {
  people: () =>
    [...board.rows('agents').values()]
      .filter(({ state }) => state !== 'signedOut')
      .map(({ agentId: id, name }) => ({ id, name })),
  nameOf: (agentId) => (agentId === null ? '' : (board.row('agents', agentId)?.name ?? '')),
  whoOf: (callId) => (callId === null ? '' : (board.row('calls', callId)?.who ?? '')),
};
