import { createHmac } from 'node:crypto';

/** TLS 1.2's pseudo-random function with SHA-256, RFC 5246 §5. */
export const prf = (secret: Buffer, label: string, seed: Buffer, length: number): Buffer => {
  const labelled = Buffer.concat([Buffer.from(label, 'ascii'), seed]);
  const sign = (bytes: Buffer): Buffer => createHmac('sha256', secret).update(bytes).digest();
  const parts: Buffer[] = [];
  let chain: Buffer = labelled;
  for (let made = 0; made < length; made += 32) {
    chain = sign(chain);
    parts.push(sign(Buffer.concat([chain, labelled])));
  }
  return Buffer.concat(parts).subarray(0, length);
};
