/** The desktop's own pages have this origin. */
export const desktopOrigin = 'app://ringside';

export interface Origins {
  /**
   * Whether a page from this origin may talk to the gateway it reached as `host`. A browser always says where a page
   * comes from; other programs say nothing and have no cookies to misuse, so silence is allowed.
   */
  readonly allow: (origin: string | undefined, host: string | undefined) => boolean;
}

export function originsOf(publicUrl: string | null): Origins {
  const own = publicUrl === null ? null : new URL(publicUrl).origin;
  return {
    allow: (origin, host) =>
      origin === undefined ||
      origin === desktopOrigin ||
      origin === own ||
      (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)),
  };
}
