import { constants, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { ByteReader } from './byte-reader.ts';
import { ECDSA_SHA256 } from './client-hello.ts';

/** The first certificate of a Certificate message (RFC 5246 §7.4.6), or null. */
export const readCertificate = (body: Buffer): Buffer | null => {
  const list = new ByteReader(body).vector(3);
  return list && new ByteReader(list).vector(3);
};

/** The client's point in a ClientKeyExchange (RFC 8422 §5.7), or null. */
export const readPoint = (body: Buffer): Buffer | null => new ByteReader(body).vector(1);

const publicKeyOf = (certificate: Buffer): KeyObject | null => {
  try {
    return new X509Certificate(certificate).publicKey;
  } catch {
    return null;
  }
};

const signatureFits = (scheme: number, key: KeyObject, signed: Buffer, signature: Buffer): boolean => {
  if (scheme === ECDSA_SHA256 && key.asymmetricKeyType === 'ec')
    return verify('sha256', signed, key, signature);
  if (key.asymmetricKeyType !== 'rsa') return false;
  if (scheme === 0x0401) return verify('sha256', signed, key, signature);
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return scheme === 0x0804 && verify('sha256', signed, pss, signature);
};

/**
 * Whether a CertificateVerify proves that the client holds its certificate's key. Without this proof the fingerprint
 * in the SDP would say nothing: certificates travel in the clear.
 */
export const provesPossession = (body: Buffer, certificate: Buffer, transcript: Buffer): boolean => {
  const reader = new ByteReader(body);
  const scheme = reader.number(2);
  const signature = reader.vector(2);
  const key = publicKeyOf(certificate);
  if (scheme === null || !signature || !key) return false;
  try {
    return signatureFits(scheme, key, transcript, signature);
  } catch {
    return false;
  }
};
