import type { Parts } from '../parts.ts';

/** The same each time the same mail is handed over (RFC 5322 §3.6.4), and nobody can tell what it is about from it. */
export const messageIdOf = (
  { secrets, settings }: Pick<Parts, 'secrets' | 'settings'>,
  mail: string,
): string => `<${secrets.sha256Hex(mail).slice(0, 32)}@${settings.realm}>`;
