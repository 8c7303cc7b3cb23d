import type { Socket } from 'socket.io';
import type { DeskConnection } from '../../ports/desk.ts';
import type { DeskSocketSettings } from './desk-socket-settings.ts';

/** Asks the page itself for a sign of life: a socket may answer for a page that is frozen (pain 3). */
export function watchPage(
  socket: Socket,
  connection: DeskConnection,
  { pingEvery, pingWithin }: Pick<DeskSocketSettings, 'pingEvery' | 'pingWithin'>,
): void {
  const ask = (): void => {
    socket.timeout(pingWithin).emit('ping', (silence: Error | null) => {
      if (socket.connected) connection.alive(silence === null);
    });
  };
  ask();
  const asking = setInterval(ask, pingEvery);
  socket.once('disconnect', () => clearInterval(asking));
}
