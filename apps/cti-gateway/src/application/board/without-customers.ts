import type { BoardMessage } from '@ringside/shared/protocol/board';

/** BOARD-2: who has no business with customers sees the work on the floor and not for whom it is done. */
export function withoutCustomers(message: BoardMessage): BoardMessage {
  const hidden = { who: '', customerId: null, topic: null };
  switch (message.kind) {
    case 'all':
      return { ...message, calls: message.calls.map((call) => ({ ...call, ...hidden })) };
    case 'changes':
      return { ...message, calls: message.calls.map((call) => ({ ...call, ...hidden })) };
  }
}
