import type { Session } from 'electron';
import { pageOrigin } from './page-origin.ts';

/**
 * What a telephone page needs of the machine. A camera is asked for as `media` too and refused by its kind; of the
 * clipboard it may write, when somebody presses "Copy", and not read. A large diagram may have the whole screen.
 */
const allowed = new Set([
  'media',
  'hid',
  'speaker-selection',
  'notifications',
  'clipboard-sanitized-write',
  'fullscreen',
]);

/** Whether our page gets it; every other origin and every other permission is refused. */
export function mayUse(permission: string, origin: string, mediaKinds: readonly string[]): boolean {
  const ours = origin === pageOrigin || origin === `${pageOrigin}/`;
  return ours && allowed.has(permission) && !mediaKinds.includes('video');
}

export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(mayUse(permission, originOf(details.requestingUrl), kinds));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse(permission, origin, details.mediaType ? [details.mediaType] : []),
  );
  session.setDevicePermissionHandler(
    ({ deviceType, origin }) => deviceType === 'hid' && mayUse('hid', origin, []),
  );
  // The page filters by the telephony usage page, so what is listed here are headsets: the first one is taken.
  session.on('select-hid-device', (event, { deviceList }, choose) => {
    event.preventDefault();
    choose(deviceList[0]?.deviceId ?? null);
  });
}

/** `URL.origin` is the word "null" for schemes that Node does not know, so it is put together here. */
function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}
