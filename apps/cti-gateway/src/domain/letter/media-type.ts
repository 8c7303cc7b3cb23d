import { zipMembers } from './zip-members.ts';

/** What is looked at of a file: enough to know what it is, whatever its length. */
export interface SeenBytes {
  /** its beginning, at most `headBytes` */
  readonly head: Uint8Array;
  /** its end, at most `tailBytes` */
  readonly tail: Uint8Array;
  /** whether all of it is valid UTF-8 without control characters */
  readonly isText: boolean;
}

export const headBytes = 4_096;
/** a central directory of some thousand members */
export const tailBytes = 256 * 1_024;

export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'audio/wav',
  'audio/mpeg',
  'video/mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'message/rfc822',
  'text/csv',
  'text/plain',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** `active`: a program, a script, a page, or a document with macros; `unknown`: none of what is taken. */
export type Scanned = MediaType | 'active' | 'unknown';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A byte of a signature; null: any. */
type Signature = readonly (number | null)[];
const ascii = (text: string): Signature => [...text].map((letter) => letter.charCodeAt(0));
const any = (count: number): Signature => Array.from({ length: count }, () => null);

/** First bytes, as the formats' specifications have them. */
const signatures: readonly (readonly [Signature, Scanned])[] = [
  [ascii('%PDF-'), 'application/pdf'],
  [[0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [ascii('GIF87a'), 'image/gif'],
  [ascii('GIF89a'), 'image/gif'],
  [[...ascii('RIFF'), ...any(4), ...ascii('WEBP')], 'image/webp'],
  [[...ascii('RIFF'), ...any(4), ...ascii('WAVE')], 'audio/wav'],
  [ascii('ID3'), 'audio/mpeg'],
  [ascii('MZ'), 'active'],
  [[0x7f, ...ascii('ELF')], 'active'],
  [[0xfe, 0xed, 0xfa, 0xce], 'active'],
  [[0xfe, 0xed, 0xfa, 0xcf], 'active'],
  [[0xce, 0xfa, 0xed, 0xfe], 'active'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'active'],
  [[0xca, 0xfe, 0xba, 0xbe], 'active'],
  [[0x00, ...ascii('asm')], 'active'],
  [[0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], 'active'],
  [ascii('#!'), 'active'],
];
const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];
const mp4Brands = [
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V ',
  'M4A ',
  'dash',
  'MSNV',
  'mmp4',
  '3gp4',
  '3gp5',
  '3gp6',
];

/** Endings that make a system run or open a file as a program, whatever is in it. */
const activeEndings = new Set(
  (
    'exe dll com scr msi msp bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta cpl jar class sh bash zsh csh py pl rb php ' +
    'app command workflow desktop lnk url reg inf chm html htm xhtml shtml mht mhtml svg svgz xml xsl docm xlsm dotm xltm pptm iso img dmg apk deb rpm'
  ).split(' '),
);

/** LETTER-10: what a file is, by its first bytes; its name counts only among kinds of text, and to refuse. Never throws. */
export function scannedType({ head, tail, isText }: SeenBytes, name: string): Scanned {
  const ending = endingOf(name);
  if (activeEndings.has(ending)) return 'active';
  const signed = signatures.find(([signature]) => begins(head, signature));
  if (signed) return signed[1];
  if (begins(head, ascii('PK\u0003\u0004'))) return typeOfZip(tail);
  const brand = brandOf(head);
  if (brand !== null) return typeOfBrand(brand);
  if (isMp3Frame(head)) return 'audio/mpeg';
  return isText && head.length > 0 ? typeOfText(head, ending) : 'unknown';
}

export const endingOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot < 0
    ? ''
    : name
        .slice(dot + 1)
        .trim()
        .toLowerCase();
};

const begins = (bytes: Uint8Array, signature: Signature): boolean =>
  bytes.length >= signature.length && signature.every((byte, i) => byte === null || bytes[i] === byte);

function brandOf(head: Uint8Array): string | null {
  if (!begins(head, [...any(4), ...ascii('ftyp')]) || head.length < 12) return null;
  return String.fromCharCode(...head.subarray(8, 12));
}

function typeOfBrand(brand: string): Scanned {
  if (heicBrands.includes(brand)) return 'image/heic';
  return mp4Brands.includes(brand) ? 'video/mp4' : 'unknown';
}

/** MPEG-1/2 layer III without an ID3 tag: eleven bits of sync, then a version, layer, bit rate and sampling rate there are. */
function isMp3Frame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const [version, layer, rate, sampling] = [
    (second >> 3) & 3,
    (second >> 1) & 3,
    third >> 4,
    (third >> 2) & 3,
  ];
  return (
    first === 0xff &&
    second >> 5 === 7 &&
    version !== 1 &&
    layer === 1 &&
    rate > 0 &&
    rate < 15 &&
    sampling < 3
  );
}

function typeOfZip(tail: Uint8Array): Scanned {
  const members = zipMembers(tail);
  if (members === null || !members.includes('[Content_Types].xml')) return 'unknown';
  if (members.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return 'active';
  if (members.includes('word/document.xml')) return docx;
  return members.includes('xl/workbook.xml') ? xlsx : 'unknown';
}

/** Marks of pages and drawings that run scripts, after what may come before them. There is one way to read a comment: many of them cost no more than their length. */
const PAGE =
  /^(?:<!--(?:(?!-->)[\s\S])*-->|<\?xml[^>]*\?>|\s)*<(?:!doctype|html|head|body|script|svg|iframe|xsl:|\?xml|\?php)/i;
const HEADER = /^(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/;

function typeOfText(head: Uint8Array, ending: string): Scanned {
  const text = new TextDecoder().decode(head);
  if (PAGE.test(text) || text.startsWith('<?')) return 'active';
  if (
    ending === 'eml' &&
    HEADER.test(text) &&
    /^(from|received|date|subject|message-id|mime-version|return-path|delivered-to):/im.test(text)
  )
    return 'message/rfc822';
  return ending === 'csv' ? 'text/csv' : 'text/plain';
}

const endings: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'audio/wav': ['wav', 'wave'],
  'audio/mpeg': ['mp3'],
  'video/mp4': ['mp4', 'm4v', 'm4a', '3gp', 'mov'],
  [docx]: ['docx'],
  [xlsx]: ['xlsx'],
  'message/rfc822': ['eml'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'text', 'log', 'md', 'csv', 'eml', ''],
};

/** LETTER-11: whether a file's name says what it is. */
export const nameFits = (name: string, mediaType: string): boolean =>
  endings[mediaType as MediaType]?.includes(endingOf(name)) ?? false;

/** Signs that hide how a name ends or lead out of a folder are taken out; what is left of nothing is "file". */
export function safeName(name: string, longest: number): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029"<>|:*?]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const letters = [...plain];
  if (letters.length <= longest) return plain === '' || plain === '.' || plain === '..' ? 'file' : plain;
  const ending = endingOf(plain);
  const kept = ending.length > 0 && ending.length <= 10 ? `.${ending}` : '';
  return letters.slice(0, longest - kept.length).join('') + kept;
}
