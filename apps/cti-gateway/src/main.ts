#!/usr/bin/env -S node --use-largepages=silent
import { join } from 'node:path';
import { seconds } from '@ringside/shared/model/instant';
import { numbering } from './adapters/numbering/numbering.ts';
import { attachmentFiles, clearUnfinished } from './adapters/attachments/attachment-files.ts';
import { httpsCalendars } from './adapters/calendars/https-calendars.ts';
import { reachable } from './adapters/calendars/reachable.ts';
import { smtpMail } from './adapters/mail/smtp-mail.ts';
import { recordingFiles } from './adapters/recordings/recording-files.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { systemIds } from './adapters/system/system-ids.ts';
import { systemLog } from './adapters/system/system-log.ts';
import { systemSecrets } from './adapters/system/system-secrets.ts';
import { exitCode } from './cli/exit-code.ts';
import type { ExitCode } from './cli/exit-code.ts';
import { processTerminal } from './cli/process-terminal.ts';
import { productVersion, runCommand } from './cli/run-command.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { centreReader } from './config/centre-reader.ts';
import { announce } from './serve/announce.ts';
import { closing } from './serve/closing.ts';
import { compileSooner } from './serve/compile-sooner.ts';
import { openAdapters, soundsFolder } from './serve/open-adapters.ts';
import { helpersGiveWay } from './serve/helpers-give-way.ts';
import { soundsIn } from './serve/sounds-in.ts';
import { openDemo } from './serve/open-demo.ts';
import { openDoors } from './serve/open-doors.ts';
import { settingsOf } from './serve/settings-of.ts';
import { stopSignals } from './serve/stop-signals.ts';

const terminal = processTerminal();
process.exitCode = await runCommand(process.argv.slice(2), { environment: process.env, terminal, serve });

/** The gateway's life: open, compose, recover, listen, wait for the signal, drain, close. */
async function serve(config: Config): Promise<ExitCode> {
  compileSooner();
  helpersGiveWay();
  const stop = stopSignals();
  const opened = closing();
  const log = systemLog(config.logLevel);
  const version = productVersion();
  process.once('uncaughtExceptionMonitor', (fault) => log.error('a bug ends the gateway', { fault }));
  try {
    const adapters = openAdapters(config, log, opened);
    const { store, telephony } = adapters;
    const demo = await openDemo(config, store, log, opened);
    const { centre } = config;
    const settings = settingsOf(config, version);
    const system = {
      clock: systemClock,
      ids: systemIds(),
      log,
      numbering: numbering(),
      secrets: systemSecrets,
      centreReader,
      centreDocument: config.centreDocument,
      prompts: adapters.prompts,
      recordings: recordingFiles(join(config.data, 'recordings')),
      attachments: attachmentFiles(join(config.data, 'attachments')),
      mail: config.mail === null ? null : smtpMail(config.mail),
      calendars: httpsCalendars({ reachable: reachable(config.calendars.allowedHosts) }),
      sounds: soundsIn(soundsFolder),
    };
    const gateway = compose({ settings, centre, store, telephony, demo, ...system });
    const door = await openDoors(config, version, gateway, adapters, log, opened);
    opened.later(() => gateway.stop());

    await clearUnfinished(join(config.data, 'attachments'));
    await gateway.start();
    await telephony.start();
    const url = await door.listen();
    opened.later(announce({ ...config, centre: gateway.centre() }, url, demo));
    terminal.say(`Ringside is ready: ${url}`);

    await stop.drain;
    const left = await Promise.race([gateway.drain(seconds(config.limits.drainSeconds)), stop.atOnce]);
    if (left !== 0) log.warn('stopping with calls in progress; the next start takes them up again');
    return exitCode.ok;
  } finally {
    await opened.all();
  }
}
