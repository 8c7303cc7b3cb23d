import type { Socket } from 'socket.io';
import type { OfferId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { BoardMessage } from '@ringside/shared/protocol/board';
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
  let popped: OfferId | null = null;
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
    event: (frame) => {
      const live = keptBack === null;
      send(() => socket.emit('event', frame));
      const offer = offerIn(frame);
      // What a page missed is shown late for reasons of its own and is no measure of the gateway.
      if (live && offer !== null && offer.offerId !== popped)
        poppedAfter((clock.now() - offer.offeredAt) / 1_000);
      popped = offer?.offerId ?? popped;
    },
    board: (message) => send(() => socket.emit('board', encoded(message))),
    goodbye: (goodbye) =>
      send(() => {
        socket.emit('goodbye', goodbye);
        socket.disconnect(true);
      }),
  };
}

/** Put into bytes once for all screens: socket.io passes bytes on as they are, and would write an object out for each. */
const bytesOf = new WeakMap<BoardMessage, Buffer>();

function encoded(message: BoardMessage): Buffer {
  const known = bytesOf.get(message);
  if (known) return known;
  const bytes = Buffer.from(JSON.stringify(message));
  bytesOf.set(message, bytes);
  return bytes;
}

/** The offer that this frame shows. It comes again with every change of the contact while it rings. */
function offerIn({ event }: DeskFrame): { readonly offerId: OfferId; readonly offeredAt: Instant } | null {
  return event.what === 'contact' && event.contact.state.is === 'offered' ? event.contact.state : null;
}
