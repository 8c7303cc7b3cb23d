import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { toldOnFailure } from './failures.ts';

/** An agent at a real Chromium with a WAV file as microphone. */
export interface AgentPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Share of the last second's energy that the agent hears at this pitch, 0 to 1. */
  hears(hertz: number): Promise<number>;
  close(): Promise<void>;
}

export async function openBrowser(settings: {
  /** a WAV file instead of a microphone; null uses the computer's own devices, which `environment` may name */
  readonly microphone: string | null;
  readonly environment?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'ringside-chromium-')), {
    executablePath: '/usr/bin/chromium',
    ...(settings.environment
      ? { env: { ...process.env, ...settings.environment }, ignoreDefaultArgs: ['--mute-audio'] }
      : {}),
    viewport: { width: settings.width ?? 1440, height: settings.height ?? 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Debian's Chromium makes a page of its own ready behind every window
      '--disable-features=PreloadTopChromeWebUI',
      '--no-first-run',
      '--allow-loopback-in-peer-connection',
      '--use-fake-ui-for-media-stream',
      ...(settings.microphone === null
        ? []
        : ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${settings.microphone}`]),
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

export async function openAgentPage(settings: {
  readonly url: string;
  readonly microphone: string;
  readonly language?: 'en' | 'zh-Hant' | 'zh-Hans';
}): Promise<AgentPage> {
  const context = await openBrowser(settings);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(settings.url);
  const untell = toldOnFailure(async () => {
    const shown = await page.locator('body').innerText();
    return `Page ${page.url()} shows: ${shown.replaceAll(/\s*\n\s*/g, ' | ').slice(0, 2_000)}`;
  });
  const close = async (): Promise<void> => {
    untell();
    await context.close();
  };
  return { page, context, hears: (hertz) => heardAt(page, hertz), close };
}

/** Listens to what the page's own audio elements play, with Web Audio beside them. */
export async function heardAt(page: Page, hertz: number): Promise<number> {
  return page.evaluate(async (pitch) => {
    const streams = [...document.querySelectorAll('audio')]
      .map((element) => element.srcObject)
      .filter(
        (source): source is MediaStream =>
          source instanceof MediaStream && source.getAudioTracks().length > 0,
      );
    if (streams.length === 0) return 0;
    const context = new AudioContext();
    await context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 32_768;
    analyser.smoothingTimeConstant = 0;
    for (const stream of streams) context.createMediaStreamSource(stream).connect(analyser);
    await new Promise((later) => setTimeout(later, 1_000));
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const coefficient = 2 * Math.cos((2 * Math.PI * pitch) / context.sampleRate);
    let [s1, s2, energy] = [0, 0, 0];
    for (const sample of samples) {
      const s0 = sample + coefficient * s1 - s2;
      s2 = s1;
      s1 = s0;
      energy += sample * sample;
    }
    await context.close();
    if (energy < 1e-3) return 0;
    return Math.min(1, (2 * (s1 * s1 + s2 * s2 - coefficient * s1 * s2)) / (energy * samples.length));
  }, hertz);
}
