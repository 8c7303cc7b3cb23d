import { ok, refuse, type Result } from '@ringside/shared/model/result';
import { parseCSeq, type CSeq } from './c-seq.ts';
import { decimal } from './characters.ts';
import { malformed, type Fault } from './message-refusal.ts';
import type { SipHeader } from './message.ts';
import { parseNameAddress, type NameAddress } from './name-address.ts';
import { parseVia, type Via } from './via.ts';

/** What transactions and dialogs find a message by, parsed once (RFC 3261 section 8.1.1). */
export interface Essentials {
  /** the top one */
  readonly via: Via;
  readonly viaCount: number;
  readonly from: NameAddress;
  readonly to: NameAddress;
  readonly callId: string;
  readonly cSeq: CSeq;
  readonly maxForwards: number | null;
  readonly contentLength: number | null;
}

/** Header fields that must not stand twice, a list of values has no meaning in them. */
const SINGLE = ['From', 'To', 'Call-ID', 'CSeq', 'Max-Forwards', 'Content-Length', 'Content-Type'] as const;
type Single = (typeof SINGLE)[number];
type Singles = Partial<Record<Single, string>>;
const isSingle = (name: string): name is Single => (SINGLE as readonly string[]).includes(name);

/** No Content-Length worth reading has more digits; larger ones are refused by the message limit. */
const MOST_CONTENT = 2 ** 31 - 1;

export function readEssentials(headers: readonly SipHeader[]): Result<Essentials, Fault> {
  const singles: Singles = {};
  let topVia: string | undefined;
  let viaCount = 0;
  for (const { name, value } of headers) {
    if (name === 'Via') {
      topVia ??= value;
      viaCount += 1;
    }
    if (!isSingle(name)) continue;
    if (singles[name] !== undefined) return refuse(malformed(`Two ${name} Header Fields`));
    singles[name] = value;
  }
  return parseEssentials(singles, topVia, viaCount);
}

function parseEssentials(singles: Singles, topVia: string | undefined, viaCount: number) {
  const via = topVia === undefined ? null : parseVia(topVia);
  if (via === null) return refuse(malformed('Bad Or Missing Via'));
  const from = parseNameAddress(singles.From ?? '');
  if (from === null) return refuse(malformed('Bad Or Missing From'));
  const to = parseNameAddress(singles.To ?? '');
  if (to === null) return refuse(malformed('Bad Or Missing To'));
  const callId = singles['Call-ID'] ?? '';
  if (!isCallId(callId)) return refuse(malformed('Bad Or Missing Call-ID'));
  const cSeq = parseCSeq(singles.CSeq ?? '');
  if (cSeq === null) return refuse(malformed('Bad Or Missing CSeq'));
  const maxForwards = optionalNumber(singles['Max-Forwards'], 255);
  if (maxForwards === undefined) return refuse(malformed('Bad Max-Forwards'));
  const contentLength = optionalNumber(singles['Content-Length'], MOST_CONTENT);
  if (contentLength === undefined) return refuse(malformed('Bad Content-Length'));
  return ok({ via, viaCount, from, to, callId, cSeq, maxForwards, contentLength });
}

/** null when the header is missing, undefined when it is no number in range */
function optionalNumber(text: string | undefined, most: number): number | null | undefined {
  return text === undefined ? null : (decimal(text, most) ?? undefined);
}

/** Words with no white space inside (section 25.1, callid). */
function isCallId(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) <= 32) return false;
  return text !== '';
}
