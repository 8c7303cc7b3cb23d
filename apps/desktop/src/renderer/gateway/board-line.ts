import type { Reply } from '@ringside/shared/protocol/down';
import type { BoardMessage } from '@ringside/shared/protocol/board';
import { boardMessage } from '@ringside/shared/protocol/board';
import type { Command } from '@ringside/shared/protocol/up';
import type { Timers } from '../waiting/timers.ts';

/** The live floor over the desk's socket: everything first, then numbered changes; after a gap everything again. */
export interface BoardLine {
  /** Until the returned function is called. */
  watch(hear: (message: BoardMessage) => void): () => void;
  /** The socket is there, perhaps anew: the gateway has forgotten that this desk watches. */
  lineIsUp(): void;
  /** What the socket event `board` brought. */
  heard(payload: unknown): void;
}

/** A gap that everything again does not close must not become a storm of questions. */
const againAfterMs = 2_000;

export function boardLine(tell: (command: Command) => Promise<Reply<unknown>>, timers: Timers): BoardLine {
  const listeners = new Set<(message: BoardMessage) => void>();
  let place: { readonly run: string; readonly n: number } | null = null;
  let isAsked = false;

  function ask(): void {
    place = null;
    if (isAsked || listeners.size === 0) return;
    isAsked = true;
    timers.after(againAfterMs, () => {
      isAsked = false;
      if (place === null) ask();
    });
    void tell({ do: 'board.watch' });
  }

  function take(message: BoardMessage): void {
    const isNext = place !== null && place.run === message.run && message.n === place.n + 1;
    if (message.kind === 'changes' && !isNext) return ask();
    place = { run: message.run, n: message.n };
    for (const hear of listeners) hear(message);
  }

  return {
    watch(hear) {
      listeners.add(hear);
      isAsked = false;
      ask();
      return () => {
        listeners.delete(hear);
        if (listeners.size > 0) return;
        place = null;
        void tell({ do: 'board.unwatch' });
      };
    },
    lineIsUp() {
      isAsked = false;
      ask();
    },
    heard(payload) {
      if (listeners.size === 0) return;
      const read = readMessage(payload);
      if (read === null) ask();
      else take(read);
    },
  };
}

/** Bytes of JSON; null for what is none. */
function readMessage(payload: unknown): BoardMessage | null {
  try {
    const bytes = payload as ArrayBuffer | Uint8Array;
    const parsed = boardMessage.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
