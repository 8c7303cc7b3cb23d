import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { SipMessage, SipRequest } from '../sip/message/message.ts';
import { MESSAGE_LIMITS } from '../sip/message/message-limits.ts';
import { parseMessage } from '../sip/message/parse-message.ts';
import { serializeMessage } from '../sip/message/serialize-message.ts';

/** Retransmission times of RFC 3261 section 17.1: T1, T2 and the whole wait (64·T1). */
export interface LineTimes {
  readonly t1: number;
  readonly t2: number;
  readonly giveUp: number;
}
export const sipLineTimes: LineTimes = { t1: 500, t2: 4_000, giveUp: 32_000 };

/** A UDP socket that speaks SIP with one gateway. */
export interface SipLine {
  listen(hear: LineEars): void;
  /** address and port the gateway sees */
  readonly here: string;
  readonly address: string;
  send(message: SipMessage): void;
  /** Sends again and again until the returned function is called; `silence` when nothing came at all. */
  repeat(request: SipRequest, silence: () => void): () => void;
  close(): void;
}

export interface LineEars {
  message(message: SipMessage): void;
  /** the gateway's machine says that nothing listens there */
  nobodyThere(): void;
}

export async function openLine(
  gateway: { readonly host: string; readonly port: number },
  times: LineTimes,
): Promise<SipLine> {
  const socket = createSocket(gateway.host.includes(':') ? 'udp6' : 'udp4');
  await new Promise<void>((connected, failed) => {
    socket.once('error', failed);
    socket.connect(gateway.port, gateway.host, connected);
  });
  socket.removeAllListeners('error');
  return lineOn(socket, times);
}

function lineOn(socket: Socket, { t1, t2, giveUp }: LineTimes): SipLine {
  const { address, port } = socket.address();
  let open = true;
  const send = (message: SipMessage): void => {
    if (open) socket.send(serializeMessage(message));
  };
  return {
    listen: (hear) => {
      // A connected socket hears the ICMP message that nothing listens there.
      socket.on('error', () => hear.nobodyThere());
      socket.on('message', (bytes) => {
        const read = parseMessage(bytes, MESSAGE_LIMITS);
        if (read.ok) hear.message(read.value.message);
      });
    },
    here: `${address.includes(':') ? `[${address}]` : address}:${port}`,
    address,
    send,
    repeat: (request, silence) => {
      let wait = t1;
      let timer: NodeJS.Timeout;
      const again = (): void => {
        send(request);
        timer = setTimeout(again, wait);
        wait = Math.min(wait * 2, t2);
      };
      again();
      const end = setTimeout(() => {
        clearTimeout(timer);
        silence();
      }, giveUp);
      return () => {
        clearTimeout(timer);
        clearTimeout(end);
      };
    },
    close: () => {
      open = false;
      socket.close();
    },
  };
}
