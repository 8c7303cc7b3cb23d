import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type { Ask, Tell } from '../ipc/channels.ts';
import { asks, tells } from '../ipc/channels.ts';

const ask = (name: Ask) => (request: unknown) => ipcRenderer.invoke(name, request);

/** The event object stays here: it would hand the page the whole of ipcRenderer. */
const on = (name: Tell) => (hear: (message: unknown) => void) => {
  const listener = (_event: IpcRendererEvent, message: unknown) => hear(message);
  ipcRenderer.on(name, listener);
  return () => void ipcRenderer.off(name, listener);
};

contextBridge.exposeInMainWorld('ringside', {
  ...Object.fromEntries(asks.map((name) => [name, ask(name)])),
  ...Object.fromEntries(tells.map((name) => [`on${name[0]?.toUpperCase()}${name.slice(1)}`, on(name)])),
});
