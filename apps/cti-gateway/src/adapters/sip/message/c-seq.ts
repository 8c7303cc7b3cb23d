import { decimal, isDigitCode } from './characters.ts';
import { Scanner } from './scanner.ts';

/** A CSeq value (RFC 3261 section 20.16). */
export interface CSeq {
  readonly number: number;
  readonly method: string;
}

/** Sequence numbers stay under 2^31 (section 8.1.1.5). */
const HIGHEST = 2 ** 31 - 1;

export function parseCSeq(value: string): CSeq | null {
  const scanner = new Scanner(value);
  scanner.skipSpace();
  const number = decimal(withoutLeadingZeros(scanner.run(isDigitCode)), HIGHEST);
  scanner.skipSpace();
  const method = scanner.token();
  scanner.skipSpace();
  return number === null || method === '' || !scanner.ended ? null : { number, method };
}

function withoutLeadingZeros(digits: string): string {
  let at = 0;
  while (at < digits.length - 1 && digits.charCodeAt(at) === 48) at += 1;
  return digits.slice(at);
}
