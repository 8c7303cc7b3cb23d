import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Finding } from './finding.ts';
import { openToOthers } from '../read-secret.ts';
import type { Path } from '../source.ts';

/** Whether the certificate and key can be read and belong together. */
export function checkTls(
  path: Path,
  files: { readonly certificate: string; readonly key: string } | null,
): Finding[] {
  if (files === null) return [];
  const certificate = readable([...path, 'certificate'], files.certificate);
  const key = readable([...path, 'key'], files.key);
  if ('why' in certificate || 'why' in key) return [certificate, key].filter((one) => 'why' in one);
  if (openToOthers(files.key)) return [keyIsOpen(path, files.key)];
  try {
    createSecureContext({ cert: certificate.text, key: key.text });
    return [];
  } catch (cause) {
    const why = `with ${files.key} it makes no certificate and key that belong together (${(cause as Error).message})`;
    return [
      {
        path: [...path, 'certificate'],
        value: files.certificate,
        why,
        remedy: 'Name PEM files that belong together.',
      },
    ];
  }
}

function readable(path: Path, file: string): Finding | { readonly text: string } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (cause) {
    const why = `the file can't be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`;
    return { path, value: file, why, remedy: 'Name a PEM file that this user may read.' };
  }
}

const keyIsOpen = (path: Path, file: string): Finding => ({
  path: [...path, 'key'],
  value: file,
  why: 'every user of this machine can read this private key',
  remedy: `Run "chmod o-rwx ${file}".`,
});
