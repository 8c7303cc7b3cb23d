import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/**
 * The page: loaded as app://ringside by Electron and as / from the gateway by a browser, so every reference is relative.
 * chrome114 and node18.15 are the oldest runtime in the field (Electron 25).
 */
const page: UserConfig = {
  root: `${here}/src/renderer`,
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: `${here}/dist/renderer`,
    emptyOutDir: true,
    target: 'chrome114',
    cssMinify: 'lightningcss',
    // An inlined script or font would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: `${here}/src/renderer/index.html`, mini: `${here}/src/renderer/mini/mini.html` },
    },
  },
};

/**
 * One CommonJS file with everything in it: Electron before 28 can't start from an ES module, and a sandboxed preload
 * can't require a second file.
 */
const electronFile = (name: 'main' | 'preload'): UserConfig => ({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: `${here}/src/${name}/${name}.ts`,
    outDir: `${here}/dist/main`,
    emptyOutDir: false,
    target: 'node18.15',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron', ...builtinModules.flatMap((module) => [module, `node:${module}`])],
      output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
    },
  },
});

export default defineConfig(({ mode }) =>
  mode === 'main' || mode === 'preload' ? electronFile(mode) : page,
);
