// Prints what a browser has to fetch; fails when it is more than we promise.

import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 12 * 1_024;
const here = new URL('../../', import.meta.url);
const files = [
  'groovejet.js',
  ...readdirSync(new URL('src', here))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `src/${name}`),
];
const plain = gzipSync(files.map((file) => readFileSync(new URL(file, here))).join('')).length;

const minified = await import('esbuild').then(
  ({ buildSync }) => {
    const [{ contents }] = buildSync({
      entryPoints: [new URL('groovejet.js', here).pathname],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    }).outputFiles;
    return gzipSync(contents).length;
  },
  () => null,
);

const words = (bytes) => `${(bytes / 1_024).toFixed(1)} KiB`;
console.log(
  `groovejet-client: ${minified === null ? 'not minified (no esbuild)' : `${words(minified)} minified and gzipped`}, ${words(plain)} gzipped as it is`,
);
process.exitCode = minified === null || minified < LIMIT ? 0 : 1;
