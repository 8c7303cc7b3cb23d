import { join, normalize, sep } from 'node:path';

/**
 * The file under `root` that a page's URL names, or null for anything that would lead out of it: `..` also when encoded,
 * backslashes, NUL, drive letters, broken percent signs.
 */
export function assetPath(root: string, pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':'))
    return null;
  if (decoded.split('/').includes('..')) return null;
  const base = normalize(root + sep);
  const path = join(base, decoded === '/' ? 'index.html' : decoded);
  return path.startsWith(base) ? path : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
