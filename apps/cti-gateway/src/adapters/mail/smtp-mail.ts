import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailOutcome } from '../../domain/letter/after-attempt.ts';
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
}

const usualTimeouts: Timeouts = { connect: 20_000, greet: 20_000, silence: 60_000 };

/** A connection for each letter: they are few, and one that was kept open is the one that turns out to be dead. */
export function smtpMail(server: MailServer): Mail {
  const transport = createTransport(optionsOf(server));
  return { send: (mail) => handOver(mail) };

  async function handOver(mail: OutgoingMail): Promise<MailOutcome> {
    const message = composed(server, mail);
    let isWhole = false;
    message.once('end', () => {
      isWhole = true;
    });
    try {
      await transport.sendMail({ envelope: { from: server.from, to: [mail.to] }, raw: message });
      return { is: 'accepted' };
    } catch (cause) {
      return outcomeOf(cause as Error, isWhole);
    } finally {
      message.destroy();
    }
  }
}

function optionsOf({ host, port, security, user, password, ca, timeouts = usualTimeouts }: MailServer) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null || password === null ? {} : { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greet,
    socketTimeout: timeouts.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The whole letter as it goes over the wire; header lines are folded and encoded by the library (RFC 2047, RFC 2231). */
function composed({ from, replyTo }: MailServer, mail: OutgoingMail): Readable {
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
