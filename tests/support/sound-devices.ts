import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

/** A computer's sound devices in software (PulseAudio): a headset, loudspeakers, and a microphone that plays a file. */
export interface SoundDevices {
  /** what a browser must be started with to use them */
  readonly environment: Readonly<Record<string, string>>;
  /** the last second of what a device plays, 8 kHz mono */
  lastSecond(device: 'headset' | 'speakers'): Int16Array;
  stop(): void;
}

const RATE = 8_000;

export async function openSoundDevices(microphone: string): Promise<SoundDevices> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-sound-'));
  const socket = join(folder, 'pulse.sock');
  const environment = {
    PULSE_SERVER: `unix:${socket}`,
    XDG_RUNTIME_DIR: folder,
    PULSE_COOKIE: join(folder, 'cookie'),
  };
  const children: ChildProcess[] = [];
  const run = (program: string, args: readonly string[]): ChildProcess => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...environment, HOME: folder },
    });
    children.push(child);
    return child;
  };
  const modules = [
    `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ...['speakers', 'headset', 'voice'].map(
      (name) => `module-null-sink sink_name=${name} sink_properties=device.description=Test-${name}`,
    ),
    // browsers don't list monitors as microphones
    'module-remap-source master=voice.monitor source_name=microphone source_properties=device.description=Test-microphone',
  ];
  run('pulseaudio', [
    ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--realtime=no'],
    ...modules.flatMap((module) => ['-L', module]),
  ]);
  await until('the sound devices', () => exitOf(run('pactl', ['info'])));
  await exitOf(run('pactl', ['set-default-sink', 'speakers']));
  await exitOf(run('pactl', ['set-default-source', 'microphone']));
  run('paplay', ['--device=voice', microphone]);
  const heard = { headset: recorder(run, 'headset'), speakers: recorder(run, 'speakers') };
  return {
    environment,
    lastSecond: (device) => heard[device](),
    stop: () => {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

const exitOf = (child: ChildProcess): Promise<boolean> =>
  new Promise((settle) => child.once('exit', (code) => settle(code === 0)));

function recorder(
  run: (program: string, args: readonly string[]) => ChildProcess,
  device: string,
): () => Int16Array {
  const format = ['--format=s16le', `--rate=${RATE}`, '--channels=1', '--latency-msec=50', '--raw'];
  const child = run('parec', [`--device=${device}.monitor`, ...format]);
  let last = Buffer.alloc(0);
  child.stdout?.on('data', (chunk: Buffer) => {
    last = Buffer.concat([last, chunk]).subarray(-2 * RATE);
  });
  return () => {
    const whole = Buffer.from(last.subarray(0, last.length - (last.length % 2)));
    return new Int16Array(whole.buffer, whole.byteOffset, whole.length / 2);
  };
}
