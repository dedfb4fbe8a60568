import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { checkByReference } from '../../src/check/check-by-reference.ts';
import type { CheckOptions } from '../../src/check/options.ts';
import { createPlatform, createSpill, inputOf } from '../engine/platform.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: the weighted sum of all 18 is 0 mod 31. */
function closeCode(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + alphabet.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714. */
function closeOrganization(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...first8].reduce(
    (total, character, at) => total + Number.parseInt(character, 36) * (weights[at] ?? 0),
    0,
  );
  return first8 + '0123456789X0'.charAt(11 - (sum % 11) === 11 ? 11 : 11 - (sum % 11));
}

/** A value of the code column, and what section 4 of the design says of it. */
interface Value {
  cell: string;
  kind: 'conforming' | 'erroneous' | 'unconverted' | 'uncompared' | 'missing';
  /** What it is compared by. */
  key: string;
}

const organization = fc.constantFrom('71526726', '60003734', 'MA1K3BTP', 'MB2C0754').map(closeOrganization);
const conforming = fc
  .tuple(fc.constantFrom('91', '92', '12', '99', 'N9'), fc.constantFrom('110101', '440300', '999999'), organization)
  .map(([pair, region, body]): Value => {
    const code = closeCode(pair + region + body);
    return { cell: code, kind: 'conforming', key: code };
  });
const pilot = fc
  .constantFrom('91350211M0000XUF46', '91350100M0001TGQXM', '91350203M0001FUE2P')
  .map((code): Value => ({ cell: code, kind: 'conforming', key: code }));
const wrong = conforming.map(({ cell }): Value => {
  // Another last character: no value but one fits.
  const code = cell.slice(0, 17) + (cell.endsWith('0') ? '1' : '0');
  return { cell: code, kind: 'erroneous', key: code };
});
const others: Value[] = [
  { cell: '11010519491231002X', kind: 'erroneous', key: '11010519491231002X' },
  { cell: '440301103097414', kind: 'erroneous', key: '440301103097414' },
  { cell: '440301103097413', kind: 'unconverted', key: '440301103097413' },
  { cell: '71526726-X', kind: 'unconverted', key: '71526726X' },
  { cell: '44030171526726X', kind: 'unconverted', key: '44030171526726X' },
  { cell: '9.11E+17', kind: 'uncompared', key: '' },
  { cell: '9144030071526726X', kind: 'uncompared', key: '' },
  { cell: '', kind: 'missing', key: '' },
  { cell: '暂无', kind: 'missing', key: '' },
];
const value = fc
  .oneof(
    { weight: 8, arbitrary: conforming },
    { weight: 2, arbitrary: pilot },
    { weight: 2, arbitrary: wrong },
    { weight: 3, arbitrary: fc.constantFrom(...others) },
  )
  .chain((made) =>
    fc.constantFrom(made, { ...made, cell: made.cell.toLowerCase() }, { ...made, cell: ` ${made.cell}` }),
  );

interface Row extends Value {
  name: string;
}
const names = ['甲公司', '乙公司', '丙厂', '丁店'];
const row = (canLack: boolean): fc.Arbitrary<Row> =>
  fc.tuple(value, fc.constantFrom(...names, ...(canLack ? [''] : []))).map(([made, name]) => ({ ...made, name }));

/** The definition as the design words it, over sets. */
function countAssignments(rows: Row[]): { numerator: number | null; denominator: number } {
  const compared = rows.filter(({ key }) => key !== '');
  const byKey = new Map<string, Row[]>();
  for (const each of compared) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
  let denominator = 0;
  let erroneous = 0;
  let secondNames = 0;
  let isOpen = false;
  const codesOf = new Map<string, Set<string>>();
  for (const [key, carriers] of byKey) {
    const different = new Set(carriers.map(({ name }) => name).filter((name) => name !== ''));
    const assignments = Math.max(1, different.size);
    denominator += assignments;
    const kind = carriers[0]?.kind;
    if (kind === 'erroneous') erroneous += assignments;
    if (kind === 'conforming') {
      secondNames += assignments - 1;
      const body = key.slice(8, 17);
      codesOf.set(body, (codesOf.get(body) ?? new Set()).add(key));
    }
    if (carriers.length > 1 && different.size < 2 && carriers.some(({ name }) => name === '')) isOpen = true;
  }
  const secondCodes = [...codesOf.values()].reduce((sum, codes) => sum + codes.size - 1, 0);
  return { numerator: isOpen ? null : erroneous + secondNames + secondCodes, denominator };
}

