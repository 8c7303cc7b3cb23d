import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMITS } from '../message/message-limits.ts';
import { StreamFramer, type Frame } from './stream-framer.ts';

const options = (body: string, length: string | null = String(Buffer.byteLength(body)), callId = 'c1') =>
  `OPTIONS sip:h SIP/2.0\r\nVia: SIP/2.0/TCP h;branch=z9hG4bK1\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: ${callId}\r\nCSeq: 1 OPTIONS\r\n` +
  `${length === null ? '' : `Content-Length: ${length}\r\n`}\r\n${body}`;

function told(frames: readonly Frame[]): string[] {
  return frames.map((frame) => {
    if (frame.type !== 'message') return frame.type;
    return frame.read.ok
      ? Buffer.from(frame.read.value.message.body).toString()
      : String(frame.read.refusal.status);
  });
}
const push = (framer: StreamFramer, text: string | Buffer) => told(framer.push(Buffer.from(text)));
const framer = () => new StreamFramer(MESSAGE_LIMITS);

describe('a stream', () => {
  it('is cut into messages by Content-Length', () => {
    expect(push(framer(), options('one') + options('') + options('three'))).toEqual(['one', '', 'three']);
  });

  it('gives the same messages however it is torn', () => {
    const text = Buffer.from(
      `\r\n\r\n${options('陳大文')}\r\n${options('')}\r\n\r\n${options('x'.repeat(3_000))}`,
    );
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const one = framer();
        const got: string[] = [];
        let from = 0;
        for (const cut of [...cuts.sort((a, b) => a - b), text.length]) {
          got.push(...push(one, text.subarray(from, cut)));
          from = Math.max(from, cut);
        }
        expect(got.filter((word) => word !== 'ping')).toEqual(['陳大文', '', 'x'.repeat(3_000)]);
        expect(one.inMessage).toBe(false);
      }),
    );
  });

  it('knows whether a message is under way', () => {
    const one = framer();
    expect(one.inMessage).toBe(false);
    push(one, 'OPTIONS sip');
    expect(one.inMessage).toBe(true);
    push(one, `:h SIP/2.0\r\n`);
    expect(one.inMessage).toBe(true);
  });

  it('RFC 5626 4.4.1: CRLF CRLF between messages is a ping, CRLF alone is none', () => {
    const one = framer();
    expect(push(one, '\r\n\r\n')).toEqual(['ping']);
    expect(push(one, '\r\n')).toEqual([]);
    expect(push(one, '\r\n')).toEqual(['ping']);
    expect(push(one, `\r\n${options('a')}\r\n\r\n`)).toEqual(['a', 'ping']);
  });
});

describe('a malformed message in a stream', () => {
  it('is refused and the next one read, when it says how long it is', () => {
    const bad = options('body').replace('1 OPTIONS', '1 INVITE');
    const one = framer();
    expect(push(one, bad.slice(0, -2))).toEqual(['400']);
    expect(push(one, `${bad.slice(-2)}${options('next')}`)).toEqual(['next']);
  });

  it.each([
    ['without Content-Length', options('x', null)],
    ['with a Content-Length that is none', options('x', '-5')],
    ['with two of them', options('x', '1\r\nContent-Length: 1')],
    ['of HTTP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['of noise', 'x\r\n\r\n'],
  ])('%s ends the stream, for nobody knows where the next one starts', (_what, text) => {
    const one = framer();
    expect(push(one, text)).toEqual(['400', 'lost']);
    expect(push(one, options('next'))).toEqual([]);
  });

  it('that is too large gets 513 before its body has come', () => {
    expect(push(framer(), options('', '70000'))).toEqual(['513', 'lost']);
  });

  it('whose headers do not end is given up at the limit', () => {
    const one = framer();
    const words: string[] = [];
    for (let turn = 0; turn < 100; turn += 1) words.push(...push(one, `X: ${'y'.repeat(1_000)}\r\n`));
    expect(words).toEqual(['lost']);
  });
});

it('time to read a stream that comes octet by octet grows with its length, not its square', () => {
  const read = (length: number) => {
    const one = framer();
    const octet = Buffer.from('y');
    push(one, 'OPTIONS sip:h SIP/2.0\r\nX: ');
    const before = process.threadCpuUsage();
    for (let at = 0; at < length; at += 1) one.push(octet);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
  read(2_000);
  expect(read(60_000)).toBeLessThan(200 * read(1_000) + 100);
});
