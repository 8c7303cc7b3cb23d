/** One of the gateway's HTTP doors that a page may use. */
export interface GatewayDoor {
  /** bytes a request may carry */
  readonly longestBody: number;
}

const small: GatewayDoor = { longestBody: 16_384 };
/** A recording of 5 MB, as the gateway takes it. */
const administration: GatewayDoor = { longestBody: 5_300_000 };

/** A file for a case, of the size the gateway takes (SPEC LETTER-10). */
const files: GatewayDoor = { longestBody: 20 * 1024 * 1024 };

/** The door behind a path, or null: everything else of the gateway stays out of reach of app:// pages. */
export function gatewayDoor(pathname: string): GatewayDoor | null {
  if (pathname === '/api/about' || pathname === '/api/sign-in' || pathname === '/api/sign-out') return small;
  if (/^\/api\/cases\/[^/]+\/attachments(\/[^/]+)?$/.test(pathname)) return files;
  return pathname.startsWith('/api/admin/v1/') ? administration : null;
}
