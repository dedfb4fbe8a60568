import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regions } from '../../src/regions/index.ts';
import { hashText } from '../../src/serve/index/keys.ts';
import { createPlaceHasher } from '../../src/serve/index/place-hash.ts';
import { createStemLookup } from '../../src/suspects/region-stems.ts';
import { foldSimilar } from '../../src/suspects/similar-characters.ts';
import { splitName } from '../../src/suspects/split-name.ts';
import { trials } from '../soak/trials.ts';

const stemsOf = createStemLookup(regions);
const hasher = createPlaceHasher(stemsOf);
const codes = ['370911', '110108', '222401', '100000', '000007', '659001'];
const pieces = fc.constantFrom(
  ...[
    '山东',
    '山东省',
    '泰安市',
    '泰安',
    '岱岳区',
    '岱岳',
    '吉林省',
    '延边朝鲜族自治州',
    '延吉市',
    '北京',
    '海淀区',
    '新疆',
  ],
  ...[
    '恒瑞兴',
    '恒锐兴',
    '商贸',
    '集团',
    '（',
    '）',
    '(',
    ')',
    '〔',
    '《',
    '·',
    ' ',
    '\u3000',
    'abc',
    'ＡＢＣ',
    '1',
    '\u{20000}',
    '\ufb01',
  ],
  ...['股份有限公司', '有限责任公司', '有限公司', '公司', '自治县', '县', '市', 'e\u0301', '龥', '\u4dff', '鿿'],
);

/** As the parts of a name say it, without any of what makes it fast. */
function expected(region: string, name: string): number {
  return hashText(region + foldSimilar(splitName(name, stemsOf(region)).core));
}

test('a name stands under its region and core, read as text or as bytes', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.array(pieces, { maxLength: 7 }), (region, parts) => {
      const name = parts.join('');
      const bytes = Buffer.from(`""${name}""`);
      const ofText = hasher.hashText(Number(region), name);
      const ofBytes = hasher.hashBytes(Number(region), bytes, 2, bytes.length - 2);
      expect(ofText).toBe(expected(region, name));
      if (ofBytes >= 0) expect(ofBytes).toBe(ofText);
      if (ofBytes >= 0) read++;
    }),
    { numRuns: trials(3000, 100_000) },
  );
  expect(read).toBeGreaterThan(500);
});

test('bytes that are no text, or too long, are left to be read as text', () => {
  for (const bytes of [[0xe6, 0x31, 0x32], [0xe6, 0xb1], [0xff], [0xc3, 0xa9], [0xe9, 0xc0, 0x80]]) {
    expect(hasher.hashBytes(370911, Uint8Array.from(bytes), 0, bytes.length)).toBe(-1);
  }
  const long = Buffer.from('好'.repeat(1025));
  expect(hasher.hashBytes(370911, long, 0, long.length)).toBe(-1);
  expect(hasher.hashText(370911, '好'.repeat(5000))).toBe(expected('370911', '好'.repeat(5000)));
});
