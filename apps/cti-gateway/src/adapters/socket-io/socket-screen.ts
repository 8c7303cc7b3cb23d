import type { Socket } from 'socket.io';
import type { DeskFrame } from '@ringside/shared/protocol/down';
import type { Clock } from '../../ports/clock.ts';
import type { Screen } from '../../ports/desk.ts';

/** What a page is shown, kept back until its socket is up: a desk shows itself while it is still being opened. */
export interface SocketScreen extends Screen {
  show(): void;
}

export function socketScreen(
  socket: Socket,
  clock: Clock,
  poppedAfter: (seconds: number) => void,
): SocketScreen {
  let keptBack: (() => void)[] | null = [];
  const send = (emit: () => void): void => {
    if (keptBack === null) emit();
    else keptBack.push(emit);
  };
  return {
    show: () => {
      const kept = keptBack ?? [];
      keptBack = null;
      for (const emit of kept) emit();
    },
    snapshot: (snapshot) => send(() => socket.emit('snapshot', snapshot)),
    event: (frame) =>
      send(() => {
        socket.emit('event', frame);
        const offeredAt = offerIn(frame);
        if (offeredAt !== null) poppedAfter(Math.max(0, clock.now() - offeredAt) / 1_000);
      }),
    goodbye: (goodbye) =>
      send(() => {
        socket.emit('goodbye', goodbye);
        socket.disconnect(true);
      }),
  };
}

/** When the call in this frame was offered, if the frame is its offer. */
function offerIn({ at, event }: DeskFrame): number | null {
  if (event.what !== 'contact' || event.contact.state.is !== 'offered') return null;
  return event.contact.state.offeredAt === at ? at : null;
}
