import { describe, expect, it } from 'vitest';
import { header, headers } from './header.ts';
import { MESSAGE_LIMITS } from './message-limits.ts';
import { parseMessage } from './parse-message.ts';
import { responseTo } from './response-to.ts';
import { serializeMessage } from './serialize-message.ts';

const parse = (text: string, limits = MESSAGE_LIMITS) => parseMessage(Buffer.from(text, 'utf8'), limits);
const request = (more = '', start = 'OPTIONS sip:service@example.com SIP/2.0', method = 'OPTIONS') =>
  `${start}\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: c1\r\nCSeq: 1 ${method}\r\n${more}\r\n`;

function refusalOf(text: string, limits = MESSAGE_LIMITS) {
  const parsed = parse(text, limits);
  if (parsed.ok) throw new Error('It was read');
  const { status, reason, answerable } = parsed.refusal;
  return { status, reason, answerable: answerable !== null };
}

function messageOf(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.refusal.reason);
  return parsed.value;
}

describe('a request', () => {
  it('is read with canonical names, folded lines joined and lists split', () => {
    const { message, essentials } = messageOf(
      '\r\n\r\nINVITE sip:vivekg@chair.example.com;unknownparam SIP/2.0\r\nTO :\r\n sip:vivekg@chair.example.com ;   tag    = 1918181833n\r\n' +
        'from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8\r\nMaX-fOrWaRdS: 0068\r\n' +
        'Call-ID: wsinv.ndaksdj@192.0.2.1\r\nContent-Length   : 4\r\ncseq: 0009\r\n  INVITE\r\n' +
        'Via  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw\r\nS :\r\nv:  SIP  / 2.0  / TCP     spindle.example.com   ;\r\n' +
        '  branch  =   z9hG4bK9ikj8  ,\r\n SIP  /    2.0   / UDP  192.168.255.111   ; branch=\r\n z9hG4bK30239\r\nRoute:\r\n <sip:services.example.com;lr>\r\n\r\nv=0\n',
    );
    expect(headers(message, 'Via')).toHaveLength(3);
    expect(header(message, 'Subject')).toBe('');
    expect(essentials).toMatchObject({
      callId: 'wsinv.ndaksdj@192.0.2.1',
      cSeq: { number: 9, method: 'INVITE' },
      maxForwards: 68,
    });
    expect(essentials.from.display).toBe('J Rosenberg \\"');
    expect(Buffer.from(message.body).toString()).toBe('v=0\n');
  });

  it('ends where Content-Length says; what follows in the datagram is ignored', () => {
    expect(messageOf(`${request('Content-Length: 2\r\n')}abcdef`).message.body).toHaveLength(2);
  });

  it('takes the rest of the datagram for its body when there is no Content-Length', () => {
    expect(messageOf(`${request()}abcdef`).message.body).toHaveLength(6);
  });

  it('carries a name in Chinese through', () => {
    const { essentials } = messageOf(request().replace('From: <', 'From: "陳大文" <'));
    expect(essentials.from.display).toBe('陳大文');
  });
});

