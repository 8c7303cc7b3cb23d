/** Passwords and digests; the cryptography is the platform's. */
export interface Secrets {
  /** A salted, slow hash with its parameters in the text. */
  hashPassword(password: string): Promise<string>;
  verifyPassword(password: string, hash: string): Promise<boolean>;
  sha256Hex(text: string): string;
  md5Hex(text: string): string;
}
