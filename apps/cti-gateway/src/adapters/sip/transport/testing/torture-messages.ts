/**
 * One message of our own for each of the 49 situations that RFC 4475 names, and what becomes of it: `passed` to the
 * transaction user, answered by the stack with a status, or `dropped`.
 */
export interface TortureMessage {
  /** as in RFC 4475 */
  readonly name: string;
  readonly about: string;
  readonly text: string;
  readonly outcome: 'passed' | 'dropped' | number;
}

interface Told {
  readonly start: string;
  /** header lines that replace the usual ones of the same name, or come beside them; '' takes one away */
  readonly lines?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A sound message for this start line, with changes. */
function told(name: string, { start, lines = {}, body = '' }: Told): string {
  const method = start.startsWith('SIP/') ? 'OPTIONS' : (start.trim().split(' ')[0] ?? '');
  const usual: Record<string, string> = {
    Via: `Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-${name}`,
    'Max-Forwards': 'Max-Forwards: 70',
    From: 'From: "Mr Okafor" <sip:okafor@example.com>;tag=17',
    To: 'To: <sip:service@example.com>',
    'Call-ID': `Call-ID: ${name}@example.com`,
    CSeq: `CSeq: 3 ${method}`,
    Contact: 'Contact: <sip:okafor@192.0.2.1>',
    'Content-Length': `Content-Length: ${Buffer.byteLength(body)}`,
  };
  const written = Object.values({ ...usual, ...lines }).filter((line) => line !== '');
  return `${start}\r\n${written.join('\r\n')}\r\n\r\n${body}`;
}

const INVITE = 'INVITE sip:service@example.com SIP/2.0';
const OPTIONS = 'OPTIONS sip:service@example.com SIP/2.0';
const REGISTER = 'REGISTER sip:example.com SIP/2.0';
const SDP =
  'v=0\r\no=mhandley 29739 7272939 IN IP4 192.0.2.3\r\ns=-\r\nc=IN IP4 192.0.2.4\r\nt=0 0\r\nm=audio 49217 RTP/AVP 0\r\n';
const sdp = { 'Content-Type': 'Content-Type: application/sdp' };
const long = (what: string, times: number) => what.repeat(times);

type Row = readonly [name: string, about: string, outcome: TortureMessage['outcome'], told: Told];

const VALID: readonly Row[] = [
  [
    'wsinv',
    'white space wherever it may be',
    'passed',
    {
      start: 'INVITE sip:vivekg@chair.example.com;unknownparam SIP/2.0',
      lines: {
        To: 'TO :\r\n sip:vivekg@chair.example.com ;   tag    = 1918181833n',
        From: 'from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8',
        'Max-Forwards': 'MaX-fOrWaRdS: 0068',
        CSeq: 'cseq: 0009\r\n  INVITE',
        Via: 'Via  : SIP  /   2.0\r\n /UDP\r\n    127.0.0.1;rport;branch=z9hG4bK-wsinv\r\nv:  SIP  / 2.0  / TCP     spindle.example.com   ;\r\n  branch  =   z9hG4bK9ikj8  ,\r\n SIP  /    2.0   / UDP  192.168.255.111   ; branch=\r\n z9hG4bK30239',
        Extra:
          's :\r\nNewFangledHeader:   newfangled value\r\n continued newfangled value\r\nUnknownHeaderWithUnusualValue: ;;,,;;,;',
        Route: 'Route:\r\n <sip:services.example.com;lr;unknownwith=value;unknown-no-value>',
        Contact:
          'm:"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =\r\n      newvalue ;\r\n  secondparam ; q = 0.33',
        ...sdp,
      },
      body: SDP,
    },
  ],
  [
    'intmeth',
    'every character that a method, a user and a quoted name may have',
    'passed',
    {
      start:
        "!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0",
      lines: {
        To: 'To: "BEL:\\\x07 NUL:\\\x00 DEL:\\\x7F" <sip:1_unusual.URI~(to-be!sure)&isn\'t+it$/crazy?,/;;*@example.com>',
        Extra: "extensionHeader-!.%*+_`'~:大停電",
      },
    },
  ],
  [
    'esc01',
    'escapes in user, parameters and headers of URIs',
    'passed',
    {
      start: 'INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0',
      lines: {
        To: 'To: sip:%75se%72@example.com',
        From: 'From: <sip:I%20have%20spaces@example.net>;tag=938',
        Contact: 'Contact: <sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31>',
        ...sdp,
      },
      body: SDP,
    },
  ],
  [
    'escnull',
    'an escaped NUL in a user',
    'passed',
    {
      start: REGISTER,
      lines: {
        To: 'To: sip:null-%00-null@example.com',
        From: 'From: sip:null-%00-null@example.com;tag=839923423',
        Contact: 'L: 0\r\nContact: <sip:%00@host5.example.com>, <sip:%00%00@host5.example.com>',
        'Content-Length': '',
      },
    },
  ],
  [
    'esc02',
    'per cent signs that are no escapes in a method and a name',
    'passed',
    {
      start: 'RE%47IST%45R sip:registrar.example.com SIP/2.0',
      lines: {
        To: 'To: "%Z%45" <sip:resource@example.com>',
        Contact: 'Contact: <sip:alias1@host1.example.com>',
      },
    },
  ],
  [
    'lwsdisp',
    'no space between name and bracket',
    'passed',
    { start: OPTIONS, lines: { From: 'From: caller<sip:caller@example.com>;tag=323' } },
  ],
  [
    'longreq',
    'very long values and many Vias',
    'passed',
    {
      start: INVITE,
      lines: {
        To: `To: "I have a user name of ${long('extreme ', 200)}proportion"<sip:user@example.com:6000;unknownparam1=very${long('long', 200)}value>`,
        Via: [
          'Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-longreq',
          ...Array.from({ length: 33 }, (_, hop) => `v: SIP/2.0/TCP sip${hop}.example.com`),
        ].join('\r\n'),
        'Call-ID': `Call-ID: longreq.one${long('really', 60)}longcallid`,
        Extra: `Unknown-${long('Long', 60)}-Name: unknown-${long('long', 400)}-value`,
        Contact: `Contact: <sip:amazingly${long('long', 100)}callername@host5.example.net>`,
      },
    },
  ],
  ['dblreq', 'a second request behind the first in one datagram', 'passed', { start: REGISTER, body: '' }],
  [
    'semiuri',
    'a semicolon in the user',
    'passed',
    {
      start: 'OPTIONS sip:user;par=u%40example.net@example.com SIP/2.0',
      lines: {
        Accept:
          'Accept: application/sdp, application/pkcs7-mime,\r\n        multipart/mixed, multipart/signed,\r\n        message/sip, message/sipfrag',
      },
    },
  ],
  [
    'transports',
    'transports that nobody has heard of',
    'passed',
    {
      start: OPTIONS,
      lines: {
        Via: 'Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-transports\r\nVia: SIP/2.0/SCTP t2.example.com;branch=z9hG4bKklasjdhf\r\nVia: SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKkk\r\nVia: SIP/2.0/TLS t3.example.com',
      },
    },
  ],
  [
    'mpart01',
    'a body of several parts, one of them binary',
    'passed',
    {
      start: 'MESSAGE sip:kumiko@example.org SIP/2.0',
      lines: { 'Content-Type': 'Content-Type: multipart/mixed;boundary=7a9cbec02ceef655' },
      body: '--7a9cbec02ceef655\r\nContent-Type: text/plain\r\n\r\nHello\r\n--7a9cbec02ceef655\r\nContent-Type: application/octet-stream\r\n\r\n\x00\x01\r\n\r\n\x7F\r\n--7a9cbec02ceef655--',
    },
  ],
  [
    'unreason',
    'a reason phrase in another language',
    'dropped',
    { start: 'SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое' },
  ],
  ['noreason', 'no reason phrase', 'dropped', { start: 'SIP/2.0 100 ' }],
];

const INVALID: readonly Row[] = [
  [
    'badinv01',
    'separators with nothing between',
    'dropped',
    {
      start: INVITE,
      lines: {
        Via: 'Via: SIP/2.0/UDP 192.0.2.15;;,;,,',
        Contact: 'Contact: "Joe" <sip:joe@example.org>;;;;',
      },
    },
  ],
  [
    'clerr',
    'Content-Length longer than the message',
    400,
    { start: INVITE, lines: { 'Content-Length': 'Content-Length: 9999', ...sdp }, body: SDP },
  ],
  [
    'ncl',
    'a negative Content-Length',
    400,
    { start: INVITE, lines: { 'Content-Length': 'Content-Length: -999', ...sdp }, body: SDP },
  ],
  [
    'scalar02',
    'numbers that are too large in a request',
    400,
    {
      start: REGISTER,
      lines: {
        CSeq: 'CSeq: 36893488147419103232 REGISTER',
        'Max-Forwards': 'Max-Forwards: 300',
        Contact:
          'Contact: <sip:user@host129.example.com>;expires=280297596632815\r\nExpires: 1000000000000000',
      },
    },
  ],
  [
    'scalarlg',
    'numbers that are too large in a response',
    'dropped',
    {
      start: 'SIP/2.0 503 Service Unavailable',
      lines: {
        CSeq: 'CSeq: 9292394834772304023312 OPTIONS',
        Extra: 'Retry-After: 949302838503028349304023988',
      },
    },
  ],
  [
    'quotbal',
    'a quote that does not end',
    400,
    { start: INVITE, lines: { To: 'To: "Mr. J. User <sip:j.user@example.com>' } },
  ],
  ['ltgtruri', 'a Request-URI in brackets', 400, { start: 'INVITE <sip:user@example.com> SIP/2.0' }],
  ['lwsruri', 'white space in the Request-URI', 400, { start: 'INVITE sip:user@example.com; lr SIP/2.0' }],
  ['lwsstart', 'several spaces in the start line', 400, { start: 'INVITE  sip:user@example.com  SIP/2.0' }],
  [
    'trws',
    'a space behind the start line',
    400,
    { start: 'OPTIONS sip:remote-target@example.com SIP/2.0  ' },
  ],
  [
    'escruri',
    'header fields in the Request-URI',
    400,
    { start: 'INVITE sip:user@example.com?Route=%3Csip:example.com%3E SIP/2.0' },
  ],
  [
    'baddate',
    'a date in another time zone, which nobody needs',
    'passed',
    { start: INVITE, lines: { Date: 'Date: Fri, 01 Jan 2010 16:00:00 EST' } },
  ],
  [
    'regbadct',
    'URI header fields in a Contact without brackets',
    400,
    { start: REGISTER, lines: { Contact: 'Contact: sip:user@example.com?Route=%3Csip:sip.example.com%3E' } },
  ],
  [
    'badaspec',
    'spaces inside brackets',
    400,
    { start: OPTIONS, lines: { To: 'To: "Watson, Thomas" < sip:t.watson@example.org >' } },
  ],
  [
    'baddn',
    'a comma in a name without quotes',
    400,
    { start: OPTIONS, lines: { From: 'From: Bell, Alexander <sip:a.g.bell@example.com>;tag=43' } },
  ],
  [
    'badvers',
    'another version of SIP',
    505,
    {
      start: 'OPTIONS sip:t.watson@example.org SIP/7.0',
      lines: { Via: 'Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-badvers' },
    },
  ],
  ['mismatch01', 'a CSeq of another method', 400, { start: OPTIONS, lines: { CSeq: 'CSeq: 8 INVITE' } }],
  [
    'mismatch02',
    'a CSeq of another method, with a method that nobody knows',
    400,
    { start: 'NEWMETHOD sip:user@example.com SIP/2.0', lines: { CSeq: 'CSeq: 8 INVITE' } },
  ],
  [
    'bigcode',
    'a status of ten digits',
    'dropped',
    { start: 'SIP/2.0 4294967301 better not break the receiver' },
  ],
];

const SEMANTIC: readonly Row[] = [
  [
    'badbranch',
    'a branch of nothing but the cookie',
    'passed',
    { start: OPTIONS, lines: { Via: 'Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK' } },
  ],
  ['insuf', 'no Call-ID, From and To', 400, { start: INVITE, lines: { 'Call-ID': '', From: '', To: '' } }],
  [
    'unkscm',
    'a Request-URI of an unknown scheme',
    416,
    { start: 'OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0' },
  ],
  [
    'novelsc',
    'a Request-URI of a known scheme that is not of SIP',
    416,
    { start: 'OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0' },
  ],
  [
    'unksm2',
    'unknown schemes in From, To and Contact',
    'passed',
    {
      start: REGISTER,
      lines: {
        To: 'To: isbn:2983792873',
        From: 'From: <http://www.example.com>;tag=3234233',
        Contact: 'Contact: <name:John_Smith>',
      },
    },
  ],
  [
    'bext01',
    'extensions that nobody supports',
    'passed',
    {
      start: OPTIONS,
      lines: {
        Require: 'Require: nothingSupportsThis, nothingSupportsThisEither',
        Extra: 'Proxy-Require: noProxiesSupportThis, norDoAnyProxiesSupportThis',
      },
    },
  ],
  [
    'invut',
    'a body of an unknown type',
    'passed',
    {
      start: INVITE,
      lines: { 'Content-Type': 'Content-Type: application/unknownformat' },
      body: '<audio>\r\n <pcmu port="443"/>\r\n</audio>\r\n',
    },
  ],
  [
    'regaut01',
    'credentials of an unknown scheme',
    'passed',
    { start: REGISTER, lines: { Authorization: 'Authorization: NoOneKnowsThisScheme opaque-data=here' } },
  ],
  [
    'multi01',
    'several values where one is allowed',
    400,
    {
      start: INVITE,
      lines: {
        Extra:
          'CSeq: 59 INVITE\r\nCall-ID: another\r\nMax-Forwards: 5\r\nFrom: <sip:other@example.com>;tag=1\r\nTo: <sip:other@example.com>',
      },
    },
  ],
  [
    'mcl01',
    'two Content-Lengths',
    400,
    { start: OPTIONS, lines: { Extra: 'Content-Length: 5' }, body: 'hello' },
  ],
  [
    'bcast',
    'a response with the broadcast address in Via',
    'dropped',
    {
      start: 'SIP/2.0 200 OK',
      lines: {
        Via: 'Via: SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1324923\r\nVia: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23',
      },
    },
  ],
  [
    'zeromf',
    'OPTIONS with no hop left, for us',
    'passed',
    { start: OPTIONS, lines: { 'Max-Forwards': 'Max-Forwards: 0' } },
  ],
  [
    'cparam01',
    'an unknown parameter of a Contact',
    'passed',
    { start: REGISTER, lines: { Contact: 'Contact: sip:+19725552222@gw1.example.net;unknownparam' } },
  ],
  [
    'cparam02',
    'an unknown parameter of a Contact’s URI',
    'passed',
    { start: REGISTER, lines: { Contact: 'Contact: <sip:+19725552222@gw1.example.net;unknownparam>' } },
  ],
  [
    'regescrt',
    'URI header fields in a Contact with brackets',
    'passed',
    {
      start: REGISTER,
      lines: { Contact: 'Contact: <sip:user@example.com?Route=%3Csip:sip.example.com%3E>' },
    },
  ],
  [
    'sdp01',
    'an Accept without SDP',
    'passed',
    { start: INVITE, lines: { Accept: 'Accept: text/nobodyKnowsThis', 'Content-Length': 'l: 0' } },
  ],
  [
    'inv2543',
    'an INVITE of RFC 2543',
    'passed',
    {
      start: 'INVITE sip:UserB@example.com SIP/2.0',
      lines: {
        Via: 'Via: SIP/2.0/UDP 127.0.0.1;rport',
        From: 'From: <sip:iuser@example.com>',
        'Max-Forwards': '',
        Contact: '',
        CSeq: 'CSeq: 1 INVITE',
      },
    },
  ],
];

const SECOND_REQUEST = `INVITE sip:joe@example.com SIP/2.0\r\nt: sip:joe@example.com\r\nf: sip:caller@example.net;tag=141334\r\n\r\n`;

export const tortureMessages: readonly TortureMessage[] = [...VALID, ...INVALID, ...SEMANTIC].map(
  ([name, about, outcome, what]) => ({
    name,
    about,
    outcome,
    text: name === 'dblreq' ? `${told(name, what)}${SECOND_REQUEST}` : told(name, what),
  }),
);