const write = (rows: Row[]): string =>
  `企业名称,统一社会信用代码,备注\n${rows.map(({ name, cell }) => `${name},${cell},x\n`).join('')}`;
const inputs = (files: Row[][]) => files.map((rows, index) => inputOf(write(rows), `${index}.csv`));
const files = (canLack: boolean): fc.Arbitrary<Row[][]> =>
  fc.array(fc.array(row(canLack), { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 3 });
const asked: CheckOptions = { definition: 'assignment' };

describe('the rate by assignments', () => {
  test.each([false, true])('is what sets give, also where names may lack (%s)', async (canLack) => {
    await fc.assert(
      fc.asyncProperty(files(canLack), fc.constantFrom(undefined, 120), async (tables, rangeBytes) => {
        const { numerator, denominator } = countAssignments(tables.flat());
        const value = numerator === null || denominator === 0 ? null : numerator / denominator;
        const report = await check(inputs(tables), asked, createPlatform(rangeBytes));
        expect(report.rates.assignment).toEqual({ numerator, denominator, value });
        const limit = Math.max(0, Math.ceil(denominator / 10_000) - 1);
        expect(report.target.met).toBe(denominator > 0 && numerator !== null && numerator <= limit);
        const other = await checkByReference(inputs(tables), asked, createPlatform());
        expect(other.rates).toEqual(report.rates);
      }),
      { numRuns: 150 },
    );
  });

  test('without memory to speak of it is the same', async () => {
    const rows = fc.sample(row(false), { numRuns: 4000, seed: 7 });
    const spills: number[] = [];
    const platform = createPlatform(4000, () => {
      spills.push(1);
      return createSpill();
    });
    const report = await check(inputs([rows]), { ...asked, memoryBytes: 1 }, platform);
    expect(report.rates.assignment).toMatchObject(countAssignments(rows));
    expect(spills.length).toBeGreaterThan(1);
  });

  test('has no numerator unless it is asked for, and is no verdict then', async () => {
    const tables = [[{ cell: '91110000600037341L', kind: 'conforming', key: '', name: '甲公司' } as Row]];
    const plain = await check(inputs(tables), {}, createPlatform());
    expect(plain.rates.assignment).toEqual({ numerator: null, denominator: 1, value: null });
    const suspecting = await check(inputs(tables), { suspect: true }, createPlatform());
    expect(suspecting.rates.assignment).toEqual({ numerator: 0, denominator: 1, value: 0 });
    const rule = { name: 'own', definition: 'assignment', target: '0.01%', per: 'all', points: null } as const;
    const assessed = await check(inputs(tables), { assessments: [rule] }, createPlatform());
    expect(assessed.assessments.find(({ name }) => name === 'own')?.met).toBe(true);
  });

  test('is open without names, and what rests on it is undecided', async () => {
    const text = '统一社会信用代码,备注\n91110000600037341L,1\n91110000600037341L,2\n9144030071526726XG,3\n';
    const rule = { name: 'own', definition: 'assignment', target: '50%', per: 'all', points: null } as const;
    const report = await check([inputOf(text)], { ...asked, assessments: [rule] }, createPlatform());
    expect(report.rates.assignment).toEqual({ numerator: null, denominator: 2, value: null });
    expect(report.duplicates).toMatchObject({ conflicting: null, repeated: null, unnamed: { codes: 1 } });
    expect(report.target.met).toBe(false);
    expect(report.assessments.find(({ name }) => name === 'own')).toMatchObject({ met: false, points: null });
  });
});
