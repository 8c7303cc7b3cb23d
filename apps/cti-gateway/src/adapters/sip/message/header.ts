import { trimmed } from './characters.ts';
import type { SipHeader, SipMessage } from './message.ts';

type WithHeaders = { readonly headers: readonly SipHeader[] };

/** The first value under a canonical name, or undefined. */
export function header(message: WithHeaders, name: string): string | undefined {
  for (const one of message.headers) if (one.name === name) return one.value;
  return undefined;
}

/** Every value under a canonical name, in order. */
export function headers(message: WithHeaders, name: string): readonly string[] {
  const values: string[] = [];
  for (const one of message.headers) if (one.name === name) values.push(one.value);
  return values;
}

/** The message with this value alone under the name: in the place of the first one, or at the end. */
export function withHeader<Message extends SipMessage>(
  message: Message,
  name: string,
  value: string,
): Message {
  const first = message.headers.findIndex((one) => one.name === name);
  if (first === -1) return { ...message, headers: [...message.headers, { name, value }] };
  const changed = message.headers.filter((one, index) => one.name !== name || index === first);
  changed[first] = { name, value };
  return { ...message, headers: changed };
}

/** The message with one more value in front of all headers, where a Via goes. */
export function withTopHeader<Message extends SipMessage>(
  message: Message,
  name: string,
  value: string,
): Message {
  return { ...message, headers: [{ name, value }, ...message.headers] };
}

export function withoutHeader<Message extends SipMessage>(message: Message, name: string): Message {
  return { ...message, headers: message.headers.filter((one) => one.name !== name) };
}

/** Adds `;tag=` to a From or To value that has none. */
export function withTag(value: string, tag: string): string {
  return hasTag(value) ? value : `${value};tag=${tag}`;
}

/** Looks for `;tag` behind the URI of a From or To value. */
function hasTag(value: string): boolean {
  const behind = value.slice(value.lastIndexOf('>') + 1).toLowerCase();
  return behind
    .split(';')
    .slice(1)
    .some((piece) => trimmed(piece.split('=', 1).join()) === 'tag');
}
