import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toldOnFailure } from './failures.ts';
import { freePort } from './free-port.ts';
import { readWav } from './tones.ts';
import { until } from './until.ts';

export interface BaresipEvent {
  readonly type: string;
  readonly param?: string;
}

/** A customer's telephone: a real baresip with a WAV file as its microphone, which records what it hears. */
export interface Baresip {
  readonly sipPort: number;
  readonly events: readonly BaresipEvent[];
  dial(uri: string): void;
  hangUp(): void;
  answer(): void;
  pressKeys(digits: string): void;
  hold(): void;
  /** What was heard so far in the last call: of those that were dialled here, not in one before. */
  heard(): { readonly samples: Int16Array; readonly rate: number };
  /** From now on only what a later call brings is `heard`. */
  forgetHeard(): void;
  saw(type: string, within?: number): Promise<BaresipEvent>;
  stop(): Promise<void>;
}

export interface BaresipSettings {
  /** user part of its From: the caller's number */
  readonly user: string;
  readonly display?: string;
  readonly transport?: 'udp' | 'tcp' | 'tls';
  /** WAV file, 8 kHz mono 16 bit */
  readonly microphone: string;
  /** host part of its From and, where it registers, its registrar; 127.0.0.1 unless written */
  readonly domain?: string;
  /** seconds between registrations; it does not register unless written */
  readonly registers?: number;
  /** user parts at which it is called as well, as if it were several telephones */
  readonly alsoCalled?: readonly string[];
  /** further account parameters, e.g. `;answermode=auto` */
  readonly account?: string;
  /** certificate authority to trust for TLS */
  readonly trust?: string;
}

/** Another program may have taken a port between the look and the start; baresip then says nothing and hears nobody. */
const starts = 3;

export async function startBaresip(settings: BaresipSettings): Promise<Baresip> {
  for (let left = starts - 1; ; left -= 1) {
    try {
      return await started(settings);
    } catch (fault) {
      if (left === 0) throw fault;
    }
  }
}

async function started(settings: BaresipSettings): Promise<Baresip> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-baresip-'));
  const [sipPort, controlPort] = [await freePort(19_000, 20_000), await freePort(20_000, 21_000)];
  mkdirSync(join(folder, 'heard'));
  writeConfig(folder, settings, sipPort, controlPort);
  const child = spawn('baresip', ['-f', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  try {
    const control = await until("baresip's control port", () => tryConnect(controlPort), 15_000);
    const phone = phoneOf({ child, control, folder, sipPort });
    await until('baresip to answer its control port', () => phone.answersCommands(), 15_000);
    return phone;
  } catch (fault) {
    child.kill('SIGKILL');
    throw new Error(`baresip did not come up; it said: ${output}`, { cause: fault });
  }
}

function writeConfig(folder: string, settings: BaresipSettings, sipPort: number, controlPort: number): void {
  const transport = settings.transport ?? 'udp';
  const modules = ['g711.so', 'aufile.so', 'sndfile.so', 'menu.so', 'ctrl_tcp.so', 'account.so', 'uuid.so'];
  const lines = [
    'poll_method epoll',
    `sip_listen 127.0.0.1:${sipPort}`,
    ...(settings.trust ? [`sip_cafile ${settings.trust}`] : []),
    'call_max_calls 4',
    `audio_source aufile,${settings.microphone}`,
    'audio_player aufile,/dev/null',
    'audio_alert aufile,/dev/null',
    'audio_srate 8000-8000',
    'audio_channels 1-1',
    'rtp_ports 25000-25999',
    'net_interface 127.0.0.1',
    `module_path ${modulePath()}`,
    ...modules
      .filter((m) => m !== 'menu.so' && m !== 'ctrl_tcp.so' && m !== 'account.so')
      .map((m) => `module ${m}`),
    'module_app account.so',
    'module_app menu.so',
    'module_app ctrl_tcp.so',
    `ctrl_tcp_listen 127.0.0.1:${controlPort}`,
    `snd_path ${join(folder, 'heard')}`,
  ];
  writeFileSync(join(folder, 'config'), `${lines.join('\n')}\n`);
  const name = settings.display ? `"${settings.display}" ` : '';
  const accounts = [settings.user, ...(settings.alsoCalled ?? [])].map(
    (user) =>
      `${name}<sip:${user}@${settings.domain ?? '127.0.0.1'};transport=${transport}>;regint=${settings.registers ?? 0};audio_codecs=PCMU/8000/1,PCMA/8000/1${settings.account ?? ''}\n`,
  );
  writeFileSync(join(folder, 'accounts'), accounts.join(''));
  writeFileSync(join(folder, 'contacts'), '');
}

function modulePath(): string {
  return '/usr/lib/baresip/modules';
}

function tryConnect(port: number): Promise<Socket | null> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => settle(socket));
    socket.once('error', () => settle(null));
  });
}

