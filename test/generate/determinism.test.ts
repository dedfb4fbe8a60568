import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type GenerateOptions, shapes } from '../../src/generate/options.ts';
import { generateRegistry } from '../../src/generate/registry.ts';
import { formatTruth, truthHeader } from '../../src/generate/truth.ts';
import { generateAll } from './read.ts';

const hash = (options: GenerateOptions) => createHash('sha256').update(generateAll(options).bytes).digest('hex');

describe('the same seed and options give the same bytes', () => {
  test.each(shapes)('%s, whatever the size of chunks', (shape) => {
    const options: GenerateOptions = { rows: 700, seed: 3, errors: 0.1, duplicates: 0.05, shape };
    const once = hash(options);
    expect(hash(options)).toBe(once);
    expect(hash({ ...options, chunkBytes: 1 })).toBe(once);
    expect(hash({ ...options, chunkBytes: 3333, encoding: 'utf-8' })).toBe(once);
    expect(hash({ ...options, seed: 4 })).not.toBe(once);
    expect(hash({ ...options, seed: 3 + 2 ** 32 })).not.toBe(once);
  });

  test('the committed fixtures are what the generator writes', () => {
    const options: GenerateOptions = { rows: 400, seed: 2015, errors: 0.1, duplicates: 0.03 };
    const { bytes, truth } = generateAll(options);
    expect(bytes.equals(readFileSync('fixtures/registry-sample.csv'))).toBe(true);
    expect(truthHeader + formatTruth(truth)).toBe(readFileSync('fixtures/registry-sample.truth.csv', 'utf8'));
    const encoded = generateAll({ ...options, encoding: 'gb18030' }).bytes;
    expect(encoded.equals(readFileSync('fixtures/registry-gb18030.csv'))).toBe(true);
  });

  test('chunks end between records', () => {
    let end = 0;
    for (const chunk of generateRegistry({ rows: 500, chunkBytes: 4096, shape: 'multiline' })) {
      expect(chunk.at(-1)).toBe(0x0a);
      end = chunk.length;
    }
    expect(end).toBeGreaterThan(0);
  });
});
