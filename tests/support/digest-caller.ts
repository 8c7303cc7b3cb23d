import { createSocket, type Socket } from 'node:dgram';
import { authorization, branch, first, readSip, sdpAt, token, writeSip, type Received } from './sip-text.ts';

/** Calls the gateway as a carrier that answers one challenge, and hangs up once answered. Gives the final statuses in turn. */
export async function callWithPassword(settings: {
  readonly gatewayPort: number;
  readonly userName: string;
  readonly password: string;
}): Promise<readonly number[]> {
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  const dialog = dialogOn(socket, settings.gatewayPort);
  try {
    const asked = await dialog.invite([]);
    if (asked.status !== 401) return [asked.status];
    const login = {
      userName: settings.userName,
      secret: settings.password,
      method: 'INVITE',
      uri: dialog.uri,
    };
    const proof = authorization(asked.headers.get('www-authenticate') ?? [], login);
    const answered = await dialog.invite([['Authorization', proof]]);
    if (answered.status < 300) await dialog.bye(answered);
    return [asked.status, answered.status];
  } finally {
    socket.close();
  }
}

type Headers = readonly (readonly [string, string])[];

function dialogOn(socket: Socket, gatewayPort: number) {
  const { port } = socket.address();
  const uri = `sip:service@127.0.0.1:${gatewayPort}`;
  const [callId, tag] = [token(), token()];
  let cseq = 0;
  const send = (method: string, via: string, more: Headers, body = ''): void => {
    const headers: Headers = [
      ['Via', `SIP/2.0/UDP 127.0.0.1:${port};branch=${via};rport`],
      ['Max-Forwards', '70'],
      ['From', `<sip:+886912345678@127.0.0.1>;tag=${tag}`],
      ['Call-ID', callId],
      ['CSeq', `${cseq} ${method}`],
      ['Contact', `<sip:carrier@127.0.0.1:${port}>`],
      ...more,
    ];
    socket.send(writeSip(`${method} ${uri} SIP/2.0`, headers, body), gatewayPort, '127.0.0.1');
  };
  const final = (): Promise<Received> =>
    new Promise((settle) => {
      const listen = (bytes: Buffer): void => {
        const message = readSip(bytes.toString('utf8'));
        if (message.status < 200 || !first(message, 'cseq').startsWith(`${cseq} `)) return;
        socket.off('message', listen);
        settle(message);
      };
      socket.on('message', listen);
    });
  return {
    uri,
    invite: async (more: Headers): Promise<Received> => {
      cseq += 1;
      const via = branch();
      send('INVITE', via, [['To', `<${uri}>`], ...more], sdpAt(31_960));
      const answer = await final();
      send('ACK', answer.status < 300 ? branch() : via, [['To', first(answer, 'to')]]);
      return answer;
    },
    bye: async (answer: Received): Promise<void> => {
      cseq += 1;
      send('BYE', branch(), [['To', first(answer, 'to')]]);
      await final();
    },
  };
}
