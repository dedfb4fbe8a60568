import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateRegistry } from '../dist/src/generate/registry.js';

const folder = new URL('data/', import.meta.url);

/**
 * A generated export under bench/data, written once for the same options and the same generator.
 *
 * @param {import('../dist/src/generate/options.js').GenerateOptions} options
 * @returns {{ path: string, bytes: number, rows: number }}
 */
export function prepareFile(options) {
  const { rows, shape = 'plain', encoding = 'utf-8', errors = 0, duplicates = 0 } = options;
  const name = [shape, encoding, rows, errors, duplicates].join('-');
  const path = fileURLToPath(new URL(`${name}.csv`, folder));
  const mark = fileURLToPath(new URL(`${name}.mark`, folder));
  mkdirSync(folder, { recursive: true });
  const fingerprint = fingerprintOf(options);
  if (!existsSync(path) || !existsSync(mark) || readFileSync(mark, 'utf8') !== fingerprint) {
    process.stderr.write(`writing ${name}\n`);
    writeRows(path, options);
    writeFileSync(mark, fingerprint);
  }
  return { path, bytes: statSync(path).size, rows };
}

function writeRows(path, options) {
  const file = openSync(`${path}.partial`, 'w');
  for (const chunk of generateRegistry(options)) for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
  closeSync(file);
  renameSync(`${path}.partial`, path);
}

/** The first chunk tells whether the generator still writes the same bytes. */
function fingerprintOf(options) {
  let sum = 0;
  for (const chunk of generateRegistry(options)) {
    for (const byte of chunk) sum = (Math.imul(sum, 31) + byte) | 0;
    if (chunk.length > 16) break;
  }
  return String(sum);
}
