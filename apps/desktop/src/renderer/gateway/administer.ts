import type { AdminProblemView } from '@ringside/shared/protocol/administration';
import { adminProblem } from '@ringside/shared/protocol/administration';

/** What an administrator asks; the path stands below /api/admin/v1. */
export interface AdminAsk {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** JSON */
  readonly body?: unknown;
  /** a file instead of JSON */
  readonly file?: {
    readonly medium: 'application/yaml' | 'text/calendar' | 'audio/wav';
    readonly content: string | Blob;
  };
  /** the version that was seen */
  readonly ifMatch?: string;
}

export type AdminReply =
  | { readonly ok: true; readonly value: unknown; readonly etag: string | null }
  | { readonly ok: false; readonly problem: AdminProblemView };

const patienceMs = 20_000;

/** Asks over plain HTTP with the desk's own token. JSON comes as such, YAML as text, sound as a Blob. */
export async function administer(
  ask: typeof fetch,
  token: string | null,
  asked: AdminAsk,
): Promise<AdminReply> {
  try {
    const response = await ask(`/api/admin/v1${asked.path}`, {
      method: asked.method,
      headers: headersOf(asked, token),
      signal: AbortSignal.timeout(patienceMs),
      ...(asked.file ? { body: await sent(asked.file.content) } : {}),
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
    if (!response.ok) return { ok: false, problem: await problemIn(response) };
    const etag = response.headers.get('etag')?.replace(/^"(.*)"$/, '$1') ?? null;
    return { ok: true, value: await valueIn(response), etag };
  } catch {
    return { ok: false, problem: saidHere('noConnection', 0) };
  }
}

/** A Blob as a body does not come through Electron's handler of app:// (25.1): its bytes do. */
const sent = (content: string | Blob): string | Promise<ArrayBuffer> =>
  typeof content === 'string' ? content : content.arrayBuffer();

function headersOf({ body, file, ifMatch }: AdminAsk, token: string | null): Record<string, string> {
  return {
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(file ? { 'Content-Type': file.medium } : {}),
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  };
}

async function valueIn(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status === 204) return null;
  if (type.includes('json')) return response.json();
  return type.startsWith('audio/') ? response.blob() : response.text();
}

async function problemIn(response: Response): Promise<AdminProblemView> {
  const parsed = adminProblem.safeParse(await response.json().catch(() => null));
  return parsed.success
    ? parsed.data
    : saidHere(response.status >= 502 ? 'noConnection' : 'internal', response.status);
}

const saidHere = (problem: string, status: number): AdminProblemView => ({
  type: 'about:blank',
  title: problem,
  status,
  problem,
});
