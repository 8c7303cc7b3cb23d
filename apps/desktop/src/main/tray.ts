import { Menu, nativeImage, Tray } from 'electron';
import type { Language } from '@ringside/shared/model/language';
import { trayIcon } from './tray-icon.ts';
import type { TrayState } from './words.ts';
import { presenceWords, trayWords } from './words.ts';

export interface StateTray {
  show(state: TrayState, language: Language): void;
}

/** The state beside the clock, in shape, colour and words. */
export function stateTray(open: () => void, quit: () => void): StateTray {
  const tray = new Tray(image('offline'));
  tray.on('click', open);
  return {
    show(state, language) {
      tray.setImage(image(state));
      tray.setToolTip(`Ringside: ${presenceWords[state][language]}`);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: presenceWords[state][language], enabled: false },
          { type: 'separator' },
          { label: trayWords.open[language], click: open },
          { label: trayWords.quit[language], click: quit },
        ]),
      );
    },
  };
}

function image(state: TrayState): Electron.NativeImage {
  const icon = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const size = 16 * scaleFactor;
    icon.addRepresentation({ scaleFactor, width: size, height: size, buffer: pngOf(state, size) });
  }
  return icon;
}

/** addRepresentation reads encoded pictures, createFromBitmap plain pixels. */
function pngOf(state: TrayState, size: number): Buffer {
  return nativeImage.createFromBitmap(trayIcon(state, size), { width: size, height: size }).toPNG();
}
