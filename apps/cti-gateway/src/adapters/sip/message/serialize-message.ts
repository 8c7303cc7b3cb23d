import type { SipMessage } from './message.ts';

/** Writes a message with the Content-Length of its body. A line end in a value becomes a space: no value can add a header. */
export function serializeMessage(message: SipMessage): Buffer {
  let text = `${startLine(message)}\r\n`;
  for (const { name, value } of message.headers) {
    if (name !== 'Content-Length') text += `${name}: ${oneLine(value)}\r\n`;
  }
  text += `Content-Length: ${message.body.length}\r\n\r\n`;
  if (message.body.length === 0) return Buffer.from(text, 'utf8');
  const headLength = Buffer.byteLength(text, 'utf8');
  const bytes = Buffer.allocUnsafe(headLength + message.body.length);
  bytes.write(text, 'utf8');
  bytes.set(message.body, headLength);
  return bytes;
}

function startLine(message: SipMessage): string {
  if (message.kind === 'response') return `SIP/2.0 ${message.status} ${oneLine(message.reason)}`;
  return `${message.method} ${oneLine(message.uri)} SIP/2.0`;
}

function oneLine(text: string): string {
  if (!text.includes('\r') && !text.includes('\n')) return text;
  let line = '';
  for (const character of text) line += character === '\r' || character === '\n' ? ' ' : character;
  return line;
}
