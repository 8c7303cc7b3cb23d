import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@ringside/shared/model/language';
import { readWav } from './wav.ts';

const voices: Readonly<Record<Language, string>> = { en: 'en-gb', 'zh-Hant': 'cmn', 'zh-Hans': 'cmn' };
const LONGEST_TEXT = 1_000;
const LARGEST_FILE = 100_000_000;

/** What the demo caller says, 8 kHz. */
export type Speech =
  | { readonly from: 'text'; readonly text: string; readonly language: Language }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'recording'; readonly language: Language };

/** Throws with what is missing and how to get it. */
export async function speak(speech: Speech, soundsFolder: string): Promise<Int16Array> {
  switch (speech.from) {
    case 'text':
      return readWav(await synthesised(speech.text, voices[speech.language]));
    case 'file':
      return wavFile(speech.path, 'Name a WAV file that this user may read.');
    case 'recording':
      return wavFile(
        recordingFor(speech.language, soundsFolder),
        'Get the sounds again, e.g. git checkout resources/sounds',
      );
  }
}

function recordingFor(language: Language, folder: string): string {
  const own = join(folder, `demo-caller-${language}.wav`);
  return existsSync(own) ? own : join(folder, 'demo-caller-en.wav');
}

async function wavFile(path: string, remedy: string): Promise<Int16Array> {
  let file: Buffer;
  try {
    file = await readFile(path);
  } catch (cause) {
    throw new Error(
      `${path} can't be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}). ${remedy}`,
      { cause },
    );
  }
  if (file.length > LARGEST_FILE) throw new Error(`${path} is over 100 MB. Take a shorter recording.`);
  try {
    return readWav(file);
  } catch (cause) {
    throw new Error(`${path}: ${(cause as Error).message}`, { cause });
  }
}

function synthesised(text: string, voice: string): Promise<Buffer> {
  if (text.length > LONGEST_TEXT) throw new Error(`--say takes at most ${LONGEST_TEXT} characters.`);
  return new Promise((settle, fail) => {
    const child = spawn('espeak-ng', ['--stdout', '-v', voice, '--stdin'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', (cause) => fail(new Error(noVoice, { cause })));
    child.once('close', (code) => (code === 0 ? settle(Buffer.concat(parts)) : fail(new Error(noVoice))));
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

const noVoice =
  'Speaking a text needs espeak-ng, which did not run here. Get it with "apt-get install espeak-ng" (Debian, Ubuntu) ' +
  'or "brew install espeak-ng" (macOS), or give a recording with --audio FILE.';
