import type { BoardActions } from '../board-actions.ts';
import { noActions } from '../board-actions.ts';
import { BoardPage } from '../features/board/BoardPage.tsx';
import { useGo } from '../navigation.ts';
import { useMemo } from 'react';

/** The board, with what may be done from its rows: the board itself knows no other feature. */
export function BoardWork() {
  const go = useGo();
  const actions = useMemo(
    (): BoardActions => ({
      ...noActions,
      waiting: [
        {
          id: 'customer',
          label: { id: 'board.openCustomer' },
          applies: ({ customerId }) => customerId !== null,
          run: ({ customerId }) => customerId !== null && go.customer(customerId),
        },
      ],
      calls: [
        {
          id: 'customer',
          label: { id: 'board.openCustomer' },
          applies: ({ customerId }) => customerId !== null,
          run: ({ customerId }) => customerId !== null && go.customer(customerId),
        },
      ],
    }),
    [go],
  );
  return <BoardPage actions={actions} />;
}
