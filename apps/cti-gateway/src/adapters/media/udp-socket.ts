import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';

type Lookup = (
  name: string,
  options: unknown,
  found: (error: null, address: string, family: number) => void,
) => void;

/** Addresses come as numbers, so nothing is looked up; the default would cost a turn of the loop for each packet. */
const lookupOf =
  (family: 4 | 6): Lookup =>
  (name, _options, found) =>
    found(null, name, family);

/** A bound socket, or null when the port is taken. Later errors (an unreachable peer, say) end nothing. */
export const bindUdp = (address: string, port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const family = isIPv6(address) ? 6 : 4;
    const socket = createSocket({ type: `udp${family}`, lookup: lookupOf(family) });
    socket.once('listening', () => resolve(socket));
    socket.on('error', () => resolve(null));
    socket.bind({ port, address, exclusive: true });
  });

/** A packet that meets a fault is lost; the calls of everybody else go on. */
export const hearUdp = (
  socket: Socket,
  hear: (packet: Buffer, from: RemoteInfo) => void,
  fault: (cause: unknown) => void,
): void => {
  socket.on('message', (packet, from) => {
    try {
      hear(packet, from);
    } catch (cause) {
      fault(cause);
    }
  });
};
