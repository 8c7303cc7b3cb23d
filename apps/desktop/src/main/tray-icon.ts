import { unreachable } from '@ringside/shared/model/unreachable';
import type { TrayState } from './words.ts';

/** Red, green and blue of a state (ux.md); the shape says the same to those who can't tell the colours. */
const colours: Readonly<Record<TrayState, readonly [number, number, number]>> = {
  ready: [0x00, 0x69, 0xa8],
  onCall: [0x00, 0x79, 0x5a],
  reserved: [0x8a, 0x5a, 0x00],
  wrapUp: [0x8e, 0x3a, 0x80],
  notReady: [0x5f, 0x66, 0x70],
  signedOut: [0x5f, 0x66, 0x70],
  offline: [0xb3, 0x26, 0x1e],
};

/** Pixels of the tray's icon as Electron's bitmaps want them: rows from the top, blue green red alpha, premultiplied. */
export function trayIcon(state: TrayState, size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const [red, green, blue] = colours[state];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const across = (2 * (x + 0.5)) / size - 1;
      const down = (2 * (y + 0.5)) / size - 1;
      if (isInside(state, across, down)) pixels.set([blue, green, red, 255], (y * size + x) * 4);
    }
  }
  return pixels;
}

/** Coordinates from -1 to 1 around the middle. */
function isInside(state: TrayState, x: number, y: number): boolean {
  const distance = Math.hypot(x, y);
  switch (state) {
    case 'ready':
      return distance < 0.85;
    case 'onCall':
      return x > -0.7 && Math.abs(y) < (0.9 - x) * 0.55;
    case 'reserved':
      return distance < 0.85 && (x < 0 || distance > 0.6);
    case 'wrapUp':
      return Math.abs(x) + Math.abs(y) < 0.9;
    case 'notReady':
      return Math.abs(x) < 0.7 && Math.abs(y) < 0.7;
    case 'signedOut':
      return distance < 0.85 && distance > 0.55;
    case 'offline':
      return distance < 0.9 && Math.abs(Math.abs(x) - Math.abs(y)) < 0.3;
    default:
      return unreachable(state);
  }
}
