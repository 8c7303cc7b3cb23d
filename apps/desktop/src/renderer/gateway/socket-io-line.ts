import { io } from 'socket.io-client';
import type { OpenSocket } from './desk-socket.ts';

/** socket.io as the line. Reconnecting is the link's: it knows which refusals are worth another attempt. */
export const socketIoLine: OpenSocket = (origin, listener) => {
  const socket = io(origin, {
    path: '/desk',
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    timeout: 5_000,
    forceNew: true,
    withCredentials: false,
  });
  socket.on('connect', () => listener.up());
  socket.on('disconnect', (reason) => reason !== 'io client disconnect' && listener.down());
  socket.on('connect_error', (error: Error & { data?: unknown }) => listener.refused(error.data));
  for (const event of ['snapshot', 'event', 'goodbye', 'board'] as const) {
    socket.on(event, (payload: unknown) => listener.heard(event, payload));
  }
  // Answered by the page itself and not by the library: a frozen page stays silent (pains 3).
  socket.on('ping', (answer: unknown) => typeof answer === 'function' && answer());
  return {
    connect(hello) {
      socket.auth = hello;
      socket.connect();
    },
    close: () => socket.disconnect(),
    send(event, payload, answered) {
      socket.emit(event, payload, answered);
    },
  };
};
