import type { Id, RecordingId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { IdSource } from '../ports/id-source.ts';
import type { Log } from '../ports/log.ts';
import type { Numbering } from '../ports/numbering.ts';
import type { Recordings } from '../ports/recordings.ts';
import type { Secrets } from '../ports/secrets.ts';

/** Ids that sort by time of making and are the same in every run. */
export function createFakeIds(): IdSource {
  let count = 0;
  const next = (): string => String((count += 1)).padStart(6, '0');
  return {
    next: <Kind extends string>(): Id<Kind> => asId<Kind>(`id-${next()}`),
    secret: (bytes) => `secret-${bytes}-${next()}`,
  };
}

export interface FakeLog extends Log {
  readonly lines: readonly { readonly level: string; readonly what: string; readonly facts: unknown }[];
}

export function createFakeLog(): FakeLog {
  const lines: { level: string; what: string; facts: unknown }[] = [];
  const at = (level: string) => (what: string, facts?: unknown) => void lines.push({ level, what, facts });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** Reads E.164 numbers, and Taiwanese ones as people there write them. */
export const fakeNumbering: Numbering = {
  parse: (text, region) => {
    const digits = [...text].filter((letter) => (letter >= '0' && letter <= '9') || letter === '+').join('');
    const number = digits.startsWith('0') && region === 'TW' ? `+886${digits.slice(1)}` : digits;
    return isE164(number) ? number : null;
  },
  isPremium: (number) => number.startsWith('+886204'),
};

export interface FakeRecordings extends Recordings {
  readonly files: Map<RecordingId, Uint8Array>;
}

/** Sounds in memory. */
export function createFakeRecordings(): FakeRecordings {
  const files = new Map<RecordingId, Uint8Array>();
  return {
    files,
    size: (recordingId) => Promise.resolve(files.get(recordingId)?.length ?? null),
    async *read(recordingId, from, until) {
      const file = files.get(recordingId);
      if (file) yield file.subarray(from, until);
    },
    remove: async (recordingId) => void files.delete(recordingId),
  };
}

/** Digests that can be read; nothing here is secret. */
export const fakeSecrets: Secrets = {
  hashPassword: (password) => Promise.resolve(`hash of ${password}`),
  verifyPassword: (password, hash) => Promise.resolve(hash === `hash of ${password}`),
  sha256Hex: (text) => hexOf(text, 64),
  md5Hex: (text) => hexOf(text, 32),
};

/** FNV-1a over the text, widened by counting: the same for the same text and different for others, which is all tests need. */
function hexOf(text: string, length: number): string {
  let hex = '';
  for (let round = 0; hex.length < length; round += 1) {
    let hash = 0x811c9dc5;
    for (const letter of `${round} ${text}`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    hex += hash.toString(16).padStart(8, '0');
  }
  return hex.slice(0, length);
}
