import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { build, preview } from 'vite';

export interface ServedGallery {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the gallery into a folder of its own and serves it on a free port of 127.0.0.1 until it is closed. */
export async function serveGallery(): Promise<ServedGallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'ringside-gallery-'));
  const root = `${import.meta.dirname}/../`;
  const shared: InlineConfig = { root, configFile: false, logLevel: 'error', plugins: [react()] };
  await asReleased(() =>
    build({
      ...shared,
      build: {
        outDir,
        emptyOutDir: true,
        minify: false,
        chunkSizeWarningLimit: 10_000,
        rolldownOptions: { input: `${import.meta.dirname}/gallery.html` },
      },
    }),
  );
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error('The gallery could not be served: vite gave no address.');
  return {
    url: `${address}testing/gallery.html`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/**
 * React as people get it. As it is developed with, it writes every change of properties into the browser's performance
 * log and stumbles there over React Aria's collections ("childNodes is not supported").
 */
async function asReleased<Built>(work: () => Promise<Built>): Promise<Built> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    process.env['NODE_ENV'] = before;
  }
}
