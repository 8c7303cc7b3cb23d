import { expect, test } from 'vitest';
import { assetPath } from './asset-path.ts';
import { contentType } from './content-type.ts';

const root = '/opt/ringside/dist/renderer';

test('a page’s own files are found', () => {
  expect(assetPath(root, '/')).toBe(`${root}/index.html`);
  expect(assetPath(root, '/assets/index-1a2b.js')).toBe(`${root}/assets/index-1a2b.js`);
  expect(assetPath(root, '/assets/%E4%B8%AD.svg')).toBe(`${root}/assets/中.svg`);
});

test.each([
  '/../main/main.cjs',
  '/assets/../../package.json',
  '/%2e%2e/main/main.cjs',
  '/..%2f..%2fetc/passwd',
  '/..%5c..%5cpackage.json',
  '/a/..\\..\\b',
  '/C:/Windows/win.ini',
  '/assets/%00.js',
  '/%E0%A4%A',
  '//../x',
])('%s leads out and is refused', (pathname) => {
  expect(assetPath(root, pathname)).toBeNull();
});

test('a folder whose name only begins like ours is not ours', () => {
  expect(assetPath('/opt/page', '/..page-secret/x')).toBe('/opt/page/..page-secret/x');
});

test('scripts are served as scripts and unknown files as bytes', () => {
  expect(contentType('/x/index.js')).toBe('text/javascript; charset=utf-8');
  expect(contentType('/x/thing.exe')).toBe('application/octet-stream');
});
