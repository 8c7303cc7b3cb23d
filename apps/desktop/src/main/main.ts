import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { hearDialLinks } from './dial-links.ts';
import { guardContents } from './guard-contents.ts';
import { pageScheme } from './page-origin.ts';
import { runDesk } from './run-desk.ts';
import type { Settings } from './settings.ts';
import { openSettings } from './settings.ts';
import { startOptions } from './start-options.ts';

protocol.registerSchemesAsPrivileged([
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
// Chromium's own sandbox can't be had by root, who then has to say so with --no-sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
guardContents(app);

if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  const args = process.argv.slice(1);
  const options = startOptions(args);
  const settings = settingsOrExit(options.gateway);
  if (settings === null) return;
  // A gateway on this machine is reached over loopback, which WebRTC leaves out unless it is told.
  if (isLoopback(settings.gatewayUrl())) app.commandLine.appendSwitch('allow-loopback-in-peer-connection');
  const dialLinks = hearDialLinks(app, args);
  void app.whenReady().then(() => runDesk(settings, options, dialLinks));
}

function settingsOrExit(argument: string | null): Settings | null {
  try {
    return openSettings(
      join(app.getPath('userData'), 'settings.json'),
      argument,
      process.env['RINGSIDE_GATEWAY'],
    );
  } catch (fault) {
    const sentence = fault instanceof Error ? fault.message : String(fault);
    process.stderr.write(`${sentence}\n`);
    dialog.showErrorBox('Ringside', sentence);
    app.exit(78);
    return null;
  }
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
