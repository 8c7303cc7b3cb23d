import type { BoardAgent, BoardCall } from '@ringside/shared/protocol/board';
import type { Message } from './i18n/text.ts';

/**
 * What a supervisor may do with a row of the board: plain data, so that the board shows it in the row's menu without
 * knowing what it does. Handed to the board where pages are put together (frame/BoardWork.tsx).
 */
export interface BoardAction<Row> {
  readonly id: string;
  readonly label: Message;
  /** whether it is offered for this row now */
  readonly applies: (row: Row) => boolean;
  readonly run: (row: Row) => void;
}

export interface BoardActions {
  readonly agents: readonly BoardAction<BoardAgent>[];
  /** callers who wait or are being rung through */
  readonly waiting: readonly BoardAction<BoardCall>[];
  /** calls with an agent */
  readonly calls: readonly BoardAction<BoardCall>[];
}