interface ControlledBaresip extends Baresip {
  /** Whether what listens at the control port is this baresip: it then has answered a command. */
  answersCommands(): boolean;
}

function phoneOf(parts: {
  child: ChildProcess;
  control: Socket;
  folder: string;
  sipPort: number;
}): ControlledBaresip {
  const { child, control, folder, sipPort } = parts;
  const events: BaresipEvent[] = [];
  let answered = false;
  readNetstrings(control, (text) => {
    const message = JSON.parse(text) as BaresipEvent & { event?: boolean; response?: boolean };
    if (message.event) events.push(message);
    if (message.response) answered = true;
  });
  control.once('error', () => undefined);
  const tell = (command: string, params = ''): void => {
    const text = JSON.stringify({ command, params });
    control.write(`${Buffer.byteLength(text)}:${text},`);
  };
  tell('listcalls');
  const recordings = join(folder, 'heard');
  const forgotten = join(folder, 'forgotten');
  mkdirSync(forgotten);
  let times = 0;
  // away: two calls that begin in one second are recorded under one name
  const forgetHeard = (): void => {
    times += 1;
    for (const name of readdirSync(recordings))
      renameSync(join(recordings, name), join(forgotten, `${times}-${name}`));
  };
  const untell = toldOnFailure(
    () => `Telephone at ${sipPort}, its last events: ${JSON.stringify(events.slice(-5))}`,
  );
  return {
    sipPort,
    events,
    answersCommands: () => answered,
    // its recording begins when it is answered: until then the one before would be taken for it
    dial: (uri) => {
      forgetHeard();
      tell('dial', uri);
    },
    hangUp: () => tell('hangup'),
    answer: () => tell('accept'),
    pressKeys: (digits) => {
      for (const digit of digits) tell('sndcode', digit);
    },
    hold: () => tell('hold'),
    heard: () => lastHeard(recordings),
    forgetHeard,
    saw: (type, within) => until(`baresip event ${type}`, () => events.find((e) => e.type === type), within),
    stop: () => {
      untell();
      return stopped(child, control);
    },
  };
}

/** RFC-less netstrings "length:text," as baresip's ctrl_tcp speaks them. */
function readNetstrings(socket: Socket, hear: (text: string) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const colon = pending.indexOf(':');
      if (colon < 0) return;
      const length = Number(pending.toString('latin1', 0, colon));
      if (pending.length < colon + 1 + length + 1) return;
      hear(pending.toString('utf8', colon + 1, colon + 1 + length));
      pending = pending.subarray(colon + 1 + length + 1);
    }
  });
}

function lastHeard(folder: string): { samples: Int16Array; rate: number } {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('-dec.wav'))
    .map((name) => join(folder, name))
    // their names begin with who is at the other end, so that they do not stand in the order of the calls
    .sort((one, other) => statSync(one).birthtimeMs - statSync(other).birthtimeMs);
  const last = files.at(-1);
  return last ? readWav(last) : { samples: new Int16Array(0), rate: 8_000 };
}

function stopped(child: ChildProcess, control: Socket): Promise<void> {
  control.destroy();
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle();
    child.once('exit', () => settle());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
  });
}
