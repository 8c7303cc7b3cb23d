import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for localhost and 127.0.0.1 that is made for one test run (X.509 in DER by hand, so that no key lies in the repository). */
export function selfSignedCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectId([42, 134, 72, 206, 61, 4, 3, 2]));
  const name = sequence(der(0x31, sequence(objectId([85, 4, 3]), der(0x0c, Buffer.from('localhost')))));
  const validity = sequence(
    der(0x18, Buffer.from('20200101000000Z')),
    der(0x18, Buffer.from('21200101000000Z')),
  );
  const alternatives = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.of(127, 0, 0, 1)));
  const extensions = der(0xa3, sequence(sequence(objectId([85, 29, 17]), der(0x04, alternatives))));
  const version = der(0xa0, integer(2));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const signed = sequence(version, integer(1), ecdsaWithSha256, name, validity, name, key, extensions);
  const signature = der(0x03, Buffer.of(0), sign('sha256', signed, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: pem(sequence(signed, ecdsaWithSha256, signature)),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...head), content]);
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const objectId = (octets: readonly number[]) => der(0x06, Buffer.from(octets));
const integer = (value: number) => der(0x02, Buffer.of(value));

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
