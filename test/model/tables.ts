import fc from 'fast-check';
import { makeEncoder } from '../../src/write/encoder.ts';
import { checkCharacterByStandard, organizationCheckByStandard } from '../code/by-standard.ts';

/* Small tables as registries send them: few bodies, so that codes meet; odd spellings; names that are missing or differ. */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A conforming code made by the standard. */
export function makeCode(pair: string, region: string, first8: string): string {
  const first17 = pair + region + first8 + organizationCheckByStandard(first8);
  return first17 + checkCharacterByStandard(first17);
}

/** Organization codes, without their check characters; every conforming code of the tests has one of them. */
export const bodies = ['MA3C0001', 'MA3D7W5K', '71526726', '60003734', 'MABC12L9', '80210043'];
export const codes = bodies.flatMap((body) => [
  makeCode('91', '370902', body),
  makeCode('92', '370901', body),
  makeCode('52', '110103', body),
  makeCode('B9', '350211', body),
  makeCode('N2', '999999', body),
]);
export const legacies = bodies.map((body) => body + organizationCheckByStandard(body));

/** One character other than it was, at a place where that leaves a code of known region. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...codes), fc.constantFrom(8, 9, 10, 12, 14, 15, 17), fc.constantFrom(...alphabet))
  .map(([code, at, character]) => code.slice(0, at) + character + code.slice(at + 1));

/** A way to write the same code. */
const spellings: ((code: string) => string)[] = [
  (code) => code,
  (code) => code,
  (code) => code,
  (code) => code.toLowerCase(),
  (code) => ` ${code}`,
  (code) => `${code}\u3000`,
  (code) => `${code.slice(0, 8)}-${code.slice(8, 17)}-${code.slice(17)}`,
  (code) => code.replace(/./g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)),
  (code) => `="${code}"`,
  (code) => `'${code}`,
  (code) => `（${code}）`,
  (code) => `${code}。`,
  (code) => `\u200b${code.slice(0, 6)}\u00a0${code.slice(6)}`,
  (code) => `“${code}”`,
  (code) => `${code}\t`,
];
const spelled = (from: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(from, fc.constantFrom(...spellings)).map(([code, spell]) => spell(code));

const pilots = ['91350211M0000XUF46', '91350211M00013FA1N'];
const others = [
  '',
  '',
  '无',
  'N/A',
  '—',
  '9.11E+17',
  '9137090O2MA3C00010',
  '440301103097413',
  '440301103097414',
  '3709020000001',
];
const more = [
  '370000NA000001X',
  '11010519491231002X',
  '=1+1',
  '-',
  '@123',
  '+86',
  'A123456789012',
  '1234567',
  '9137A902MA3C000103',
];

/** A cell of a column of codes. */
export const cell: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: spelled(fc.constantFrom(...codes)) },
  { weight: 2, arbitrary: spelled(damaged) },
  { weight: 2, arbitrary: spelled(fc.constantFrom(...legacies, ...legacies.map((nine) => `370902${nine}`))) },
  { weight: 1, arbitrary: spelled(fc.constantFrom(...pilots)) },
  { weight: 3, arbitrary: fc.constantFrom(...others, ...more) },
);

/** Names that are the same when written differently, and names that are nothing like one another. */
export const name = fc.constantFrom(
  '泰山石材开采中心',
  '泰山 石材开采中心',
  '泰山石材开采中心\u3000',
  'ABC水产养殖基地',
  'ＡＢＣ水产养殖基地',
  'abc水产养殖基地',
  '黄河路(第七)药房',
  '黄河路（第七）药房',
  '"好又多"超市',
  '岱岳区图书馆,分部',
  '',
  '',
  ' ',
  '=SUM(A1)',
);

export const unit = fc.constantFrom('市场监督管理局', '市场监督管理局 ', '民政局', '编 办', '编办', '', '丁,局', '-局');

export function writeCell(value: string, isQuoted: boolean): string {
  return isQuoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** How a table is stored. */
export interface Storage {
  encoding: 'utf-8' | 'gb18030';
  lineBreak: string;
  quoted: boolean;
}

export const storage: fc.Arbitrary<Storage> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8', 'gb18030'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  quoted: fc.boolean(),
});

/** A table as a file: cells are quoted where they must be, or all of them. */
export function storeTable(header: string[], rows: string[][], { encoding, lineBreak, quoted }: Storage): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map((value) => writeCell(value, quoted)).join(',') + lineBreak);
  return makeEncoder(encoding)(new TextEncoder().encode(lines.join('')));
}

export const rangeBytes = fc.constantFrom(1, 64, undefined);
