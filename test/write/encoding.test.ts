import { describe, expect, test } from 'vitest';
import { shapes } from '../../src/generate/options.ts';
import { makeEncoder, type OutputEncoding } from '../../src/write/encoder.ts';
import { generateAll } from '../generate/read.ts';

const decode = (bytes: Uint8Array, label: string) =>
  new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
const encodeText = (text: string, encoding: OutputEncoding) =>
  Buffer.from(makeEncoder(encoding)(Buffer.from(text))).toString('hex');

describe('outputEncodings', () => {
  test.each(shapes)('every encoding of shape %s decodes to the same text', (shape) => {
    const make = (encoding: OutputEncoding) =>
      generateAll({ rows: 400, shape, encoding, errors: 0.2, chunkBytes: 5000 }).bytes;
    const text = make('utf-8').toString('utf8');
    expect(decode(make('utf-8-bom'), 'utf-8')).toBe(`\ufeff${text}`);
    expect(decode(make('gb18030'), 'gb18030')).toBe(text);
    expect(decode(make('utf-16le'), 'utf-16le')).toBe(`\ufeff${text}`);
    expect(decode(make('utf-16be').swap16(), 'utf-16le')).toBe(`\ufeff${text}`);
  });

  test('characters have the bytes that the standards give them', () => {
    expect(encodeText('A中啊', 'gb18030')).toBe('41d6d0b0a1');
    expect(encodeText('\u00a0\u200b', 'gb18030')).toBe('81308432' + '8136a437');
    expect(encodeText('\u{1f600}', 'gb18030')).toBe('9439fc36');
    expect(encodeText('A中\u{1f600}', 'utf-16le')).toBe('4100' + '2d4e' + '3dd800de');
    expect(encodeText('A中\u{1f600}', 'utf-16be')).toBe('0041' + '4e2d' + 'd83dde00');
  });

  test('every character of the plane that GB18030 can hold comes back', () => {
    let text = '';
    for (let point = 0x20; point < 0xd800; point++) text += String.fromCharCode(point);
    expect(decode(makeEncoder('gb18030')(Buffer.from(text)), 'gb18030')).toBe(text);
  });
});
