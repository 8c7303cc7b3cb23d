import type { Bridge } from '../ipc/bridge.ts';

declare global {
  interface Window {
    readonly ringside?: Bridge;
  }
}

/** What the preload offers, or null in a browser. */
export const bridge = (): Bridge | null => window.ringside ?? null;
