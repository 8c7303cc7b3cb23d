import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSecurity } from '../../domain/letter/mail-server.ts';
import type { Mail, OutgoingMail } from '../../ports/mail.ts';
import { outcomeOf } from './outcome.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
  readonly replyTo: string | null;
  /** PEM of whoever signed the server's certificate, where that is no public authority */
  readonly ca?: string;
  readonly timeouts?: Timeouts;
}

export interface Timeouts {
  readonly connect: number;
  /** the server's first word */
  readonly greet: number;
  /** silence in between */
  readonly silence: number;
  /** everything together, for a server that is never silent and never done */
  readonly whole: number;
}

const usualTimeouts: Timeouts = { connect: 10_000, greet: 15_000, silence: 60_000, whole: 300_000 };

/** A connection for each letter: they are few, and one that was kept open is the one that turns out to be dead. */
export function smtpMail(server: MailServer): Mail {
  return {
    send: async (mail, cutOff) => {
      const composed = composedBy(server, mail);
      const whole = { isRead: false };
      try {
        await handOver(server, mail.to, Readable.from(readBy(composed, whole)), cutOff);
        return { is: 'accepted' };
      } catch (cause) {
        return outcomeOf(cause as Error, whole.isRead);
      } finally {
        composed.destroy();
      }
    },
  };
}

/** Nothing of it is read before the server said that it takes the text: an end that was read was on its way there. */
async function* readBy(composed: Readable, whole: { isRead: boolean }): AsyncIterable<Uint8Array> {
  yield* composed as AsyncIterable<Uint8Array>;
  whole.isRead = true;
}

function handOver(server: MailServer, to: string, message: Readable, cutOff: AbortSignal): Promise<void> {
  const { from, user, password, timeouts = usualTimeouts } = server;
  const ends = AbortSignal.any([cutOff, AbortSignal.timeout(timeouts.whole)]);
  const connection = new SMTPConnection(optionsOf(server));
  return new Promise<void>((resolve, reject) => {
    const then = (next: () => void) => (cause?: Error | null) => (cause ? reject(cause) : next());
    const send = () => connection.send({ from, to: [to] }, message, then(resolve));
    const signIn = () =>
      user !== null && password !== null && connection.allowsAuth
        ? connection.login({ user, pass: password }, then(send))
        : send();
    const end = () =>
      reject(new Error(cutOff.aborted ? 'The gateway was stopped' : 'The mail server took too long'));
    if (ends.aborted) return end();
    ends.addEventListener('abort', end, { once: true });
    connection.on('error', reject);
    connection.connect(then(signIn));
  }).finally(() => {
    message.destroy();
    connection.close();
  });
}

function optionsOf({ host, port, security, ca, timeouts = usualTimeouts }: MailServer) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greet,
    socketTimeout: timeouts.silence,
  };
}

/** The whole letter as it goes over the wire; header lines are folded and encoded by the library (RFC 2047, RFC 2231). */
function composedBy({ from, replyTo }: MailServer, mail: OutgoingMail): Readable {
  const { messageId, fromName, to, subject, text, language, files } = mail;
  return new MailComposer({
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo }),
    subject,
    text,
    messageId,
    xMailer: false,
    headers: { 'Content-Language': language },
    attachments: files.map(({ name, mediaType, read }) => ({
      filename: name,
      contentType: mediaType,
      content: Readable.from(read()),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .createReadStream();
}
