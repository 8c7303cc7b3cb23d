import type { CalendarFault } from '@ringside/shared/model/rota';
import { notAllowedCode } from './reachable.ts';

/** Ends a reading; why is all that is told. */
export class Unreadable extends Error {
  readonly fault: CalendarFault;

  constructor(fault: CalendarFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Why a connection failed, by Node's and OpenSSL's codes: their texts may hold the address. */
export function faultOf(cause: unknown): CalendarFault {
  if (cause instanceof Unreadable) return cause.fault;
  const code = codeOf(cause);
  if (code === notAllowedCode) return 'notAllowed';
  if (code.startsWith('Z_')) return 'notCalendar';
  if (code.startsWith('CERT_') || certificateCodes.has(code)) return 'badCertificate';
  return 'notReached';
}

const certificateCodes: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
]);

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