describe('a refusal', () => {
  it.each([
    ['a body that is shorter than Content-Length', request('Content-Length: 9999\r\n'), 400],
    ['a negative Content-Length', request('Content-Length: -999\r\n'), 400],
    ['two Content-Lengths', request('Content-Length: 0\r\nl: 0\r\n'), 400],
    ['a header without colon', request('Nothing\r\n'), 400],
    ['a header without name', request(': x\r\n'), 400],
    ['a bare line feed', request('X: 1\nY: 2\r\n'), 400],
    ['a bare carriage return', request('X: 1\rY: 2\r\n'), 400],
    ['a Max-Forwards over 255', request('Max-Forwards: 300\r\n'), 400],
    ['a CSeq of another method', request('', 'OPTIONS sip:h SIP/2.0', 'INVITE'), 400],
    ['a Contact with port 99999', request('Contact: <sip:x@h:99999>\r\n'), 400],
    ['a malformed Route', request('Route: <sip:h\r\n'), 400],
    ['white space in the Request-URI', request('', 'OPTIONS sip:a b@h SIP/2.0'), 400],
    ['two spaces in the start line', request('', 'OPTIONS  sip:h SIP/2.0'), 400],
    ['a space behind the start line', request('', 'OPTIONS sip:h SIP/2.0 '), 400],
    ['a Request-URI in brackets', request('', 'OPTIONS <sip:h> SIP/2.0'), 400],
    ['another protocol', request('', 'OPTIONS sip:h HTTP/1.1'), 400],
    ['another version', request('', 'OPTIONS sip:h SIP/7.0'), 505],
    ['a scheme that nobody routes', request('', 'OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0'), 416],
    ['a Request-URI without end', request('', `OPTIONS sip:${'a'.repeat(3_000)}@h SIP/2.0`), 414],
    ['no To', request().replace('To: <sip:b@h>\r\n', ''), 400],
    ['no Call-ID', request().replace('Call-ID: c1\r\n', ''), 400],
    ['two From', request('f: <sip:x@h>\r\n'), 400],
    ['no empty line at the end', request().slice(0, -2), 400],
  ])('of %s can be answered with its status', (_what, text, status) => {
    expect(refusalOf(text)).toMatchObject({ status, answerable: true });
  });

  it.each([
    ['no Via', request().replace('Via', 'X-Via')],
    ['a Via that leads nowhere', request().replace('192.0.2.1:5060', '192.0.2.1:0')],
    ['no CSeq', request().replace('CSeq', 'X-CSeq')],
    ['an ACK', request('Max-Forwards: x\r\n', 'ACK sip:h SIP/2.0', 'ACK')],
    ['a response', request('Max-Forwards: x\r\n', 'SIP/2.0 200 OK')],
    [
      'a response with a status of ten digits',
      request('', 'SIP/2.0 4294967301 better not break the receiver'),
    ],
    ['a response with status 99', request('', 'SIP/2.0 99 x')],
    ['nothing but noise', '\x00\x01\x02'],
    ['nothing', ''],
  ])('of %s is not answered', (_what, text) => {
    expect(refusalOf(text).answerable).toBe(false);
  });

  it('tells which limit was passed', () => {
    expect(refusalOf(request('X: 1\r\n'.repeat(300))).reason).toBe('Too Many Header Fields');
    expect(refusalOf(request(`Route: ${'<sip:h>,'.repeat(300)}\r\n`)).reason).toBe('Too Many Header Fields');
    expect(refusalOf(request(`X: ${'y'.repeat(9_000)}\r\n`)).reason).toBe('Header Field Too Long');
    expect(refusalOf(request(`X: ${'\r\n y'.repeat(9_000)}\r\n`)).reason).toBe('Header Field Too Long');
    expect(
      refusalOf(`${request()}${'x'.repeat(2_000)}`, { ...MESSAGE_LIMITS, messageBytes: 1_000 }).status,
    ).toBe(513);
  });
});

describe('a written message', () => {
  it('says how long its body is, whatever was said before', () => {
    const { message } = messageOf(`${request('Content-Length: 2\r\n')}ab`);
    const longer = { ...message, body: Buffer.from('陳大文') };
    expect(serializeMessage(longer).toString()).toMatch(/Content-Length: 9\r\n\r\n陳大文$/);
  });

  it('lets no value add a header of its own', () => {
    const { message } = messageOf(request());
    const evil = {
      ...message,
      headers: [...message.headers, { name: 'Subject', value: 'x\r\nRoute: <sip:evil>' }],
    };
    const read = messageOf(serializeMessage(evil).toString()).message;
    expect(headers(read, 'Route')).toEqual([]);
    expect(header(read, 'Subject')).toBe('x  Route: <sip:evil>');
  });
});

describe('a response', () => {
  it('copies what RFC 3261 section 8.2.6 wants and gets a tag', () => {
    const { message } = messageOf(request('Timestamp: 54\r\nSubject: no\r\n'));
    if (message.kind !== 'request') throw new Error('not a request');
    const response = responseTo(message, 486, null, {
      toTag: 't1',
      headers: [{ name: 'Warning', value: 'w' }],
    });
    expect(serializeMessage(response).toString()).toBe(
      'SIP/2.0 486 Busy Here\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>;tag=t1\r\n' +
        'Call-ID: c1\r\nCSeq: 1 OPTIONS\r\nTimestamp: 54\r\nWarning: w\r\nContent-Length: 0\r\n\r\n',
    );
  });

  it('may have no reason phrase, or one in any language', () => {
    expect(messageOf(request('', 'SIP/2.0 100 ')).message).toMatchObject({ status: 100, reason: '' });
    expect(messageOf(request('', 'SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять')).message).toMatchObject(
      { status: 200 },
    );
  });
});
